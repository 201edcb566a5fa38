import { brandName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const breach: StoryKind = {
  name: 'data-breach',
  section: 'technology',
  crumb: 'Security',
  oRole: 'head of security at {company}',
  cRole: 'the data protection commissioner of {country}',
  wRoles: ['a patient', 'a hotel owner', 'a student of law', 'a woman whose card was emptied'],
  facts: (random) => {
    const records = random.int(2, 9)
    return {
      subject: 'the leak at {company}',
      topic: 'stolen data',
      records: `${records}.${random.int(1, 9)} million`,
      recordsLater: `${records + random.int(1, 6)}.${random.int(1, 9)} million`,
      door: random.pick([
        'a forgotten test server',
        'a printer with an old password',
        "a supplier's maintenance account",
        'a backup left open to the world',
      ]),
      group: `${random.pick(['Moth', 'Tin', 'Lantern', 'Gravel', 'Paper'])}${random.pick(['wasp', 'fox', 'heron', 'moth', 'crow'])}`,
      ransom: `${random.int(2, 19)} million crowns`,
      fine: `${random.int(3, 60)} million crowns`,
      days: String(random.int(9, 120)),
    }
  },
  title: {
    arrive: lines(`[Names, addresses, cards|Data] of {records} [customers|people] [stolen from|gone at] {company}
      {company} [admits|confirms] [break-in|theft of data]: {records} [records|files] [out|lost]
      [The door was|Thieves came through] {door}: {company} [hacked|leak]`),
    develop: lines(`{company} leak [grows|widens] to {recordsLater} [people|records]
      [Gang|Group] {group} [claims|says it holds] {company} data, [wants|asks] {ransom}
      {days} days [unnoticed|inside]: [how thieves walked through|the path into] {company}`),
    follow: lines(`{company} [fined|must pay] {fine} over [leak|lost data]
      [After the leak|Weeks on], {company} [customers|victims] [sue|go to court]
      Two [arrests|held] in {company} [data case|theft], [says police|police say]`),
  },
  lead: {
    arrive:
      lines(`[Unknown thieves|Intruders] [copied|took] [the data of|details on] {records} people from computers of {company}, [the maker of {makes} confirmed|the firm admitted] on {today}.
      [It began with|The way in was] {door}: {company} [lost|has lost] records on {records} [customers|people], [among them|including] [dates of birth|home addresses] [and card numbers|and passwords], [it said|it became known] on {today}.
      {company} [switched off|took down] [parts of its network|its customer pages] on {today} after [finding|it found] that {records} records had been [copied|carried off].`),
    develop:
      lines(`The theft of data at {company} is [larger|wider] than [first said|thought]: {recordsLater} people [are affected|may be hit], [the firm wrote|it conceded] on {today}.
      A [gang|group] that calls itself {group} [put up|posted] [a sample|samples] of the {company} files on {today} and [demanded|asked for] {ransom}.
      [Thieves had the run of|The intruders were in] the {company} network for {days} days [before|until] [anyone|someone] noticed, [a report seen|a first report read] on {today} [shows|says].`),
    follow:
      lines(`{company} has to pay {fine} for [careless handling of|failing to protect] customer data, [the commissioner ruled|the data protection office decided] on {today}.
      [A court|The district court] in {place} [admitted|took up] a joint suit of {#2-9},000 [customers|people] against {company} on {today}.
      Police [arrested|took] two [suspects|men in their twenties] on {today} in the [case|affair] of the {recordsLater} records [stolen from|lost by] {company}.`),
  },
  detail: {
    arrive:
      lines(`[The gap|The hole] was [closed|shut] [within an hour|the same night], [the company says|it says]; [when it opened|how long it stood open] is [not known|unclear].
      [Passwords|The passwords] were [stored hashed|salted and hashed], [card numbers|bank details] [were not|lay in plain text], [a technician said|said someone with knowledge of the system].
      [Customers|Those concerned] [get|should get] a [letter|message] by {tomorrow} and [should|are told to] [change|renew] passwords [used elsewhere|they use twice].
      [The police|Investigators] [took|secured] {#3-40} [disks|servers] and [asked|called in] [colleagues|experts] from [two|three] countries.
      [Calls to the hotline|The hotline] [ran into|was] a [recorded voice|busy tone] [for most of the day|until late].`),
    develop:
      lines(`[The sample|What was posted] [holds|contains] {#900-9000} [lines|entries], [checked by|some of which] [three readers|two people] [found|recognised as] [their own|true].
      [The firm|{company}] [will not pay|refuses to pay]: [paying|a ransom] would [feed|fund] [the next theft|the trade].
      [Logs|Traces] [show|point to] {#4-30} [logins|visits] at night from [rented machines|a university network], [always|each time] [around|near] {hour}.
      [A warning|An e-mail] by [a student|an outside tester] [sat|lay] unread [in a shared mailbox|for {#20-90} days].`),
    follow:
      lines(`[The ruling|The decision] [lists|names] {#4-11} [failings|omissions], [from|among them] [missing updates|no second factor] to [no list|the lack of a list] of [servers|who had access].
      [Victims|Customers] [want|ask for] {#200-900} crowns [each|a head]; [the company offers|on offer is] [a year of credit watch|free monitoring].
      {company} [has since|meanwhile] [hired|taken on] {#6-40} [people|specialists] [for security|and a new head of security].
      [A copy|Copies] of the data [still circulates|is for sale] [for the price of a dinner|in closed forums].`),
  },
  background:
    lines(`[In {country}|Under the law], [a leak|theft of data] must be [reported|told] within {#48-72} hours; [one in three|every third] [is|report comes] [late|after the deadline].
    [Most break-ins|Four of five] [start|begin] with [a stolen password|passwords used twice], [not with genius|and not with clever code].
    [Three years ago|In {#2018-2023}] [a clinic|a ferry line] [lost|had] [a similar number|as many] of files; [the culprits|those behind it] were [never found|found in a holiday flat].
    [Data of this kind|An address with a birth date] [fetches|is worth] [a few cents|less than a bus ticket] [apiece|a person] [on the market|among thieves].`),
  official: lines(`[We are ashamed|This should not have happened], [and we are awake|and we say so]
    [We found it, we closed it|The hole is closed], [now we count|and we count what is missing]
    [Nobody has to|No customer needs to] [buy anything or click anything|click on anything]. [If a mail says so|Whoever writes that], [it is not from us|is not us]`),
  critic: lines(`[A firm that keeps everything|Whoever hoards data] [will lose everything|loses it by the million]
    [You can apologise for an accident|An accident is something else]. [This was a habit|That was neglect]
    [The best protected record|What is safest] is [the one you never asked for|the data you do not store]`),
  witness:
    lines(`[They knew my birthday|A stranger knew my birthday]. [My own brother does not|That is more than my friends]
    [I changed forty passwords|Forty passwords I changed] [on Sunday|in one night], [and the cat's name is free again|on paper now]
    [First|At first] they [rang|called] [as the bank|and said they were the bank]. [They were polite|Very polite people]`),
}

const launch: StoryKind = {
  name: 'device-launch',
  section: 'technology',
  crumb: 'Devices',
  oRole: 'chief designer at {company}',
  cRole: 'of the consumer association of {country}',
  wRoles: ['a repairer', 'a shop owner', 'a teacher', 'a tester'],
  facts: (random) => {
    const name = brandName(random)
    return {
      subject: 'the {device} of {company}',
      topic: 'repairable devices',
      device: `${name} ${random.pick(['One', 'Mini', 'Field', 'Air', 'Duo'])}`,
      thing: random.pick([
        'a telephone with a battery anyone can change',
        'a tablet that runs from a solar lid',
        'a hearing aid that translates',
        'a watch without a screen',
        'a home robot that folds laundry',
      ]),
      price: `${random.int(14, 96)}0 crowns`,
      hours: String(random.int(18, 90)),
      sold: `${random.int(12, 90)},000`,
      fault: random.pick([
        'a hinge that cracks in the cold',
        'a charger that overheats',
        'a seal that lets water in',
        'an update that drains the battery',
      ]),
    }
  },
  title: {
    arrive: lines(`{company} [shows|unveils] {device}, {thing}
      [For {price}|At {price}]: {company} [bets on|tries] {thing}
      {device} [first look|in the hand]: [{hours} hours and a screwdriver|what {company} got right]`),
    develop: lines(`{sold} [sold|gone] in a day: {device} [runs out|queue grows]
      [Testers|Users] [find|report] {fault} in {device}
      [Rivals answer|A rival answers] {company} and its {device}`),
    follow: lines(`{company} [recalls|calls back] {device} over {fault}
      [A month|Some weeks] with the {device}: [love and glue|the verdict]
      {device} [fixed|repaired]: {company} [sends|ships] [new parts|kits]`),
  },
  lead: {
    arrive:
      lines(`{company} [presented|showed] the {device} in {place} on {today}: {thing}, [for {price}|which will cost {price}].
      [It is|The {device} is] {thing}, it [lasts|runs] {hours} hours and [costs|sells for] {price}: {company} [lifted the cloth|let the press touch it] on {today}.
      [With|Using] {thing}, {company} [wants|hopes] to [win back|reach] [people who stopped buying|buyers tired of yearly models]; the {device} [was shown|had its first day] on {today} in {place}.`),
    develop:
      lines(`[Within a day|By {today}], {company} had [sold|taken orders for] {sold} of its {device}, [more than planned|twice the plan].
      [Owners|First owners] of the {device} [report|complain of] {fault}, and {company} [said|admitted] on {today} it was [looking into it|checking].
      [A competitor|One rival] [cut prices|brought forward its own model] on {today}, [days|hardly a week] after {company} [brought out|showed] the {device}.`),
    follow:
      lines(`{company} is [recalling|taking back] the {device} because of {fault}, [it said|the firm announced] on {today}.
      [After some weeks of use|Now that the first weeks are over], [owners|testers] of the {device} [draw|drew] a [mixed|friendly] [balance|verdict] on {today}.
      [Owners|Buyers] of the {device} [get|will receive] [a kit|new parts] by post to [mend|cure] {fault}, {company} [promised|announced] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[Seven|Eleven] screws [hold it together|close the case], [all of one size|and the tool comes with it].
      [The chip|Its processor] [comes|is] from [Sundial Semiconductor|a plant in Norrevik] and [draws|needs] [a third|half] of the [power|current] of the [last one|usual part].
      [It goes on sale|Shops get it] on the [first|third] {tomorrow} of next month in {#4-19} countries.
      [Spare parts|Parts] are [promised|guaranteed] for {#7-12} years, [updates|new software] for [as long|eight].
      [In a first try|During the demonstration] the [voice|microphone] [failed once|misheard a question], [to laughter|which amused the hall].`),
    develop:
      lines(`[Queues|A queue] of {#40-300} [people|buyers] [formed|stood] [off|in] {w2street} [from|since] {hour}.
      [A forum|One forum] [counts|has collected] {#90-900} [cases|reports], [nearly all|most] from [the north|places with frost].
      [The shares|Shares in the maker] [moved|went] by {#2-9} percent [in an hour|by midday].
      [A teardown|Taking it apart] [showed|revealed] [honest work|clean work], [and|but also] [one glued seam|a drop of glue].`),
    follow:
      lines(`[The recall|It] [covers|concerns] {#9-60},000 [pieces|units] [with numbers|whose serial] ending in [even digits|K or M].
      [Repairers|Repair shops] [praise|like] [the open plans|the drawings], [which|that] [anyone may download|are free].
      [Return rates|Returns] [stand at|are] {#1-6} percent, [against|where] {#3-8} [is usual|are normal in the trade].
      [The next model|A successor] [is due|comes] [in two years, not one|when this one is worn out, says the maker].`),
  },
  background:
    lines(`[A law|The repair law] of {country} [obliges|forces] makers [from|since] {#2021-2025} to [sell parts|open their manuals] for {#5-10} years.
    [The average telephone|A telephone] is [kept|used] {#2-4} years in {country}, [up from|against] [under two|nineteen months] [a decade ago|in {#2012-2016}].
    [{company} began|The firm began] with {makes} and [came to devices|took up devices] [late|only in {#2009-2019}].
    [Twice|Two times] such [a plan|an idea] [failed|went wrong]: [too thick|too heavy], [too dear|too early].`),
  official: lines(`[A thing you cannot open|What you cannot open] [is not yours|only visits you]
    [We made it thicker|It is two millimetres thicker]. [Hands do not mind|Pockets have forgiven us]
    [I threw away|We threw out] {#12-60} [drawings|versions] [before|until] [this one|it clicked]`),
  critic: lines(`[A good start|Praise where due], [but ask again in eight years|and we will count the spare parts]
    [Repairable|To be repairable] is [worth little|half the job] if [the part costs|a screen costs] [half the device|as much as a new one]
    [The price|{price}] [shuts out|is too much for] [those who would need it|many]`),
  witness:
    lines(`[I had it open in four minutes|Four minutes and it lay in parts]. [That is a compliment|And it worked again]
    [My pupils|The children] [tried to break it|dropped it]. [They lost|It won]
    [Customers ask|People ask] [for it by the wrong name|for the one with the screws]. [I know which they mean|That says all]`),
}

/** Technology: machines, data, networks. */
export const TECHNOLOGY: readonly StoryKind[] = [breach, launch]
