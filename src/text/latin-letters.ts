/** Letters and their Latin spelling, lower case. **Source:** see `latinForm`. */

/** Latin letters that have no mark to take off. */
export const LATIN = letters('ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ı=i ħ=h ŋ=n ə=a ŧ=t ƙ=k ɓ=b ɗ=d')

const CYRILLIC =
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ' +
  'і=i ї=yi є=ye ґ=g ў=w ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ѐ=e ѝ=i'

export const RUSSIAN = letters(CYRILLIC)

/** Ukrainian and Belarusian. */
export const UKRAINIAN = letters(`${CYRILLIC} и=y г=h`)

/** Serbian and Macedonian, without the marks of č, š, ž, ć, đ. */
export const SERBIAN = letters(
  `${CYRILLIC} ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=gj ќ=kj ѕ=dz ж=z х=h ц=c ч=c ш=s щ=st й=j ю=ju я=ja`,
)

export const GREEK = letters(
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o',
)

/** Two letters for one sound; those in v are spoken f before voiceless letters. */
export const GREEK_PAIRS = letters('ου=ou αυ=av ευ=ev ηυ=iv γγ=ng γξ=nx γχ=nch μπ=b')

function letters(table: string): ReadonlyMap<string, string> {
  return new Map(table.split(' ').map((pair) => pair.split('=') as [string, string])) // each pair has its sign of equality
}
