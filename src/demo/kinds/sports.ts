import { TOWNS } from '../gazetteer.ts'
import { personName } from '../names.ts'
import type { Random } from '../random.ts'
import { lines, type StoryKind } from './story-kind.ts'

const rivalOf = (random: Random) => random.pick(TOWNS)

const match: StoryKind = {
  name: 'league-match',
  section: 'sports',
  crumb: 'Football',
  oRole: 'coach of {club}',
  cRole: 'captain of {rival}',
  wRoles: ['a season-ticket holder', 'a groundsman', 'a former goalkeeper', 'a girl with a drum'],
  facts: (random) => {
    const rival = rivalOf(random)
    const goals = random.int(2, 5)
    return {
      subject: 'the match of {club} against {rival}',
      topic: 'the championship',
      rival: rival.club === '' ? 'Halvern Rovers' : rival.club,
      rivalShort: rival.clubShort,
      score: `${goals}-${random.int(0, goals - 1)}`,
      scorer: personName(random).full,
      keeper: personName(random).full,
      minute: String(random.int(71, 94)),
      crowd: `${random.int(6, 48)},${random.int(100, 999)}`,
      points: String(random.int(19, 58)),
      games: String(random.int(3, 11)),
    }
  },
  title: {
    arrive: lines(`{club} beat {rival} {score} [in the rain|with late goal|after a wild hour]
      {scorer} [decides|turns] it: {score} for {clubShort} [against|over] {rivalShort}
      {score}: [{clubShort} too strong for|nothing for] {rival} in [front of {crowd}|{place}]`),
    develop: lines(`[Knee injury|Scan fears]: {scorer} [out|may miss weeks] after {rivalShort} [match|game]
      [Red card|Ban] [looms|discussed] after {club}-{rivalShort} [scuffle|tunnel row]
      {club} [top|second] [after|thanks to] {score}: [the table|what it means]`),
    follow: lines(`[League bans|Two-match ban for] {keeper} [after|over] {rivalShort} [tunnel row|affair]
      {scorer} [back in training|trains again] at {club}
      {club} [draw {rivalShort} again|meet {rivalShort} once more] in [cup|quarter-final]`),
  },
  lead: {
    arrive:
      lines(`{club} [beat|defeated] {rival} {score} on {today}, [before|in front of] {crowd} [people|spectators] in {place}, [thanks to|with] a goal by {scorer} in the {minute}th minute.
      [It took|It needed] {scorer} and the {minute}th minute: {club} [won|came through] {score} [against|over] {rival} on {today}.
      {rival} [held out|resisted] until the {minute}th minute on {today}, [then|when] {scorer} [struck|met a corner] and {club} [had|went home with] a {score} [win|victory].`),
    develop:
      lines(`{scorer}, [the man of|who decided] the {score} [against|over] {rival}, [hurt a knee|limped off] and [will be examined|had a scan] on {today}.
      [A row|A scuffle] in the tunnel after the {score} between {club} and {rival} [has consequences|is being looked into], the league [said|confirmed] on {today}.
      [With|After] the {score} over {rival}, {club} [go|climb] to {points} points, [and|which means] [dreaming is allowed|they lead the table] on {today}.`),
    follow:
      lines(`{keeper} of {rival} was [banned|suspended] for two matches on {today} over the [scuffle|row] that [followed|came after] the {score} in {place}.
      {scorer} [trained|ran] with {club} again on {today}, [for the first time since|the first time after] the {score} against {rival}.
      [Fate|The draw] brought {club} and {rival} together again on {today}: they [meet|will play] in the [quarter-final of the cup|cup].`),
  },
  detail: {
    arrive:
      lines(`[The first half|Half an hour] [belonged to|was a gift to] {rivalShort}, who [hit the post|missed] [twice|from six metres] [before|until] [a long ball|a throw-in] [opened the door|changed all].
      {keeper} [saved|turned away] [a penalty|two headers] [in the {#20-60}th minute|with a fingertip], and [had no chance|was beaten] [at the end|later].
      {clubShort} are [unbeaten|without defeat] for {games} [games|matches] and [have|stand at] {points} points.
      [Rain|A cold wind] [from the river|across the ground] made [every pass|each long ball] a [gamble|guess].
      [The referee|Referee {ref}] showed {#2-7} yellow cards and [let|allowed] {#3-8} minutes [of extra time|more].`),
    develop:
      lines(`[The doctor|The club doctor] [speaks of|fears] {#2-9} weeks; [the player|he] [tweeted nothing|wants to play] [regardless|anyway].
      [Pictures|Film] from the tunnel [show|has] [a push|two pushes] and [a flying boot|a spilled bucket], [no more|and much shouting].
      [Ticket sales|Tickets] for [the next home match|{tomorrow}] [jumped|doubled], [the office says|says the office].
      [Statistics|The numbers] [give|credit] {clubShort} {#48-67} percent [of the ball|possession] and {#9-22} shots.`),
    follow:
      lines(`[The league|The panel] [saw|found] [no intent|bad temper, not malice], and [fined|charged] both clubs {#2-12},000 crowns.
      [He did|The player did] {#20-50} minutes [without the ball|on the side pitch] and [left smiling|gave a thumbs-up].
      [The tie|The match] is [set for|planned in] [the second week of next month|three weeks], [at|kick-off] {hour}.
      [The clubs have met|It will be meeting number] {#30-120} [times|in all]; {clubShort} [won|have won] [nearly half|most].`),
  },
  background:
    lines(`{club}, founded [by dockers|by schoolteachers|in a tavern] in {#1884-1931}, [last won|have not won] the championship [in|since] {#1961-2004}.
    [Between|The derby between] {place} and [the guests|{rival}] [goes back to|dates from] [a replay|a cup tie] in {#1911-1949} that [needed|took] [three|four] [days|attempts].
    [A third|Half] of the squad [comes|come] from [the club's own school|within {#20-60} kilometres]; [the rest|others] [cost little|were free].
    [The league|The first league] of {country} [has|counts] {#14-18} clubs, [the last two|of which two] [go down|are relegated].`),
  official:
    lines(`[We were second best for an hour|For an hour we ran behind]. [Football does not ask|Then we were first]
    [I said at half-time|At the break I told them]: [simple balls|play it simple], [and somebody be brave|and one of you shoot]
    [Points are points|It is three points]. [The beauty prize|Beauty] [goes elsewhere|we give away]`),
  critic:
    lines(`[If you do not shoot|Who does not score] [from six metres|in front of an empty goal], [do not complain|should keep quiet]
    [We deserved|There was] [a point|more]. [Deserving|But that] is [not in the table|no category]
    [The second yellow|That card] was [a joke|a gift]. [I will not say more|My wife forbids me to say more]`),
  witness: lines(`[I have stood here|My place is here] since {#1968-1992}. [This was in the top five|Few were like that]
    [The pitch|My grass] [drank|took] {#12-40} litres [a metre|each square metre], [and held|and not one puddle]
    [My drum|The drum] [is broken|has a hole]. [It was worth it|I would do it again]`),
}

