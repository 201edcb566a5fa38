/**
 * Sentences of news as they are written everywhere, with slots for names: our own, taken from no one's article.
 * {P} person in full, {S} the surname of the person named last, {L} city, {C} country, {R} region, {O} organisation in full,
 * {G} short organisation, {T} club (often a town's name), {D} demonym, {N} number, {W} weekday.
 */
export const TEMPLATES = `
{L} , {W} ( {G} ) - {D} President {P} said on {W} that talks with {C} would resume .
{L} ({G}) - {C} and {C} agreed on {W} to exchange prisoners , officials said .
{P} , the {D} prime minister , arrived in {L} on {W} for talks with {P} .
" We will not accept this , " {S} told reporters in {L} .
{S} said the government would decide next week .
{D} Foreign Minister {P} met {P} in {L} .
Defense Secretary {P} will travel to {C} and {C} next month .
{P} , a spokesman for {O} , declined to comment .
{O} said on {W} it had agreed to buy {O} for {N} million dollars .
Shares of {O} fell {N} percent in {L} after the company cut its forecast .
{G} shares rose {N} percent while {G} lost {N} percent .
{O} , based in {L} , employs {N} people in {C} .
Analysts at {O} expect {G} to report a profit of {N} cents a share .
{P} , chief executive of {O} , will step down at the end of the year .
{O} named {P} as its chairman .
{P} of {O} said prices would keep rising .
The {O} lowered its growth forecast for {C} to {N} percent .
The {O} has opened an investigation into {G} .
{P} was sentenced to {N} years in prison by a court in {L} .
Police in {L} arrested {P} , {N} , on suspicion of murder .
{P} , {N} , of {L} , was charged with fraud .
A bomb exploded near the {D} embassy in {L} , killing {N} people .
Troops from {C} crossed into {C} near {L} , witnesses said .
At least {N} people died when a bus fell into a river in southern {C} .
An earthquake shook {L} , {R} , early on {W} .
The storm hit the coast of {R} before moving towards {L} .
{L} , {R} - A judge on {W} ordered {O} to pay {N} million dollars .
The flight from {L} to {L} was diverted to {L} .
{P} ( {C} ) beat {P} ( {C} ) 6-{N} 7-5
{N} . {P} ( {C} ) {N} points
{N} - {P} ( {C} ) beat {N} - {P} ( {C} ) 6-3 6-4
{P} , {C} , {N}.12 seconds
{N} {P} {C} {N}.4
{T} {N} {T} {N}
{T} {N} , {T} {N}
{T} {N} {N} {N} {N} {N} {N}
{T} beat {T} 2-1 on {W} .
{T} at {T}
{T} v {T}
{T} midfielder {P} will miss the match against {T} with a knee injury .
{P} scored twice as {T} beat {T} 3-0 .
Scorers : {P} {N} , {P} {N} .
{T} - {P} ( {N} ) , {P} ( {N} ) . Halftime 1-0 .
{T} coach {P} praised striker {P} after the win over {T} .
{C} beat {C} 2-1 ( halftime 1-1 ) in their World Cup qualifier on {W} .
{C} - {P} , {P} , {P} , {P}
{P} c {P} b {P} {N}
{P} not out {N}
{P} {N}-2-{N}-1 , {P} {N}-3-{N}-2
At {L} : {T} {N} , {T} {N} for {N} .
In {L} , {P} hit a three-run homer as {T} beat {T} .
Results of {D} first division soccer matches on {W} :
{P} ( {T} )
{P} of {C} won the women 's {N} metres in {L} .
World champion {P} of {C} finished second behind {P} of {C} .
{L} {N}-{N}-{N}
SOCCER - {C!} BEAT {C!} IN FRIENDLY .
TENNIS - {S!} OUT OF {L!} OPEN .
{S!} SAYS {C!} READY FOR TALKS .
{C!} - {G!} SEES HIGHER PROFIT .
{G!} shares jump on {G!} offer .
{L!} {N}-08-{N}
{O} said it would close its plant in {L} .
{O} and {O} signed an agreement on {W} .
Members of {O} voted against the plan .
The leader of {O} , {P} , was re-elected with {N} percent of the vote .
{P} joined {O} from {O} in {N} .
{P} , a professor at {O} , led the study .
Researchers at {O} in {L} found that the drug worked .
{P} told {O} that he was innocent .
The report was first published by {O} .
{C} 's central bank raised interest rates , {O} reported .
{G} officials were not available for comment .
{G} said its net profit rose to {N} million .
{C} accused {C} of violating its airspace .
{D} forces shelled {L} overnight , {O} said .
Trade between {C} and {C} reached {N} billion dollars .
In {L} , thousands marched against {P} .
{S} 's lawyer , {P} , said the ruling was unfair .
Mr {S} said he would appeal .
Mrs. {S} lives in {L} with her husband {P} .
Sen. {P} of {R} said the bill would fail .
Gov. {P} signed the law in {L} .
Gen. {P} took command of {O} .
Lt. {P} said the search would go on .
{P} and {P} were married in {L} .
{P} died in {L} at the age of {N} .
Actress {P} won the award for her role in the film .
Director {P} and writer {P} worked together in {L} .
The band will play in {L} , {L} and {L} .
The exhibition opens in {L} on {W} .
{P} was born in {L} , {C} .
{P} grew up in {R} and studied at {O} .
He moved to {L} , {R} , in {N} .
{R} lies between {C} and {C} .
The {O} is in {L} .
The company has offices in {L} , {L} and {L} .
From {L} to {L} , voters stood in line .
Officials in {L} blamed {G} for the delay .
{G} 's {P} said demand was strong .
According to {O} , {N} people have fled {L} .
The {D} government has asked {O} for help .
The {O} and the {O} disagree over the budget .
{L} 's mayor , {P} , called for calm .
{P} , who plays for {T} , was named player of the year .
{T} signed {P} from {T} for {N} million pounds .
{T} won {N} games in a row .
The {T} traded {P} to the {T} .
{P} pitched a two-hitter as the {T} beat the {T} 4-0 .
BOXING - {S!} TO FIGHT {S!} IN {L!} .
{P} , Editor
Contact : {P} , {O} , {L} , {R}
-- {L} newsroom
-- {P} , {L} Newsroom
By {P}
{P} reported from {L} .
On {W} {S} flew to {L} .
But {S} , who leads {O} , said no .
{S} and {S} met twice last year .
The Senate , Congress and the courts were closed on {W} .
The war , which began in March , has spread to {R} .
The Monday meeting ended without a deal .
Prices rose in January and February , the report said .
The President and the Prime Minister spoke by telephone .
Observers said the vote was fair .
Officials said the talks were useful .
`

/** Ends and beginnings that make up organisations; * is a name. */
export const ORGANISATION_PATTERNS =
  '* Inc,* Corp,* Co,* Ltd,* Plc,* AG,* SA,* Group,* Holdings,* Industries,* & *,Bank of *,* Bank,University of *,* University,* Airlines,* Motors,* Energy,* Oil,* Securities,Ministry of Defence,Ministry of Foreign Affairs,Ministry of Health,Foreign Ministry,Interior Ministry,Finance Ministry,Justice Department,* Police,* Police Department,* City Council,* National Bank,* Central Bank,* Stock Exchange,* Institute,* Foundation,* Hospital,* Times,* Post,Daily *,* News Agency,* Football Association,* Olympic Committee,* Supreme Court,* High Court,* Parliament,* Communist Party,* Democratic Party,* Liberation Front,* Workers Party,* Labour Party,* Chamber of Commerce,* School of Economics,National * Agency,Federal * Commission,International * Federation,* Association,* Council,* Committee,* Telecom,* Steel,* Pharmaceuticals,* Technologies,* Insurance,* Brothers,* Partners,* Electric,* Museum,* Army'
