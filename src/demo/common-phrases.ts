import { lines } from './kinds/story-kind.ts'

/** Who said it, behind a quotation; `{q}` is the quotation, `{told}` the listener ("told Harbour Wire"). */
export const OFFICIAL_FRAMES = lines(`"{q}," {o}, {oRole}, {told}[ on {today}|]
  "{q}," said {o}, {oRole}
  {o}, {oRole}, [put it this way|said on {today}|chose these words]: "{q}"
  [Asked about it on {today}|Later on {today}], {o}, {oRole}, {told}: "{q}"`)
export const OFFICIAL_AGAIN = lines(`"{q}," [added {oL}|{oL} said|said {oL}|{oL} went on]
  [{oL} did not leave it at that|{oL} went further]: "{q}"`)
export const CRITIC_FRAMES = lines(`"{q}," [countered|said|objected] {c}, {cRole}
  {c}, {cRole}, [sees it otherwise|disagrees|is not convinced]: "{q}"
  [That does not convince|This drew an answer from] {c}, {cRole}. "{q}," {cL} [said|replied|{told}]`)
export const CRITIC_AGAIN = lines(`"{q}," [{cL} added|said {cL}|{cL} wrote in a letter to the paper]
  [Asked what should be done|On that point], {cL} [was brief|hesitated, then said]: "{q}"`)
export const WITNESS_FRAMES = lines(`"{q}," said {w}, {wRole}[, in {w2street}| from {w2street}|]
  {w}, {wRole}, [shrugged|laughed|shook a head|stood by]. "{q}"
  [In {w2street}|At {hour}|Near the corner of {w2street}], {w}, {wRole}, [said what many think|summed it up]: "{q}"`)

/** Small scenes that belong to a reporter's day, not to the event. */
export const COLOUR =
  lines(`[By {hour}|Towards {hour}] [lamps burned|a crowd stood] in {w2street}, and [someone handed out tea|a radio gave the news twice].
  [In the cafes of|At the counters in] {w2street}, [talk|every conversation] [turned|came back] to {subject}.
  [The {place} radio|Local radio] [broke into|interrupted] [its programme|the music] at {hour}.
  [A handwritten note|A sheet of paper] on a door in {w2street} [said|read] [only|in capitals]: "[We are here|Back at six|Thank you, {place}]".
  [The square before the town hall|The market in {place}], [usually loud|busy on other days], was [quiet|half empty] [at noon|by {hour}].`)

export const CLOSING = lines(`[The next word|A decision] is [expected|due] {tomorrowWord}.
  [{place} will|People in {place}] [wait and see|have to be patient], [at least|probably] [until {tomorrow}|for some days].
  [Whether that holds|What comes of it] [will show|is to be seen] [before long|in the weeks ahead].
  [More|Further details] [should be known|are promised] by {hour} {tomorrowWord}.
  [For now|For the moment], [that is all|no more is known] [that anyone will say|officially].`)

export const RECAP =
  lines(`[It began|All this began] {whenStart}, [when|as] [first|the first] [word of|reports on] {subject} [reached|came from] {place}.
  [Since|Ever since] [the first reports|news broke] {whenStart}, {subject} [has kept|keeps] {place} [busy|awake].
  {subject} [came into the open|became known] {whenStart} and [has filled|fills] [the front pages|the local pages] [since|ever since].`)

export const REACTION_TITLES = lines(`[The other side of|Another view of] {subject}
  [Doubts|Anger|Objections] in {place} [over|about] {subject}
  {cL}: [why {subject} is not what it seems|what nobody says about {subject}]
  [Who disagrees|The case against]: voices on {subject}`)
export const REACTION_LEADS =
  lines(`[Not everyone in {place}|By no means everyone] [agrees|is content] with [the official word|what was said] on {subject}, and on {today} [those who object|the objectors] [spoke up|made themselves heard].
  [There is another side|A second story belongs] to {subject}, [and|one that] {c}, {cRole}, [told it|laid it out] on {today}.
  [Opposition|Dissent] to [the handling|the official account] of {subject} [grew|gathered] in {place} on {today}, [led|voiced first] by {c}.`)

