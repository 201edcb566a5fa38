/** Who publishes. A paper writes its own texts, an agency is copied, a farm copies, a blog comments or spreads rumours. */
export type OutletKind = 'paper' | 'agency' | 'farm' | 'blog' | 'foreign'

export type Outlet = {
  name: string
  host: string
  kind: OutletKind
  language: string
  /** The brand that a farm pushes into sentences; empty for all others. */
  brand: string
}

// Hosts end in .example, which no resolver knows (RFC 2606): nothing of the demo can be reached by mistake.
const outlet = (kind: OutletKind, language: string, lines: string): Outlet[] =>
  lines.split('\n').map((line) => {
    const [name, host, brand] = line.split(';') as [string, string, string?]
    return { name, host: `${host}.example`, kind, language, brand: brand ?? '' }
  })

export const PAPERS: readonly Outlet[] = outlet(
  'paper',
  'en',
  `The Halvern Courier;halverncourier
Port Ellery Packet;www.elleryPacket
Castrel Daily Ledger;castrelledger
The Brin Valley Herald-Echo;brinvalley
Veldhaven Morning Sheet;morningsheet
Dunmarrow Argus & Times;dunmarrowargus
The Outer Sound Reporter;outersound
Orrin County Register;orrinregister
Sablecombe Evening Lamp;eveninglamp
The Tarvonian;thetarvonian
Kelloria Dispatch;kelloriadispatch
The Grey Fjord Gazette;greyfjord
Merrowfield Bugle;merrowbugle
The Ashquay Tidings;ashquaytidings
Thornabbey Examiner;thornabbey
Metro Halvern;metrohalvern
The Ledger of Commerce;ledgerofcommerce
The Touchline;thetouchline
Lumen Science Weekly;lumenscience
The Curtain Call;curtaincall
Circuit & Signal;circuitsignal`.replace('elleryPacket', 'ellerypacket'),
)

export const AGENCIES: readonly Outlet[] = outlet(
  'agency',
  'en',
  `Harbour Wire;harbourwire
Meridian Press Bureau;meridianpress
Northlight News Agency;northlightnews`,
)

export const FARMS: readonly Outlet[] = outlet(
  'farm',
  'en',
  `BrightLedger Finance Path;brightledger-path;PulseVista
TopSpin Daily Insights;topspin-insights;TopSpinDaily
QuantEcho Think Tank Center;quantecho-center;QuantEcho
NovaTrend Investor Circle;novatrend-circle;NovaTrend
ClickHarvest World;clickharvest-world;ClickHarvest`,
)

export const BLOGS: readonly Outlet[] = outlet(
  'blog',
  'en',
  `The Loose Thread;loosethread
Whispers from the Quay;quaywhispers
Second Reading;secondreading
Corner Flag Confidential;cornerflag
Deal Flood;dealflood`,
)

export const FOREIGN: readonly Outlet[] = [
  ...outlet('foreign', 'de', 'Der Skarnbote;skarnbote\nNordveldische Umschau;nordveld-umschau'),
  ...outlet('foreign', 'fr', 'Le Courrier du Merrow;courrier-merrow\nLa Vigie des Îles;vigie-des-iles'),
  ...outlet('foreign', 'es', 'El Faro de Castrel;faro-castrel\nLa Hoja del Puerto;hoja-del-puerto'),
  ...outlet('foreign', 'ar', 'صوت المرفأ;sawt-almarfa'),
  ...outlet('foreign', 'ja', '灰峡湾新報;haikyowan'),
]
