import { personName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const film: StoryKind = {
  name: 'film-festival',
  section: 'entertainment',
  crumb: 'Film',
  oRole: 'who directs the {place} film festival',
  cRole: 'critic and juror',
  wRoles: ['an extra', 'a projectionist', 'a member of the audience', 'a costume maker'],
  facts: (random) => ({
    subject: 'the film "{film}"',
    topic: 'small films',
    film: `${random.pick(['The Salt', 'A Borrowed', 'The Second', "My Uncle's", 'The Quiet', 'Seven', 'The Last', 'An Honest'])} ${random.pick(['Ferry', 'Winter', 'Clockmaker', 'Orchard', 'Harbour', 'Suitcase', 'Trombone', 'Lighthouse', 'Wedding'])}`,
    director: personName(random).full,
    actor: personName(random).full,
    minutes: String(random.int(84, 171)),
    budget: `${random.int(1, 9)}.${random.int(1, 9)} million crowns`,
    prize: random.pick(['Golden Heron', 'Silver Lantern', 'Copper Anchor']),
    seats: `${random.int(19, 240)},000`,
  }),
  title: {
    arrive: lines(`[Eight minutes of applause|Standing ovation] for "{film}" in {place}
      "{film}" [wins|takes] the {prize}
      {director}'s "{film}" [opens|stuns] {place} [festival|with silence]`),
    develop: lines(`[Plagiarism claim|Novelist's claim] [shadows|against] "{film}"
      "{film}" [sells|sold] to {#12-40} countries [overnight|in a night]
      {actor} [says no to|skips] [gala|premiere] of "{film}"`),
    follow: lines(`"{film}" draws {seats} [to cinemas|people]
      [Settlement|Peace] in [dispute|quarrel] over "{film}"
      [What makes|Why] "{film}" [work|is a success]: [the numbers|{seats} tickets]`),
  },
  lead: {
    arrive:
      lines(`"{film}", a [drama|comedy] of {minutes} minutes by {director}, [won|took home] the {prize} in {place} on {today}.
      [The lights went up|When the lights came on] in {place} on {today}, [and nobody left|the hall stayed seated]: "{film}" by {director}, [made for|shot with] {budget}, [had its first showing|was seen for the first time].
      {actor} [plays|is] [a postman|a widow|a ferryman] who [says next to nothing|hardly speaks], and {place} [applauded|clapped] [for eight minutes|until the ushers gave up]: "{film}" [opened|began] the festival on {today}.`),
    develop:
      lines(`A novelist from {region} [claims|said on {today}] that {director} [took|borrowed] the plot of "{film}" from [a book|her story] of {#1994-2016}.
      [Buyers|Cinemas] from {#12-40} countries [took|bought] "{film}" [by the evening of|on] {today}, [the sales agent says|according to its seller].
      {actor}, [the star of|who carries] "{film}", [stayed away from|did not come to] the [gala|reception] on {today}.`),
    follow:
      lines(`{seats} people have [seen|bought tickets for] "{film}" [by|as of] {today}, [a surprise for|more than expected by] a film [made for|that cost] {budget}.
      {director} and the novelist who [claimed|spotted her plot in] "{film}" have [made peace|settled], [both said|their lawyers said] on {today}.
      [How did|Why does] a film of {minutes} minutes with [hardly a word|so few words] [find|reach] {seats} [viewers|people]? [On {today} the cinemas gave figures|Figures came on {today}].`),
  },
  detail: {
    arrive:
      lines(`[It was shot|Filming took place] in {#19-44} days [on the quays|in two rooms] of {place}, [mostly|nearly always] [at dawn|in rain].
      The [music|score], [for three trombones|played on one harmonium], [was recorded|came about] in a [boathouse|church with a leak].
      [Tickets|Seats] for the [second showing|repeat] [went|were gone] in {#3-19} minutes.
      [The jury|Jurors] [praised|spoke of] ["a patience that has gone out of fashion"|"the courage to let a kettle boil"].
      [It opens|Cinemas show it] [in the spring|from the first of the month] [with|in] {#18-90} [copies|houses].`),
    develop:
      lines(`[The book|Her novel] [sold|had sold] {#300-900} [copies|pieces], [until {yesterday}|before the week began].
      [The producer|A producer] [calls|called] the [claim|charge] [baseless|"a coincidence with good timing"].
      [The price|The sum], [two sources say|people in the trade say], [was|came to] {#2-9} million crowns.
      [A second reading|A comparison] by [this newspaper|two scholars] [finds|found] {#2-6} [scenes|places] [alike|in common].`),
    follow:
      lines(`[Two thirds|Most] of [them|the audience] [were|are] under thirty, [a survey at the doors|door counts] [says|show].
      [Small houses|Village cinemas] [earn|took] {#30-58} percent of the [receipts|money].
      [In the credits|From now on] the novelist [will be named|stands] ["with thanks"|as a source].
      [A streaming house|A service] [offered|bid] [for a series|for the rest of the story]; {director} [declined|laughed].`),
  },
  background:
    lines(`The festival [in|of] {place} [began|started] in {#1952-1979} in a [net loft|tram shed] with [a bed sheet|one projector] and {#6-14} films.
    {director} [studied|trained as] [surveying|a nurse] and [made|shot] [a first film|two shorts] at {#31-49}.
    [Half|Six of ten] [films|of the films made] in {country} [never reach|are not seen in] a cinema [outside|beyond] {region}.
    [The {prize}|This prize] [has gone|went] to [a first film|a woman] {#2-6} times in {#28-60} years.`),
  official: lines(`[We choose with the stomach|One film made the room colder], [then argue with the head|and I knew]
    [There is no market for this|They say nobody wants this]. [Look at the queue|There is the queue]
    [A festival|Our festival] is [a town that stays up late|a long evening with strangers]`),
  critic: lines(`[Slow is not deep|Long is not the same as deep], [but here it is|yet this one is both]
    [The last shot|That final look] [forgives|pays for] [the second hour|much]
    [I fell asleep once|Once I nodded off], [and dreamt the right film|and woke in the same shot]`),
  witness:
    lines(`[I am the man with the ladder|That is me with the ladder]. [Four days for three seconds|Three seconds, four days]
    [My mother|Mother] [cried|laughed], and [she has seen everything|she hates cinema]
    [The reel|The film] [jammed|stuck] [in rehearsal|at noon]. [Nobody knows|I told no one]`),
}

const tour: StoryKind = {
  name: 'concert-tour',
  section: 'entertainment',
  crumb: 'Music',
  oRole: 'manager of {band}',
  cRole: "who speaks for the ticket buyers' league",
  wRoles: ['a fan of the first hour', 'a sound engineer', 'a hotel porter', 'a music teacher'],
  facts: (random) => ({
    subject: 'the tour of {band}',
    topic: 'ticket prices',
    band: `${random.pick(['The Paper', 'Velvet', 'Northern', 'The Borrowed', 'Tin', 'Salt and'])} ${random.pick(['Lanterns', 'Herons', 'Umbrella', 'Foxgloves', 'Weather', 'Cellos'])}`,
    singer: personName(random).full,
    dates: String(random.int(9, 44)),
    price: `${random.int(6, 29)}0 crowns`,
    album: `${random.pick(['Low', 'Inland', 'Half', 'Slow', 'Other'])} ${random.pick(['Tide', 'Rooms', 'Maps', 'Thunder', 'Sundays'])}`,
    minutes: String(random.int(4, 38)),
    crowd: `${random.int(8, 61)},000`,
  }),
  title: {
    arrive: lines(`{band} [announce|return with] {dates} [concerts|dates], [first|opening] in {place}
      [Sold out in|Gone in] {minutes} minutes: {band} [tickets|tour]
      {band} [back after|end] [nine|eleven|seven] years [of silence|apart], album "{album}"`),
    develop: lines(`{price} [for a seat|a ticket]: [anger|row] over {band} [tour|prices]
      {band} [cancel|call off] {place} [show|night] as {singer} [loses voice|falls ill]
      [Second night|Extra dates]: {band} [add|put on] [concerts|shows] in {place}`),
    follow: lines(`{crowd} [sing|voices] with {band} in {place}
      [Refunds|Money back] for {band} [fans|tickets] [after ruling|at last]
      "{album}" by {band} [tops|leads] charts [in|across] {country}`),
  },
  lead: {
    arrive:
      lines(`{band} [go|are going] on tour again: {dates} concerts, [beginning|the first] in {place}, [the group announced|they said] on {today}.
      [It took|After] {minutes} minutes on {today} [and|] the tickets for {band} in {place} were [gone|sold].
      [Seven|Nine|Eleven] years after [their last record|falling out], {band} [brought out|released] "{album}" on {today} [and named|with] {dates} dates.`),
    develop: lines(`[Seats|Tickets] for {band} at {price} [angered|caused anger among] fans in {place} on {today}.
      {singer} [lost her voice|has no voice], and {band} [called off|cancelled] the concert in {place} on {today}.
      {band} will [play|give] [two more nights|another concert] in {place}, [it was announced|the promoter said] on {today}.`),
    follow:
      lines(`{crowd} people [stood|sang] in the rain in {place} on {today} [with|as] {band} [played|opened the night with] "{album}".
      [Buyers|Those] who paid {price} for {band} [get|are to get] [part of it|money] back, [a court|the consumer office] [decided|ruled] on {today}.
      "{album}" by {band} [is|stood] at the top of the charts in {country} on {today}.`),
  },
  detail: {
    arrive:
      lines(`[The stage|It] is [a ship's deck|a circle without a back], [carried|moved] by {#6-19} [lorries|trucks].
      [Tickets|Seats] [cost|are] from {#3-6}0 to {price}; [resale|selling on] is [forbidden|allowed at face value].
      [The record|"{album}"] was [made|taped] in a [dairy|lifeboat station] [near|outside] {place} [in {#9-30} days|with the windows open].
      {singer} [wrote|has written] {#7-11} of the [twelve|thirteen] songs, [one|the longest] [about|to] [a lost ferry|her father's van].
      [The web shop|The server] [gave up|fell over] at {hour}, [came back|recovered] and [fell again|held].`),
    develop:
      lines(`[Prices|The price] [moved|rose] with [demand|each click], [a method|which is] [usual for flights|known from airlines].
      [The doctor|A doctor] [prescribed|ordered] {#4-9} days of [silence|not a word], [tea|honey] and [no telephone|scarves].
      [Around|Some] {#2-9},000 [had arrived|were on the road], [some|a few] [by ferry|from Norrevik].
      [A league|The league] of buyers [collected|has] {#4-40},000 [names|signatures].`),
    follow:
      lines(`[The choir|The loudest choir] [came|sounded] from the [standing places|back], [where|and there] [three generations|whole families] [shared|held] umbrellas.
      [The refund|It] [comes to|is] {#20-90} crowns [a ticket|each], [paid|to be paid] [by the spring|without forms].
      [Shops|Record shops] [sold|count] {#12-70},000 [copies|records] in [a week|days], [half|most] [on vinyl|as real records].
      [The last song|At the end came a song] [had no amplifier|was sung without microphones].`),
  },
  background: lines(`{band} [met|found each other] as [school orchestra dropouts|waiters] in {place} in {#1996-2009}.
    [Concert tickets|A concert seat] [cost|costs] {#2-4} times [as much as|what it did] in {#2003-2009}; [fees and service|charges] [are|make up] [a fifth|a sixth].
    [The group|They] [split|parted] over [a bus|a chord], [the legend has it|so the story goes].
    {country} has {#30-60} [halls|stages] for over a thousand people, [nine|eleven] [fewer|less] than [ten years ago|before].`),
  official: lines(`[They had nothing to prove|Nobody had to], [so they rehearsed|and that is why it swings]
    [We set the first price|The first price is ours]. [The rest is machines|What follows is arithmetic]
    [The voice comes back|It will be all right]. [Voices are like cats|One must not call it]`),
  critic:
    lines(`[Whoever must refresh a page forty times|A queue in a browser] is [not a fan but a prisoner|no queue at all]
    [Three cheap seats|A few cheap seats] [behind a pillar|with a view of the drummer] [are no policy|do not make it fair]
    [Music|A song] is [not an airline|no flight]. [Nobody lands|Nothing takes off either]`),
  witness:
    lines(`[I was at the first one|At the first concert I was one of] [with nineteen others|nineteen]. [Eighteen are here|We still argue]
    [The bass|It] [moved the cups|shook the glasses] [in the bar|two floors up]
    [My pupils|The class] [think I am cool|envy me]. [For one day|Until Monday]`),
}

/** Entertainment: film, music, stage. */
export const ENTERTAINMENT: readonly StoryKind[] = [film, tour]
