import { personName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const recount: StoryKind = {
  name: 'mayor-recount',
  section: 'society',
  crumb: 'Politics',
  oRole: 'returning officer in {place}',
  cRole: 'who ran second in {place}',
  wRoles: ['a poll clerk', 'a first-time voter', 'a taxi driver', 'a stallholder'],
  facts: (random) => {
    const gap = random.int(3, 96)
    return {
      subject: 'the vote for mayor of {place}',
      topic: 'close elections',
      winner: personName(random).full,
      gap: String(gap),
      gapLater: String(Math.max(1, gap - random.int(1, 12))),
      votes: `${random.int(11, 96)},${random.int(100, 999)}`,
      turnout: `${random.int(38, 74)} percent`,
      boxes: String(random.int(14, 160)),
      box: String(random.int(3, 140)),
    }
  },
  title: {
    arrive: lines(`{gap} votes [decide|part] {place}: {winner} [ahead|leads] in [race for town hall|mayor vote]
      {winner} [claims|takes] {place} by {gap} [ballots|votes]
      [Photo finish|Closest vote yet] in {place}: {gap} of {votes}`),
    develop: lines(`{place} to [count again|recount] after {gap}-vote [result|win]
      Box {box} [found|turns up] in {place} [cellar|school], [recount widens|lawyers called]
      [Observers|Monitors] watch {place} [recount|count] [hall by hall|ballot by ballot]`),
    follow: lines(`{winner} [sworn in|confirmed] as mayor of {place}, by {gapLater}
      [Recount over|It stands]: {winner} wins {place} by {gapLater}
      [First acts|Day one] of mayor {winner} in {place}`),
  },
  lead: {
    arrive:
      lines(`{winner} [won|came first in] the election for mayor of {place} by {gap} [votes|ballots] out of {votes}, [the town said|officials announced] [late on {today}|on {today}].
      [It came down to|In the end it was] {gap} ballots: {winner} is [ahead|the winner] in {place}, [after a count that lasted|when the last box was emptied] [until {hour}|on {today}].
      [No election|Never has an election] in {place} [was|been] closer: {gap} votes [put|separate] {winner} [before|from] the next of {#3-6} candidates, [by the count of|as of] {today}.`),
    develop:
      lines(`All {boxes} boxes in {place} [will be|are being] counted [again|a second time], [the court ruled|a judge decided] on {today}, after {winner} won by {gap} votes.
      A [sealed|forgotten] ballot box, number {box}, [was found|came to light] in [a school cellar|a caretaker's room] in {place} on {today}.
      [Counting|The recount] of {votes} votes [began|went on] in {place} on {today} [under the eyes of|watched by] {#12-60} observers.`),
    follow:
      lines(`{winner} was [sworn in|inaugurated] as mayor of {place} on {today}, after a recount that [left|gave] a lead of {gapLater}.
      [The recount changed little|After all the counting]: {winner} [remains|is] mayor of {place}, by {gapLater} votes, [officials said|it was announced] on {today}.
      [On the first day in office|In a first act], mayor {winner} of {place} [ordered|called for] [new ballot boxes|a review of polling stations] on {today}.`),
  },
  detail: {
    arrive: lines(`Turnout [reached|was] {turnout}, [higher|lower] than [four years ago|last time].
      [In three wards|In {#2-7} districts] the [gap|difference] was [below ten|a handful of] votes; in one [the two were level|it was a draw].
      [Postal votes|Votes sent by post], {#1-9},{#100-999} of them, [turned the evening|changed the order] [at about|towards] {hour}.
      [The loser|The runner-up] [asked for|filed for] a [second count|recount] [within the hour|before breakfast].
      [Campaigning|The campaign] [had been about|turned on] [parking and a swimming pool|rents|the tram to the hospital].`),
    develop: lines(`[Each ballot|Every paper] is [held up|shown] to [two tables|four people] and [called|read] aloud.
      [So far|After {#10-60} boxes] the [gap|lead] has [moved|changed] by {#1-9}, [in both directions|to and fro].
      [The seal|Its seal] was [whole|unbroken], [police|an officer] [noted|wrote], and {#90-640} papers [lay|were] inside.
      [The cost|A recount] [comes to|costs] {#20-90},000 crowns, [to be borne|paid] by the [town|loser if nothing changes].`),
    follow: lines(`[The oath|It] took {#40-90} seconds; [the band|a school choir] [needed|played] longer.
      [The court|Judges] [found|saw] [mistakes, not fraud|{#3-19} wrongly counted papers].
      [A majority|{#11-19} of {#21-35} seats] in the council [belongs|belong] to [others|the opposition].
      [First|At the top of the list] [stands|is] the [swimming pool|tram], [then|followed by] [the budget|rents].`),
  },
  background:
    lines(`{place} has [elected|chosen] its mayor [directly|by popular vote] since {#1974-1996}; [before|until then] the council [did|named one].
    [Hand counts|Counting by hand] [err|go wrong] in [about|some] {#1-4} of a thousand papers, [a study|research] [of forty recounts|in {country}] [found|says].
    [The law|Electoral law] [gives|grants] a recount [below|when the gap is under] half a percent.
    [The last mayor|The outgoing mayor] [served|held office] {#8-20} years and [did not stand|stepped down] [again|for health reasons].`),
  official:
    lines(`[We count until two tables agree|Two tables must agree], [and then we have soup|and only then we sleep]
    [A vote is a piece of paper|Paper is patient], [and I have touched all of them|and we have all of it]
    [Nobody is mayor|There is no mayor] [by telephone|before the signature]`),
  critic:
    lines(`[I concede when there is something to concede|When it is counted, I congratulate]. [Not before|Until then I wait]
    [A box does not walk|Boxes have no legs]. [Somebody carried it|I would like to know who carried it]
    [Half the town|Every second voter] [wanted another|chose somebody else]. [That remains|It should be remembered]`),
  witness: lines(`[I nearly stayed at home|It rained and I went]. [Now I am one of {gap}|I feel like the deciding one]
    [I counted till my eyes crossed|After ten hours] [every cross looks like a spider|I saw crosses in the soup]
    [They all drive with me|In my cab] [everybody voted for the winner|all are satisfied]. [The sums do not add up|Strange, is it not]`),
}

const bridge: StoryKind = {
  name: 'bridge-closure',
  section: 'society',
  crumb: 'Transport',
  oRole: 'chief engineer of {region}',
  cRole: 'who speaks for the shops of the far bank',
  wRoles: ['a lorry driver', 'a ferryman', 'a commuter', 'a pupil from the other side'],
  facts: (random) => ({
    subject: 'the closed bridge at {place}',
    topic: 'ageing bridges',
    crack: `${random.int(2, 48)} millimetres`,
    cars: `${random.int(9, 64)},000`,
    detour: String(random.int(11, 58)),
    built: String(random.int(1938, 1979)),
    cost: `${random.int(14, 160)} million crowns`,
    months: String(random.int(4, 26)),
    pier: String(random.int(2, 9)),
  }),
  title: {
    arrive: lines(`[Crack in pier {pier}|Divers find crack]: {place} bridge [shut|closed] at once
      {cars} cars a day must [turn back|go round] as {place} bridge [closes|is shut]
      [Cut in two|A town divided]: {place} [loses|without] its bridge`),
    develop: lines(`[Ferry|Old ferry] [back in service|returns] at {place} [after bridge closure|for a closed bridge]
      [Warnings|Report] on {place} bridge [ignored|lay in drawer] for years
      [Two choices|Blast or mend]: {place} bridge [divides council|on the table]`),
    follow: lines(`{place} bridge [to be replaced|will come down], cost {cost}
      [Footpath|One lane] [opens|reopens] on {place} bridge
      {months} months [without|to wait for] a bridge: {place} [adapts|settles in]`),
  },
  lead: {
    arrive:
      lines(`The bridge over {river} in {place} was [closed|shut] to all traffic on {today} after [divers|inspectors] found a crack of {crack} in pier {pier}.
      {place} is [cut in two|divided] since {today}: a crack, {crack} wide, [in|through] pier {pier} [forced|led] engineers to close the bridge that {cars} cars [cross|use] each day.
      [Without warning|At {hour}], barriers [came down|were set] [at both ends of|before] the bridge in {place} on {today}; {cars} cars a day [now|must] [make a detour|go round].`),
    develop:
      lines(`A ferry [crossed|went over] {river} at {place} again on {today}, [for the first time since|as it had until] {built}.
      [Engineers|Inspectors] [warned of|described] the [weak|failing] pier of the {place} bridge [years ago|in {#2015-2022}], [a paper seen on {today} shows|it became known on {today}].
      [Mend or blast?|Repair or replace?] The council of {place} [debated|argued over] the bridge on {today} [until {hour}|without a vote].`),
    follow:
      lines(`The bridge at {place} will be [torn down and built anew|replaced] for {cost}, [the region decided|it was decided] on {today}.
      [Pedestrians|People on foot] may [cross|use] the bridge at {place} again [from|since] {today}.
      {months} months will [pass|go by] before {place} has its bridge [back|again], [engineers|planners] [said|told the town] on {today}.`),
  },
  detail: {
    arrive: lines(`The way round, [by the motorway|over the next crossing], is {detour} kilometres [longer|each way].
      [Divers|Two divers] [had gone down|were at work] for a [routine look|yearly check] when [a lamp|a hand] [vanished|sank] in the [gap|crack].
      [Ambulances|Rescue cars] [now stand|are posted] on both banks; the hospital [is|lies] [on the west side|across].
      [A sensor|Instruments] [on the deck|in the pier] [showed|recorded] {#2-9} millimetres of [movement|sag] [in a night|under a lorry].
      [Buses|The bus] [end|turn] at {w2street}, [from where|and] people [walk|go on] [to a footbridge|by boat].`),
    develop: lines(`[The boat|The ferry] [takes|holds] {#12-40} cars and [leaves|goes] every {#15-40} minutes.
      [The paper|The warning], {#20-90} pages, [went|was sent] to [three offices|two ministries] and [came back|was returned] [unread|with a stamp].
      [A net|Nets] [catches|hold] [loose concrete|what falls]; [fishing|boats] [below is|are] [forbidden|kept away].
      [Shops|Traders] [on the far bank|over there] [report|count] {#20-60} percent [less|fewer] [custom|customers].`),
    follow:
      lines(`[The new bridge|Its successor] [gets|will have] [a cycle lane|rails] and [one pier fewer|no pier in the water].
      [Steel clamps|Clamps] [hold|carry] pier {pier}, [enough for|which suffices for] [shoes|walkers and prams].
      [The state|{country}] [pays|gives] {#40-80} percent, [the rest|what is left] [falls on|comes from] the [region|town].
      [Until then|Meanwhile] the [ferry|boat] [stays|runs], [free of charge|at a crown a head].`),
  },
  background:
    lines(`The bridge was [opened|built] in {built} for [a third|half] of [today's|the present] traffic and [lorries|trucks] of [twelve|sixteen] tonnes.
    [One bridge in|Of bridges in {country}, one in] {#5-12} [is|was] rated ["insufficient"|poor] [in the last report|by inspectors].
    [Salt|Road salt] and [frost|water] [eat|work at] [steel|the rods] inside the concrete [unseen|from within].
    [Money for upkeep|Upkeep] [fell|was cut] by {#10-40} percent [after|since] {#2008-2013}.`),
  official:
    lines(`[I would rather be shouted at today|Better angry people today] than [explain tomorrow|visit families tomorrow]
    [The bridge told us|Concrete speaks]. [We had to put an ear to it|One has to listen]
    [It stands|The bridge stands]. [I would not park on it|I would not bet a bicycle on it]`),
  critic: lines(`[They had years|Years went by], [and a pencil|and a report]. [They lost both|They used neither]
    [My customers|Our customers] [live over there|are on the wrong bank]. [I see them wave|We wave]
    [A bridge is not a luxury|This is no luxury]. [Cake is|Fireworks are]`),
  witness: lines(`[I was the last across|Mine was the last lorry]. [I felt nothing|It hummed as always]
    [My grandfather rowed here|We had the licence since my grandfather]. [I knew they would come back|So I kept the oars oiled]
    [School|My school] is [four hundred metres away|right there]. [It takes an hour and a half|Today it took ninety minutes]`),
}

/** Civic life: elections and roads. */
export const CIVIC: readonly StoryKind[] = [recount, bridge]