const transfer: StoryKind = {
  name: 'transfer',
  section: 'sports',
  crumb: 'Football',
  oRole: 'sporting director of {club}',
  cRole: 'chairwoman of the supporters of {rival}',
  wRoles: ['a youth coach', 'an agent', 'a supporter', 'a cousin of the player'],
  facts: (random) => ({
    subject: 'the move of {player} to {club}',
    topic: 'transfer fees',
    player: personName(random).full,
    rival: rivalOf(random).club,
    fee: `${random.int(2, 38)} million crowns`,
    age: String(random.int(18, 31)),
    years: String(random.int(3, 5)),
    goals: String(random.int(7, 26)),
    post: random.pick(['striker', 'left back', 'midfielder', 'goalkeeper', 'winger']),
  }),
  title: {
    arrive: lines(`{player} [leaves|quits] {rival} for {club}, fee {fee}
      {club} [sign|get] {post} {player} for {fee}
      [{fee} for a {post}|Record fee]: {player} [goes|moves] to {club}`),
    develop: lines(`{player} [passes|sits through] medical at {club}
      {rival} [fans|supporters] [burn scarves|protest] over {player} [sale|move]
      [Clause|Small print] [delays|holds up] {player} move to {club}`),
    follow: lines(`{player} [scores|shines] on [debut|first day] for {club}
      [What did|The sums behind] {player}[ cost?|: {fee} and more]
      {rival} [find|sign] [heir|successor] to {player}`),
  },
  lead: {
    arrive:
      lines(`{player}, {age}, [moves|is moving] from {rival} to {club} for {fee}, [both clubs said|the clubs announced] on {today}.
      {club} [have signed|signed on {today}] the {post} {player} of {rival}, [who|a player who] [cost|costs] {fee} and [stays|signed for] {years} years.
      [The longest|A long] [tug-of-war|negotiation] of the [window|season] ended on {today}: {player} [goes|leaves {rival}] [to|for] {club}.`),
    develop:
      lines(`{player} [passed|came through] the medical at {club} on {today} and [held up|showed] [a scarf|the shirt] with the number {#7-29}.
      [About|Some] {#100-900} supporters of {rival} [protested|gathered] on {today} against the sale of {player}.
      A clause in [an old contract|the contract] [holds up|is delaying] the move of {player} to {club}, [it emerged|lawyers said] on {today}.`),
    follow: lines(`{player} [needed|took] {#9-70} minutes for a first goal [at|in the shirt of] {club} on {today}.
      {fee} was [the price|what was said]; [the whole cost|the true cost] of {player} to {club} is [higher|nearer double], [accounts seen|papers read] on {today} show.
      {rival} [presented|found] a new {post} on {today}, [to fill|who is to fill] the [gap|place] {player} left.`),
  },
  detail: {
    arrive:
      lines(`[Last season|In the season past] the {post} [had|counted] {goals} goals and [passes leading to goals|assists], [more than|ahead of] anyone [of that age|in the squad].
      [Two clubs abroad|A club from Norrevik] [had offered|put down] [a little more|the same], [the agent says|by the agent's account].
      [{rival} keep|The old club keeps] {#8-25} percent of [a later sale|what any next club pays].
      [The shirt|The new shirt] [sold out|was gone] in [the club shop|the shop] by {hour}.
      [The contract|It] [ends|runs out] in [the summer of {#2029-2031}|{years} years] and [has|holds] [no|a] [way out|release clause].`),
    develop:
      lines(`[Doctors|The doctors] [found|noted] [an old scar|a strong heart] and [nothing else|no reason for worry].
      [Banners|One banner] [read|said]: ["Not for sale"|"Bread first, then stars"].
      [The money|The fee] [comes|is paid] in {#2-4} [parts|instalments], [the first|one] [at once|this week].
      [He|The player] [wrote|posted] a letter [by hand|of two pages] to the [old|former] supporters.`),
    follow:
      lines(`[Wages|The wages] [come to|amount to] {#9-60},000 crowns [a week|weekly], [a third|part of it] [for|in] [bonuses|goals].
      [With|Since] the new {post}, {club} [have taken|took] {#4-9} of [nine|ten] points.
      [The youngster|The heir] is {#17-20} and [comes|came] [through|from] the [own|club's] school.
      [Fans|The supporters] [sing|have] a song [already|about it], [to a tune|on the melody] [of a washing powder|nobody owns up to].`),
  },
  background:
    lines(`[Fees|Transfer fees] in {country} have [risen|grown] {#3-6} times since {#2004-2012}, [gate money|receipts at the gate] [hardly|by a third].
    {player} [learnt|began] at [a village club|a club with one pitch] near {place} and [was rejected|was sent home] [twice|once] as [too small|too slow].
    [The rules|Money rules] of the league [cap|limit] the wage bill at {#60-75} percent of [income|receipts].
    {rival} [sold|have sold] [a leading player|their best] in [each of|every one of] the last {#3-6} [summers|windows].`),
  official:
    lines(`[You pay for goals|We did not pay for a name], [and for the hunger behind them|we paid for the left foot]
    [We looked at|There were] {#20-90} players. [One looked back|This one asked about the bus]
    [It is much money|Yes, it is a lot]. [Staying down costs more|Standing still is dearer]`),
  critic: lines(`[They sell the roof|First the roof is sold] and [then ask for rain|wonder at the rain]
    [My membership|Our dues] [paid|bought] his first boots. [Somebody else|Others] [gets the goals|buy the rest]
    [A club|Our club] is [not a shop window|no shelf]`),
  witness:
    lines(`[At nine he played|As a child he played] [barefoot against the big ones|in his brother's boots]. [He won|They cried]
    [I wish him luck|Good luck to him], [just not against us|except twice a year]
    [The phone|My phone] [was hot|did not cool] for [three days|a week]. [Now I sleep|I want to sleep]`),
}

/** Sports: matches, transfers, tables. */
export const SPORTS: readonly StoryKind[] = [match, transfer]
