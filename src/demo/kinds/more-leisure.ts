import { personName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const marathon: StoryKind = {
  name: 'marathon',
  section: 'sports',
  crumb: 'Running',
  oRole: 'race director of the {place} marathon',
  cRole: 'of the national anti-doping office',
  wRoles: ['a pacemaker', 'a volunteer with sponges', 'a finisher in a fish costume', 'a physiotherapist'],
  facts: (random) => ({
    subject: 'the {place} marathon',
    topic: 'long-distance running',
    runner: personName(random).full,
    second: personName(random).full,
    time: `2:${random.int(11, 29)}:${random.int(10, 59)}`,
    gapS: String(random.int(2, 55)),
    field: `${random.int(3, 29)},${random.int(100, 999)}`,
    heat: String(random.int(1, 24)),
    metres: String(random.int(60, 380)),
  }),
  title: {
    arrive: lines(`{runner} wins {place} marathon in {time}
      {gapS} seconds [after 42 kilometres|decide]: {runner} [beats|ahead of] {second}
      {field} [on the road|runners], one {runner}: [record day|a race] in {place}`),
    develop: lines(`[Too short|Short] by {metres} metres? [Doubts over|Questions for] {place} marathon [course|record]
      {runner} [tested|cleared] [after|following] {place} [win|marathon]
      [Wrong turn|Marshal's mistake] [cost|costs] {second} {place} [victory|win]`),
    follow: lines(`{place} marathon [measured again|re-measured]: [record stands|record gone]
      {runner} [gives|leaves] [prize|half the prize] to {second}
      {place} [wants|plans] [bigger|greener] marathon [next year|after this one]`),
  },
  lead: {
    arrive:
      lines(`{runner} [won|took] the marathon of {place} on {today} in {time}, {gapS} seconds [before|ahead of] {second}.
      [It was decided|The race was decided] on the [last bridge|cobbles] of {place} on {today}: {runner} [pulled away from|left] {second} and [finished|was home] in {time}.
      {field} people [ran|set out] in {place} on {today}; [the first back|the fastest] was {runner}, [in|after] {time}.`),
    develop:
      lines(`The course of the {place} marathon may have been {metres} metres [short|too short], [the athletics union said|it was claimed] on {today}.
      {second}, [who came second|the runner-up] in {place}, was [sent|led] the wrong way [by a marshal|at a roundabout], [the organisers|the race office] [admitted|confirmed] on {today}.
      {runner}, [winner|first] in {place}, [has been tested|gave samples] and [is cleared|may keep the title], [the office said|it was announced] on {today}.`),
    follow:
      lines(`[Two measurers|Surveyors] on bicycles [rode|checked] the {place} course on {today}: it [is|was] [long enough|too short].
      {runner} will [share|split] the prize of {place} with {second}, [both said|they announced] on {today}.
      The {place} marathon is to [change|move] [its course|its date], [the town said|the organisers told runners] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[It was {heat} degrees at the start|At the start the air had {heat} degrees], [with a wind from|and a breeze off] {river}.
      [At half-way|At 21 kilometres] [a group of|still] {#4-14} [ran together|were level]; [a stitch|a lost shoe] [cost|took] [two|three] of them.
      [The last|Last in] [came|arrived] after {#6-8} hours, [to a band|with a sweeper bus] and [more applause|louder cheers] than [the first|anyone].
      {#20-190} [needed|were given] [plasters or salt|first aid], [nobody|no one] [seriously|in danger].
      [The fastest woman|Among the women the first] was {w2name} in 2:{#31-49}:{#10-59}.`),
    develop:
      lines(`[A barrier|One barrier] [stood|had been set] [on the wrong side of|before] {w2street}, [pictures|a film from a balcony] [show|prove].
      [The time|{time}] would [count|stand] [all the same|only as a best of the season].
      [Tests|Samples] [were taken|went] from {#6-20} runners, [drawn by lot|chosen by place].
      [The marshal|A young marshal] [apologised|wept]; [the runner|{second}] [sent|brought] [a cake|flowers].`),
    follow:
      lines(`[The measure|Measuring] [is done|works] with a [counter|wheel] and [a tenth of a percent|one metre in a thousand] [to spare|added].
      [The prize|It] [amounts to|is] {#3-20},000 crowns [and a ham|and a year of bread].
      [Next year|In a year] {#9-38},000 [may start|places are open], [the half of them|one in three] [for locals|by lot].
      [Shops|Traders] [asked|had asked] for [a Saturday|an earlier start]; [the church|parishes] [did not mind|agreed].`),
  },
  background:
    lines(`The race [began|was first run] in {#1953-1984} with {#17-140} [men|starters], [timed|clocked] by [the station clock|a watchmaker].
    [A course record|Records] [count|are valid] [only if|when] [start and finish|both ends] lie [near|close to] each other and [the way|the fall] is [measured twice|small].
    [In {country}|Across {country}] {#40-160} [marathons|long races] [are run|take place] a year, [most|mainly] in [autumn|the cool months].
    [Running shoes|Shoes with plates] [made|have made] the best {#1-3} percent [faster|quicker], [studies|researchers] [say|estimate].`),
  official:
    lines(`[We close forty streets|Forty streets are shut] [so that people can suffer|for people to suffer] [in peace|with dignity]
    [The hero|Our hero] [came last|was number {#2000-2999}], [with a broken umbrella|and thanked everyone]
    [A mistake is a mistake|It was our fault]. [We paint larger arrows|Next year the arrows are red]`),
  critic: lines(`[We test|Testing is for] [the honest ones|those who are clean], [too|above all]
    [A record needs a tape measure|Without a measure] [and a witness|no record]
    [I see no case|There is nothing here]. [I see wet people|Only tired people]`),
  witness: lines(`[I gave out|I handed out] {#900-4000} sponges. [I got one in the face|One came back]
    [Fish do not run|As a fish] [for a reason|you cannot drink]. [I know it now|The tail was the problem]
    [At thirty-five|At kilometre thirty-five] [one talks to lamp posts|you hear your knees]. [They answer|It helps]`),
}

const series: StoryKind = {
  name: 'tv-series',
  section: 'entertainment',
  crumb: 'Television',
  oRole: 'head of drama at {channel}',
  cRole: 'who writes for the screen herself',
  wRoles: ['a viewer since the first part', 'a set builder', 'a stand-in', 'an inn keeper on the location'],
  facts: (random) => ({
    subject: 'the end of "{series}"',
    topic: 'long-running series',
    series: random.pick([
      'The Lock Keepers',
      'Ward Nine, Night',
      'Salt and Sons',
      'Judge Ferrow',
      'The Pellgate Road',
      'Auntie Knows',
    ]),
    channel: random.pick(['Channel Halvern', 'Kelloria One', 'Sound TV', 'Norrevik Screen']),
    star: personName(random).full,
    seasons: String(random.int(4, 23)),
    viewers: `${random.int(1, 6)}.${random.int(1, 9)} million`,
    parts: String(random.int(40, 480)),
    names: `${random.int(11, 98)},000`,
  }),
  title: {
    arrive: lines(`{channel} [ends|drops] "{series}" after {seasons} [seasons|years]
      [No more|The last of] "{series}": {star} [hears it|learns of it] [on set|by post]
      "{series}" [to close|finishes] with part {parts}`),
    develop: lines(`{names} [sign|names] [to save|for] "{series}"
      {star} [walks out|leaves] [before|ahead of] last "{series}"
      [Rival|Another] channel [woos|wants] "{series}"`),
    follow: lines(`"{series}" [lives on|saved]: {channel} [turns round|gives in]
      {viewers} [watch|see] [last|final] "{series}"
      [Props|Coats and kettles] of "{series}" [under the hammer|go to museum]`),
  },
  lead: {
    arrive:
      lines(`{channel} will [end|stop] "{series}" after {seasons} seasons and {parts} parts, [the channel said|it announced] on {today}.
      {star}, [for {seasons} years the face of|who plays the lead in] "{series}", [learnt|was told] on {today} that [it is over|{channel} ends it].
      [With part {parts}|After {parts} parts] "{series}" [comes to an end|will be over], [although|even though] {viewers} [still watch|tune in], {channel} [said|told viewers] on {today}.`),
    develop: lines(`{names} people had [signed|put their names] [by {today}|as of {today}] to [save|keep] "{series}".
      {star} [left|walked off] the set of "{series}" on {today}, [{#2-6} parts before the end|with scenes left to shoot].
      [Another channel|A rival of {channel}] [asked|enquired] on {today} [about|for] the rights to "{series}".`),
    follow: lines(`"{series}" [goes on|will continue]: {channel} [took back|reversed] its decision on {today}.
      {viewers} people [saw|watched] the last part of "{series}", {channel} [counted|said] on {today}.
      [The kitchen table|The coat rack], {#40-300} costumes and a [stuffed heron|bus] from "{series}" [were sold|went to buyers] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[A part|One part] [costs|cost] {#200-900},000 crowns, [twice|half as much again as] [the sum of|what it was] {#2012-2018}.
      [The last|Final] [scenes|takes] [are shot|will be filmed] in {place} [before the frost|in {#3-9} weeks].
      [The writers|Three writers] [have|wrote] {#2-4} endings, [of which one|and one] [is sad|has a wedding].
      [The audience|Its viewers] [is|are] {#51-68} on average, [the channel says|by the channel's figures].
      [The village|{place}], [where it is filmed|its location], [lives|earns] [in part|well] from [coach parties|visitors with cameras].`),
    develop:
      lines(`[Letters|Parcels] [fill|filled] {#2-9} [baskets|trolleys] at {channel}, [with|many with] [knitted ducks|teabags] [inside|as a sign].
      [A stand-in|A double] [finishes|will do] the [scenes on horseback|scenes from behind].
      [The rights|Rights] [belong|lie with] [the heirs of the inventor|a firm of two sisters].
      [Street interviews|Voices from {w2street}] [ran|were] [ten to one|clearly] [against the end|for more].`),
    follow:
      lines(`[Two more seasons|{#10-26} more parts] [are agreed|will be made], [cheaper|shorter], [with|and with] [younger|new] [faces|doctors].
      [In the last minute|At the end] [a light|the kettle] [goes out|boils], [and|then] [nobody speaks|the dog barks].
      [The table|It] [went|sold] for {#2-19},000 crowns [to a dentist|to a bakery].
      [The museum|A museum] in {place} [opens|has] [a room|a corner] [for it|from spring].`),
  },
  background:
    lines(`The first part [was shown|ran] in {#1998-2015} [against|opposite] [a cup final|the lottery] and [lost|won] [narrowly|by a mile].
    [A series|Series] [lives|last] {#2-4} seasons [on average|in the middle]; [one in thirty|few] [reaches|get past] ten.
    {channel} [must|has to] save {#20-90} million crowns [in three years|by {#2027-2029}].
    [Streaming|Screens in pockets] [took|have taken] {#18-44} percent of [evening viewers|the evening] since {#2014-2019}.`),
  official: lines(`[A story may end|Stories end]. [Only advertising goes on|That is what makes them stories]
    [I cried over it in the lift|I wept], [then I did the sums|and signed]
    [We read every letter|All letters are read], [also those with ducks|even the rude ones]`),
  critic:
    lines(`[They end what people like and keep what tests well|It is liked, so it must go]. [That is called strategy|They call it courage]
    [{parts} parts|So many parts] are [a neighbourhood|a village]. [One does not close a neighbourhood|You do not fire a village]
    [A good ending|Endings] [takes|need] two years. [They got six weeks|They have a month]`),
  witness:
    lines(`[I built that kitchen four times|Four times I built it]. [I could walk it blind|I have its plan at home]
    [Wednesday|That evening] was [soup and the series|ours]. [Now it is soup|What do I do with the soup]
    [They come by the coach load|Coaches stop here]. [They photograph my door|They want the murder room]`),
}

/** More of sports and entertainment: running and television. */
export const LEISURE: readonly StoryKind[] = [marathon, series]
