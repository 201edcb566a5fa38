/**
 * Endings by which a word is declined or conjugated, by language: what is left when the longest of them is taken off stands for the word.
 * Written without marks, as words are compared. A list is short on purpose: it joins the forms of nouns, names and adjectives and the
 * commonest of verbs, and leaves derived words apart.
 * **Source:** after the light stemmers of Savoy (2008) and Dolamic & Savoy (2009); the lists are our own.
 */
export const WORD_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ru: endings(
    'а я о е и ы у ю ь й ой ей ий ый ая яя ое ее ые ие ого его ому ему ым им ом ем ых их ую юю ыми ими ами ями ам ям ах ях ою ею ов ев ью ия ию ии ией иям иях иями ием ',
    'ть ал ала ало али ил ила ило или ел ела ело ели ыл ыла ыли ет ут ют ит ат ят ете ите ешь ишь ем им ать ять ить еть уть ыть ует уют уем овать ся сь лся лась лось лись ться ется утся ются ится атся ятся ался алась алось ались ился илась илось ились',
    'ова ову овым ове овы овой овых овый овая овое овые ового овому овую овыми овом ева еву евым еве евы евой евых евый евая евое евые евого евому евую евыми евом',
    'ан ана ано аны ен ена ено ены анный анная анное анные анного анной анному анную анных анным анными енный енная енное енные енного енной енному енную енных енным енными ивший ившая ившие ившего ивших авший авшая авшие авшего авших ившую авшую ившей авшей',
  ),
  uk: endings(
    'а я о е и і ї у ю ь й ої ій ий ая яя еє ого його ому йому им ім ом ем ем их іх ую юю ими іми ами ями ам ям ах ях ою ею єю ів їв ей ові еві єві ям ях ня ння нням ію ії ією іям іях ями',
    'ти ть в ла ло ли ав ала ало али ив ила ило или ів іла ило ить ать ять еть уть ють ує ують ється яться уться ються ся лася лося лися вся тися ати ити іти увати',
    'ано ено аний ана ане ані ений ена ене ені аного аної аних еного еної ених',
  ),
  pl: endings(
    'a ą e ę i o u y ów om ami ach em ie owi iem ia ią ię io iu ii ej ego emu ym ymi ych im imi ich a ą ie owie ów ami',
    'ć ł ła ło li ły ał ała ało ali ały ił iła iło ili iły ał ają uje ują ić ać eć yć i y a any ana ane ani ony ona one eni anego anej anych onego onej onych owy owa owe owego owej owych',
  ),
  cs: endings(
    'a e i o u y ou em um ech ich ach ami emi ovi ove u ho mu im ym ych ymi ych eho emu ej ie ia iu iem iam',
    't l la lo li ly al ala alo ali aly il ila ilo ili ily el ela eli i eji uje uji aji any ana ano ani eny ena eno eni aneho enych',
  ),
  sh: endings(
    'a e i o u om em ama ima evi ovi ova eva ih im og oga om omu oj u a e imi jem ju ja je ji jama',
    'ti o la lo li le ao ala alo ali io ila ilo ili e i a u aju uje uju an ana ano ani en ena eno eni',
  ),
  fi: afterVowels(
    'a e i o u y',
    'n t a ta ssa sta lla lta lle ksi na tta an en in on un yn ja jen iden issa ista illa ilta ille ina iksi ia ita ihin i si vat nut nyt tiin taan nsa',
  ),
  hu: endings(
    'a e i o u at et ot öt t k ak ek ok ök nak nek ban ben ba be bol ból ből tól től ról ről hoz hez höz nál nél ra re on en ön n val vel ért ig ként ként kor ai ei jai jei ja je uk ük juk jük ának ének ának ában ében ából éből ára ére án én át ét ával ével akat eket okat ait eit al el',
    'ott ett ött tak tek tam tem ta te ni ja jak ik',
  ),
  tr: endings(
    'i ı u ü a e yi yı yu yü ya ye da de ta te dan den tan ten in ın un ün nin nın nun nün la le yla yle lar ler lari lerini larin lerin larini larinin lerinin larina lerine larinda lerinde larindan lerinden si sı su sü sinin sının inda inde ında inden indan ina ine ını ini daki deki',
    'di dı du dü ti tı tu tü mis mış iyor ıyor uyor üyor acak ecek mek mak ildi ıldı uldu üldü edildi di',
  ),
}

/** Languages whose words are taken by another one's list. */
export const ENDINGS_AS: Readonly<Record<string, string>> = {
  be: 'ru',
  sk: 'cs',
  hr: 'sh',
  sr: 'sh',
  bs: 'sh',
  sl: 'sh',
}

/** Each vowel alone and with each ending behind it. */
function afterVowels(vowels: string, list: string): string[] {
  return vowels.split(' ').flatMap((vowel) => [vowel, ...list.split(' ').map((ending) => vowel + ending)])
}

/** Without marks and doubles. */
function endings(...lists: readonly string[]): string[] {
  const plain = lists.join(' ').normalize('NFKD').replace(/\p{M}/gu, '')
  return [...new Set(plain.split(' '))].filter(Boolean)
}
