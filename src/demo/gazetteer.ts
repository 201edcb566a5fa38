/** A town of the invented world. `region` and `country` never change. */
export type Town = { name: string; region: string; country: string; river: string; club: string; clubShort: string }

const row = (line: string): Town => {
  const [name, region, country, river, club, clubShort] = line.split(';') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { name, region, country, river, club, clubShort }
}

/** Towns, the largest first: news happens more often at the head of the list. */
export const TOWNS: readonly Town[] = [
  'Halvern;the Halvern Basin;Tarvonia;the Sorrel;Halvern Rovers;Rovers',
  'Port Ellery;the Ellery Coast;Tarvonia;the Ell;Ellery Athletic;Athletic',
  'Castrel;Upper Castrel;Kelloria;the Vane;Castrel Union;Union',
  'Brinmouth;the Brin Valley;Tarvonia;the Brin;Brinmouth Town;Town',
  'Veldhaven;North Veld;Norrevik;the Skarn;Veldhaven BK;Veldhaven',
  'Dunmarrow;the Marrow Hills;Tarvonia;the Little Marrow;Dunmarrow Wanderers;Wanderers',
  'Tidewick;the Outer Sound;Tarvonia;the Tide Cut;Tidewick Mariners;Mariners',
  'Orrin Falls;Orrin County;Kelloria;the Orrin;Orrin Falls City;City',
  'Sablecombe;the Ellery Coast;Tarvonia;the Combe;Sablecombe Albion;Albion',
  'Lowenna Bay;the Outer Sound;Tarvonia;the Lowenna;Lowenna Harriers;Harriers',
  'Kestrel Point;North Veld;Norrevik;the Grey Fjord;Kestrel Point IF;the Kestrels',
  'Merrowfield;Upper Castrel;Kelloria;the Merrow;Merrowfield Dynamo;Dynamo',
  'Ashquay;the Brin Valley;Tarvonia;the Ash Canal;Ashquay Victoria;Victoria',
  'Thornabbey;the Marrow Hills;Tarvonia;the Abbey Brook;Thornabbey Saints;Saints',
  'Osterlyn;Lower Skarn;Norrevik;the Skarn;Osterlyn 04;Osterlyn',
  'Pellgate;Orrin County;Kelloria;the Pell;Pellgate Forge;Forge',
  'Wrenholt;the Halvern Basin;Tarvonia;the Wren;Wrenholt Olympic;Olympic',
  'Quarrow;Upper Castrel;Kelloria;the Quarrow Burn;Quarrow Miners;the Miners',
  'Saltmere;the Outer Sound;Tarvonia;the Salt Pans;Saltmere Rangers;Rangers',
  'Inverlane;Lower Skarn;Norrevik;the Lane Water;Inverlane Thistle;Thistle',
].map(row)

/** Companies that come back in the news, with what they make. */
export const COMPANIES: readonly { name: string; makes: string }[] = [
  'Norvane Motors;electric vans',
  'Ellery Lines;ferries and freight',
  'Quillon Systems;hospital software',
  'Brinstone Cement;cement and lime',
  'Castrel Mutual;insurance',
  'Halden Brightwater;bottled water',
  'Skarn Hydro;power stations',
  'Pellgate Optics;lenses and sensors',
  'Tarrow & Finch;department stores',
  'Vellum Mobile;telephones',
  'Greyfjord Salmon;fish farming',
  'Lanternfish Robotics;warehouse robots',
  'Merrow Rail;commuter trains',
  'Abbeybrook Dairies;milk and cheese',
  'Sundial Semiconductor;low-power chips',
  'Wrenfield Pharma;vaccines',
  'Copperline Grid;cables and switchgear',
].map((line) => {
  const [name, makes] = line.split(';') as [string, string]
  return { name, makes }
})

/** Places of learning that announce findings. */
export const INSTITUTES: readonly string[] = [
  'the Halvern Institute of Oceanography',
  'Castrel Polytechnic',
  'the Norrevik Polar Centre',
  'the University of Port Ellery',
  'the Sorrel Valley Observatory',
  'Dunmarrow Medical School',
  'the Merrow Institute for Materials',
  'the Tarvonian Museum of Natural History',
]