export const BACKGROUND_TITLES = lines(`[What lies behind|What to know about] {subject}
  {topic}: [how it came to this|the long story]
  [Explained|In figures]: {subject}
  [Questions and answers|Four questions] on {subject}`)
export const BACKGROUND_LEADS =
  lines(`[To understand|Whoever wants to understand] {subject}, [one has to|it helps to] [go back|look back] [some|a few] years.
  {subject} [did not come from nowhere|has a history]; [this is|here is] [what is known|what the archives say] about {topic} [in {country}|in {region}].
  [Why now, and why {place}?|Why in {place}?] [A look at|Some facts on] {topic} and {subject}.`)

export const OPINION_TITLES = lines(`[Opinion|Comment]: [{topic} deserves better|let us talk about {topic}]
  [What {subject} says about us|A lesson from {subject}]
  [Enough of|No more] [shrugging|excuses] [over|about] {topic}
  [I was wrong about|In praise of plain words on] {topic}`)
export const OPINION =
  lines(`[I confess|Let me admit it]: [I was bored by|I used to skip every article on] {topic}. {subject} [has cured me|changed that].
  [There are two easy answers|Two answers are on offer] to {subject}. [Both fit on a placard|Both are short]. [Neither fits the facts|Neither is worth its paint].
  [Look at who speaks|Count the speakers]: {oL} [at length|every day], {cL} [when asked|now and then], [those it touches|the rest of us] [hardly ever|in the letters page].
  [We in {place}|People in {place}] [like|love] to say that [things were always so|nothing can be done]. [They were not|It can], [and|as] [our grandparents|the minutes of {#1951-1988}] [could tell|show].
  [The cheapest thing|What costs nothing] would be [to say plainly|an honest account of] what [is known|we know] about {topic}. [That alone would do|I would settle for that].
  [My neighbour|A friend], [a patient man|who keeps bees], [put it to me|asked me] [over the fence|on the tram]: who [gains|profits] when [we look away|all keep silent]? [I had no answer|I changed the subject].
  [Do not tell me|I will not hear] that [this is complicated|it takes time]. [A clock|A wedding] is complicated, [and|yet] [people manage|it gets done].
  [What then?|So what should happen?] [Three things|To begin with]: [publish the papers|open the files], [pay those who|set aside money for the people who] [bear the cost|were left with the bill], and [come back in a year|meet again next {today}] to [compare|see].
  [I may be wrong|Perhaps I am unfair]. [I would like to be|Prove it to me], [in public|on the record], [with numbers|and soon].
  [{place} has|This town has] [survived|outlived] [worse|louder times]. [It did so|And it did], [because|when] [somebody|a few] [stayed in the room|did the dull work].`)

export const RUMOUR_TITLES = lines(`[Heard on the quay|Whispers]: [something is up|a surprise] with {subject}
  [Is there more to|What are they hiding about] {subject}?
  [Insider|A little bird] on {subject}: [it is not what they say|wait for {tomorrow}]`)
export const RUMOUR =
  lines(`[Someone who should know|A person with a key to the building] [tells us|swears] that {subject} is [not over|only the half of it].
  [We could not check it|There is no second source], [and|but] [nobody we rang|no one] [denied it|put down the phone].
  {oL} [was seen|is said to have been seen] [late|around {hour}] in {w2street} with [a thick folder|people who were not introduced].
  [Our source|The same voice] [speaks of|mentions] {#3-60} [pages|names] and [a meeting|a lunch] [that never took place, officially|in nobody's diary].
  [Make of it|Do with this] what you [will|like]. [We keep an ear|Our ear stays] to the [door|wall].
  [If it is true|Should it hold], [heads will roll|somebody packs a box] before [the month is out|{tomorrow} week]. [If not|Otherwise], [you read it here first|forget it came from us].`)
