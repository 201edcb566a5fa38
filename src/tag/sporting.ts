import type { Token } from './tokens.ts'

/** Different words of sport that a text has at least, for it to be one about sport. */
const LEAST_WORDS = 2
/** For so many tokens one more is needed: a long text of another matter has a "match" somewhere. */
const TOKENS_A_WORD = 80

const WORDS = new Set(
  `match matches coach striker midfielder defender goalkeeper goalless halftime half-time innings wicket wickets batsman bowler bowling
batting quarterfinal quarterfinals quarter-final quarter-finals semifinal semifinals semi-final semi-finals penalty penalties offside
season league division club clubs playoff playoffs seed seeded seeding unseeded singles doubles homer homered rbi pitcher inning bullpen
shortstop quarterback touchdown touchdowns rebounds free-throw puck goalie downhill slalom relay sprint javelin metres hurdles
heavyweight middleweight welterweight referee champion champions championship championships tournament medallist medalist birdie bogey
fairway par lap laps grid rider peloton team-mate team-mates teammate teammates relegation relegated qualifier qualifying fixture
fixtures scorer scorers scored equaliser equalised kickoff stumps overs unbeaten lbw lineup lineups standings knockout`.split(
    /\s+/u,
  ),
)
const SPORTS = new Set(
  `SOCCER FOOTBALL TENNIS CRICKET GOLF BASEBALL BASKETBALL HOCKEY RUGBY ATHLETICS CYCLING BOXING SKIING SWIMMING BADMINTON SQUASH SKATING
GYMNASTICS ROWING SAILING JUDO WRESTLING VOLLEYBALL HANDBALL SNOOKER MOTORCYCLING RACING NBA NHL NFL`.split(/\s+/u),
)

/**
 * Is the text about sport? A headline that opens with the sport ("SOCCER - "), or enough different words of sport for its length.
 * English words; in other languages few texts are found. There a town's name is more often its club.
 */
export function isSporting(list: readonly Token[]): boolean {
  const found = new Set<string>()
  for (let index = 0; index < list.length; index++) {
    const { text, first } = list[index]!
    if (isSportDash(list, index)) return true
    if (!first && WORDS.has(text)) found.add(text)
  }
  return found.size >= LEAST_WORDS + Math.floor(list.length / TOKENS_A_WORD)
}

/** "ALPINE SKIING - ": is this the dash behind a sport in capitals, the sport among the first four words of its line? */
export function isSportDash(list: readonly Token[], index: number): boolean {
  if (list[index]?.text !== '-' || index === 0) return false
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    if (SPORTS.has(list[at]!.text)) return true
    if (list[at]!.first) return false
  }
  return false
}
