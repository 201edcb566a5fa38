/**
 * Whole reports as agencies write them, a block each: our own, taken from no one's wire. Slots as in tag-templates.ts; a slot with a
 * digit is the same name all through its report ({P1} in full, {S1} the surname alone), and {U} is a club called by its town.
 * A line that begins with `*` stands one to four times, with `?` in half of the reports.
 */
export const WIRE_REPORTS = `
SOCCER - {U1!} BEAT {U2!} TO STAY IN HUNT .
{L1!} {N}-05-{N}
{U1} won {N}-1 at home to {U2} on {W} and are four points clear at the head of the {D} league .
{P1} put {U1} in front after {N} minutes and {P2} made sure late on .
?{U2} had {P3} sent off for a foul on {S1} .
{U2} coach {P4} said his players had given up too soon .
?{U1} visit {U3} next week , while {U2} are at home to {U4} .
*{U5} striker {P} is out for {N} weeks with a broken foot .
{D} league results on {W} :
*{U} {N} {U} {N}
{U1} 2 {U2} 0
{U3} {N} {U4} {N}
Table ( games , wins , draws , losses , goals , points ) :
*{U} {N} {N} {N} {N} {N} {N} {N}
{U1} {N} {N} {N} {N} {N} {N} {N}
{U2} {N} {N} {N} {N} {N} {N} {N}

SOCCER - {D!} LEAGUE RESULTS .
{L1!} {N}-04-{N}
Result of {D} league match played on {W} :
*{U} {N} {U} {N}
*{U} {N} ( {P} {N} , {P} {N} pen ) {U} {N} ( {P} {N} ) . Att : {N},000
*{U} {N} {U} {N} . Halftime {N}-0
?Not played ( snow ) : {U} v {U}
*{U} {N} {N} {N} {N} {N} {N} {N}

SOCCER - {C1!} EDGE {C2!} IN {L1!} .
{L1!} {N}-06-{N}
{C1} defeated {C2} {N}-1 ( 0-0 at the interval ) in a friendly international on {W} .
Goals :
{C1} - {P1} {N} , {P2} {N}
{C2} - {P3} {N} penalty
Crowd : {N},000
?{C1} trainer {P4} has left {U1} forward {P5} out of his squad .
?{C2} play {C3} in {L2} in June .
Lineups :
{C1} : {N}-{P} , {N}-{P} , {N}-{P} ( {N}-{P} {N} ) , {N}-{P1} .
{C2} : {P} , {P} ( capt ) , {P} , {P3} .
*{C} {N} {N} {N} {N} {N} {N} {N}

SOCCER - {S1!} JOINS {U1!} .
{L1!} {N}-07-{N}
{C1} defender {P1} has signed for {U1} from {U2} , the club said on {W} .
{S1} , {N} , won {N} caps for {C1} and spent two seasons with {U3} .
" {U1} are a big club , " {S1} said .
?{U2} wanted {P2} in exchange but {U1} refused .
{U1} lie third behind {U4} and {U5} .

TENNIS - {L1!} TOURNAMENT RESULTS .
{L1!} {N}-01-{N}
Men 's singles , second round ( number before name is seeding ) :
*{P} ( {C} ) beat {P} ( {C} ) {N}-4 6-{N}
*{N} - {P} ( {C} ) beat {P} ( {C} ) 7-6 ( 7-{N} ) 6-1
*{P} ( {C} ) beat {N} - {P} ( {C} ) 6-{N} 4-6 6-3
?{P} and {P} ( {C} ) beat {P} ( {C} ) and {P} ( {C} ) 6-2 6-4

TENNIS - {S1!} CRUSHES {S2!} IN {L1!} .
{L1!} , {C1} {N}-02-{N}
Top seed {P1} of {C2} needed under an hour to beat {C3} 's {P2} in {L1} on {W} .
{S1} will play {P3} , who put out {S4} .
" My serve was good , " said {S1} , {N} .
?{S2} has not beaten {S1} since they met in {L2} .

BASEBALL - {U1!} BLANK {U2!} .
{L1!} {N}-05-{N}
In {L1} , {P1} struck out {N} as {U1} shut out {U2} {N}-0 .
{S1} ( {N}-4 ) gave up three hits before {P2} came on in the ninth .
*In {L} , {P} singled home {P} in the 12th and the {T} edged {U} {N}-2 .
*At {L} , {P} had three hits and {U} topped the {T} .
?The {T} put pitcher {P} on the injured list and called up {P} from {U} .
?{U} manager {P} was thrown out for arguing .

BASEBALL - STANDINGS AND SCORES .
{L1!} {N}-08-{N}
EASTERN DIVISION
W L PCT GB
*{U!} {N} {N} .{N}1 -
*{U!} {N} {N} .{N}4 {N}
{W!} 'S GAMES
*{U!} AT {L!}
*{U} {N} {U} {N}
*{U!} {N} {U!} {N}

BASKETBALL - {W!} RESULTS .
{L1!} {N}-02-{N}
*{U} {N} {U} {N}
*{U!} {N} {U!} {N} ( OT )
*{U!} AT {L!}
?{P} led {U} with {N} points and {N} rebounds in the win at {L} .

ICE HOCKEY - {U1!} TIE {U2!} .
{L1!} {N}-11-{N}
*{U!} {N} {N} {N} {N} {N} {N}
*{U!} AT {L!}
?{P} scored {N} seconds into overtime to give {U} a {N}-2 win over the {T} .

CRICKET - {V1!} LEAD {V2!} .
{L1!} {N}-07-{N}
Stumps scores in four-day matches :
*At {L} : {V} {N}3 ( {P} {N} , {P} {N} not out ) ; {V} {N}1-6 ( {P} 4-{N} ) .
{C1} first innings
*{P} c {S} b {S} {N}
*{P} lbw b {S} {N}
*{P} not out {N}
{P} run out {N}
Bowling : {S1} {N}-3-{N}-1 , {S2} {N}-0-{N}-0 ( 2nb )
?{C1} captain {P1} said {S2} would play in {L2} .

GOLF - {D!} OPEN SCORES .
{L1!} {N}-06-{N}
Scores after three rounds ( {D} unless stated ) :
*{N}8 {P} {N} {N} {N}
*{N}0 {P} ( {C} ) {N} {N} {N} , {P} {N} {N} {N}

ATHLETICS - {S1!} WINS {L1!} RACE .
{L1!} {N}-07-{N}
Results of grand prix meeting on {W} :
Women 's 800 metres 1. {P} ( {C} ) one minute {N}.3 seconds 2. {P} ( {C} ) 1:{N}.1
*{N}. {P} ( {C} ) {N}.02
*{N}. {P} , {C} , {N}.7 metres
{P1} of {C1} took the mile from {C2} 's {P2} .

CYCLING - {S1!} TAKES STAGE .
{L1!} {N}-07-{N}
{C1} 's {P1} of the {O1} team won the stage from {L1} to {L2} on {W} .
*{N}. {P} ( {C} ) {G} {N} seconds behind
*{N}. {P} ( {C} ) same time
{S1} leads {P2} by {N} seconds overall .

SKIING - {S1!} FASTEST IN {L1!} .
{L1!} , {C1} {N}-12-{N}
*{N}. {P} ( {C} ) 1:{N}.4
{P1} ( {C2} ) led after the first run from team mate {P2} .
World Cup standings :
*{P} {N}0 points

BOXING - {S1!} STOPS {S2!} IN {L1!} .
{L1!} {N}-10-{N}
{C1} 's {P1} stopped {P2} of {C2} in the third round in {L1} on {W} .
Promoter {P3} said {S1} would next meet {S4} .

RUGBY - {C1!} TEAM TO PLAY {C2!} .
{L1!} {N}-03-{N}
{C1} team to play {C2} in {L1} on {W} :
15-{P} , 14-{P} , 13-{P} ( capt ) , 12-{P} ; replacements : {P} , {P} .
*{U} {N} {U} {N}

{C1} , {C2} sign border treaty .
{L1!} {N}-03-{N}
{D} President {P1} and his {D} counterpart {P2} signed a treaty in {L1} on {W} , the {O1} said .
{S1} said {C1} would pull its troops out of {R1} .
?A spokesman for the {D} Foreign Ministry , {P3} , called it a success .
The {O2} ( {A2} ) will send observers .
?{A2} envoy {P4} arrived from {L2} .
" We trust them , " {S2} told {G1} .
-- {L1} newsroom

{A1} workers strike over pay .
{L1!} {N}-09-{N}
Workers at {O1} ( {A1} ) walked out on {W} after talks between {O2} and the government broke down .
{O2} leader {P1} said {A1} had broken its word .
?The {O3} said {A1} planes from {L2} and {L3} would be late .
{A1} chief {P2} flew home from {C1} .
?{S1} will meet Transport Minister {P3} .

{O1} sees loss for year .
{L1!} , {R1} {N}-02-{N}
{O1} said {W} it expects a loss for the fourth quarter .
{B1} , which makes pumps , said it would sell its {O2} unit to {O3} .
{B1} shares fell {N} cents to {N} on the {G} .
" It hurts , " said {P1} , an analyst with {O4} in {L2} .
?{S1} cut {B1} to hold .
?{B1} rivals {B2} and {B3} also fell .
-- {L1} newsdesk {N}-{N}

PRESS DIGEST - {C1} - {N} .
{L1!} {N}-03-{N}
These are leading stories in {D} newspapers on {W} . {G} has not checked these stories .
{O1!}
- {P1} to quit as head of {O2} .
- {D} banks cut rates , {O3} says .
{O4!}
- {C1} to sell {O5} .

Police find arms near {L1} .
{L1!} , {C1} {N}-10-{N}
Police said on {W} they had found rifles in a barn in the village of {L2} , {N} km from {L1} .
Colonel {P1} of the {O1} said two men from {L3} were held .
?The {O2} blamed the {O3} , which has fought the government in {R1} since {N} .
?{C1} has asked {C2} to hand over {O3} chief {P2} .

Court jails {D} banker {S1} .
{L1!} {N}-11-{N}
A court in {L1} on {W} jailed {P1} , a former chairman of {O1} , for {N} years .
Judge {P2} said {S1} had lied to the {O2} .
?{S1} 's wife , {P3} , left for {C1} .
?The {O3} will appeal , prosecutor {P4} said .
{O1} collapsed in {N} with debts to {O4} and {O5} .
`
