/**
 * Sentences in which outlets and companies speak of themselves, NAME for their name, put together from parts: here the brand stands
 * rightly, and texts at large, whose names are mostly people and places, have too few of them.
 */
export function ownWords(): string[] {
  const made = [...PHRASES]
  for (const article of ARTICLES) for (const noun of NOUNS) made.push(`${article} NAME ${noun}`)
  for (const [index, opening] of OPENINGS.entries())
    for (let turn = 0; turn < 4; turn++) made.push(`${opening} NAME ${TAILS[(index * 5 + turn * 7) % TAILS.length]}`)
  for (const [index, verb] of VERBS.entries())
    for (let turn = 0; turn < 3; turn++) made.push(`${LEADS[(index + turn * 5) % LEADS.length]}NAME ${verb}`)
  return made
}

const split = (words: string): string[] => words.split('|')
const PHRASES = split(
  "in an interview with NAME on Monday|a source told NAME that|All rights reserved. NAME is not responsible|He joined NAME in|is a reporter at NAME|the founder of NAME and|Got a tip for NAME?|exclusive to NAME|Copyright NAME|Thanks to NAME for|NAME, which is owned by|NAME's own reporters|NAME and its partners|This article first appeared on NAME|wie NAME berichtet|sagte er NAME|erklärte dem NAME gegenüber|laut NAME ist|selon NAME,|a déclaré à NAME|dijo a NAME que|según NAME|disse ao NAME|sade han till NAME|siger han til NAME",
)
const ARTICLES = split(
  'a|A|the|The|our|Our|this|This|your|each|every|an exclusive|a recent|a new|The latest|Read the|Get the|See the|former',
)
const NOUNS = split(
  'analysis of|survey found|poll of voters|investigation found|review of|report on|interview with|reporter who|journalist was|photographer in|correspondent in|editor said|subscriber to|reader and|newsletter every|podcast on|app and|website for|homepage|story about|article on|contributor and|team has|newsroom in|account on|spokesperson said|spokeswoman declined|staff writer|editorial board|community of|magazine in|channel on|account is|store|group|events|members|users|data show|guide to|award for',
)
const OPENINGS = split(
  'told|tells|informed|The company told|he told|she told|they told|emailed|contacted by|reached by|reviewed by|seen by|obtained by|published by|first published by|first published in|written for|writes for|provided to|speaking to|spoke to|spoke with|an interview with|according to|reported by|as reported by|Visit|Follow|Support|Read|Join|Trust|credit|Thank|Watch|Listen to|Subscribe to|Sign up for|receive|Get|Download|Write to|Contact|Email|reading|for|by|at|with|from|to|on|Unlike|Here at|Since joining|working for|editor of|founder of|part of|owned by|a statement to|documents shared with|more from|exclusively for|content from|links on|comment on',
)
const TAILS = split(
  'that the|on Monday|in 2019|for the full|for more|last week|last year|every day|each week|and its|and get|when you|in confidence|show that|. The|, the|in an email|about the|because of|since then|or its|to see|by email|today|as a|, who|in their|before the|at no cost|here',
)
const VERBS = split(
  'reported on|first reported that|reports that|understands that|found that|asked the|has asked|has contacted|contacted the|could not|called it|called the|named the|was named|published the|said in|has learned|learned that|obtained the|reviewed the|spoke to|spoke with|analysed the|confirmed that|revealed that|estimates that|believes that|does not|may earn|may receive|has been|is not|is a|is part|was founded|will be|will keep|cannot|wants to|takes no|and its|chose the|visited the|is reader-supported|reached out|editors have|readers can|'.replace(
    /\|$/u,
    '',
  ),
)
const LEADS = split(
  '|. |Last year |In March, |this week, |. In 2012, |When |Why |because |while |how |what |that |but |and |. At |as ',
)
