/** What a word beside a name says about it. */
export const ROLE = {
  none: 0,
  /** Mr, Gen., President: stands before a person's name. */
  title: 1,
  /** minister, striker, spokesman: what a person is. */
  person: 2,
  /** said, told, resigned: what people (and bodies) do. */
  says: 3,
  /** Ministry, University, Inc: part of an organisation's name. */
  body: 4,
  /** River, Island, Street: part of a place's name. */
  ground: 5,
  /** in, at, from, near: stands before places. */
  where: 6,
  /** city, province, capital: what a place is. */
  place: 7,
  /** Monday, March: no name at all. */
  calendar: 8,
  /** of, de, van: may stand inside a name. */
  link: 9,
  /** company, club, party: what an organisation is. */
  group: 10,
  /** Cup, War, Act, Prize: names of events and works. */
  happening: 11,
} as const

const LISTS: readonly [role: number, words: string][] = [
  [
    ROLE.title,
    'Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lord Lady King Queen Prince Princess Pope Saint Rev. Rev Bishop Archbishop Cardinal Rabbi Imam Ayatollah Sheikh Sheik Emir Sultan Emperor President Premier Chancellor Senator Sen. Sen Rep. Rep Representative Gov. Gov Governor Mayor Minister Secretary Ambassador Judge Justice Sheriff General Gen. Gen Lt. Lt Lieutenant Col. Col Colonel Capt. Capt Captain Maj. Major Sgt. Sgt Sergeant Adm. Admiral Cmdr. Commander Marshal Brig. Brigadier Cpl. Private Detective Inspector Chairman Chairwoman Coach Congressman Congresswoman Councillor Comrade Herr Frau Señor Don Doña Sr. Sra. Dom Dona Presidente Ministro Ministra President-elect Speaker Chief Attorney Director Officer Spokesman Spokeswoman',
  ],
  [
    ROLE.person,
    'president minister premier chancellor leader chief boss head director chairman chairwoman chairperson executive manager coach captain striker midfielder defender goalkeeper forward winger player batsman bowler pitcher quarterback skipper champion winner seed driver rider swimmer runner boxer golfer spokesman spokeswoman spokesperson officer official lawyer attorney judge prosecutor analyst economist trader broker dealer strategist professor doctor scientist researcher author writer journalist reporter editor actor actress singer director star comedian musician rapper artist senator congressman governor mayor ambassador envoy secretary deputy general colonel commander soldier policeman founder co-founder owner billionaire husband wife brother sister father mother son daughter friend victim suspect gunman candidate nominee rival predecessor successor king queen prince princess pope bishop priest aide adviser advisor expert historian philosopher novelist poet teacher student ministro presidente diretor prezident predsednik predsjednik ministar premijer minister statsminister direktør leder',
  ],
  [
    ROLE.says,
    'said says told tells added adds asked asks replied announced announces reported reports claimed claims insisted warned warns denied denies accused accuses resigned died dies born married met won wins beat beats lost scored scores signed vowed vows urged urges called calls visited visits arrived led leads wrote writes joined retired arrested killed elected appointed named testified argued believes thinks knows wants plans hopes disse afirmou diz afirma rekao izjavio kazao kaže rekla povedal hovorí sade säger sier sa siger sagde',
  ],
  [
    ROLE.body,
    'Ministry Department Agency Authority Office Bureau Commission Committee Council Congress Parliament Assembly Senate Court Tribunal Party Union Federation Association Organization Organisation Institute Institution University College School Academy Hospital Clinic Museum Aquarium Zoo Library Theatre Theater Orchestra Foundation Trust Fund Bank Banking Exchange Group Corporation Corp Corp. Inc Inc. Ltd Ltd. Co Co. Company Companies Plc PLC LLC GmbH AG SA S.A. SpA NV N.V. AB ASA Oyj Holdings Holding Industries Enterprises Partners Securities Capital Financial Insurance Airlines Airways Motors Electronics Pharmaceuticals Technologies Systems Software Communications Telecom Energy Petroleum Oil Gas Steel Press News Times Post Journal Tribune Herald Gazette Television Radio Network Broadcasting Studios Pictures Records Entertainment Media Force Forces Army Navy Guard Police Corps Brigade Brigades Division Regiment Battalion Command Front Movement Alliance Coalition Army League Club Team FC F.C. AC CF SC United City Rovers Wanderers Athletic Albion Church Society Board Chamber Service Services Administration Center Centre Laboratory Laboratories Brothers Bros. Bros & Associates Universidade Instituto Partido Banco Ministério Câmara Tribunal Empresa Associação Federação Stranka Ministarstvo Vlada Banka Fakultet Univerzitet Sveučilište Universitet Universitetet Universität Partiet Högskolan Kommune Banken',
  ],
  [
    ROLE.ground,
    'River Lake Sea Ocean Bay Gulf Strait Island Islands Isle Mountain Mountains Mount Mt. Mt Valley Desert Forest Peninsula Cape Coast Beach Street Avenue Road Square Park Bridge Airport Station Stadium Arena Province County District State Region Territory Republic Kingdom City Town Village Port Harbour Harbor Canal Plain Plains Hills Hill Point Fort Castle Palace Cathedral Temple Rio Ilha Serra Praia Rua Avenida Estado Cidade Reka Rijeka Grad Ulica Otok Planina',
  ],
  [
    ROLE.where,
    'in at from near to into across around outside inside throughout towards toward via em no na nos nas u iz kod v vo na i på från till fra til ved',
  ],
  [
    ROLE.place,
    'city town village capital province region state county district country nation republic kingdom island suburb border port area north south east west northern southern eastern western central neighborhood territory cidade região país estado grad mjesto selo država pokrajina staden byen kommun',
  ],
  [
    ROLE.calendar,
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Christmas Easter Ramadan GMT EST EDT PST UTC AM PM BC AD I Segunda Terça Quarta Quinta Sexta Janeiro Fevereiro Março Abril Maio Junho Julho Agosto Setembro Outubro Novembro Dezembro',
  ],
  [
    ROLE.link,
    'of the and for & de da do dos das del di du des la le van der den von und y e et af och og i bin ibn al el a ben ter ten zu',
  ],
  [
    ROLE.group,
    'company firm club team party group agency bank newspaper network organization organisation union university police army ministry government parliament court band league airline maker giant subsidiary unit movement militia empresa clube partido grupo banco jornal stranka klub tvrtka partiet företaget selskapet',
  ],
  [
    ROLE.happening,
    'Cup Championship Championships Open Games Olympics Tournament Series Grand Prix Masters Marathon Festival Awards Award Prize War Wars Revolution Act Treaty Agreement Accord Accords Convention Conference Summit Day Week Year Bill Law Book Album Report Earthquake Hurricane Typhoon Storm Election Elections',
  ],
]

const roles = new Map<string, number>()
for (const [role, words] of LISTS) for (const word of words.split(' ')) if (!roles.has(word)) roles.set(word, role)

/** The role of a word as it is written; ROLE.none for most. */
export function roleOf(word: string): number {
  return roles.get(word) ?? ROLE.none
}
