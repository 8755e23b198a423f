const WITHOUT_GE = /^(?:be|ge|her|ont|ver)/;
const INFINITIVE = /^(.{2,})en$/;
// “Gemaakt”, “verhoogde”, “maakt”: a word with neither a prefix nor a long vowel is rather a noun.
const PAST =
  /^(?:ge(?=.{3,}[dt]$)|(?=(?:be|ge|her|ont|ver)|.*(?:aa|ee|oo|uu|ie|ij|ou|ui)[^aeiou]+(?:de?n?|te?n?)$))(.{3,}?)(?:den?|ten?|d|t)$/;
const VOICELESS = /(?:[kpt]|ch)$/;
const VOWELS = 'aeou';

/**
 * Returns other forms of a Dutch word that may be a verb with a regular past: “verhoogd” and “verhoogt” of “verhogen”,
 * “maken” of “gemaakt”. Stemming leaves these apart, since a vowel is written twice before one consonant alone.
 */
export function dutchWeakForms(written: string): readonly string[] {
  const plain = written.toLowerCase();
  const [, open] = INFINITIVE.exec(plain) ?? [];
  const [, past] = PAST.exec(plain) ?? [];
  const roots = open === undefined ? (past === undefined ? [] : [past]) : rootsOf(open);
  const forms = roots.flatMap(formsOf);
  return [...new Set(forms)].filter((form) => form !== plain);
}

/** What is before the endings, of the part of an infinitive before “-en”: “hoog” of “hog”, “stel” of “stell”, “reis” of “reiz”. */
function rootsOf(open: string): readonly string[] {
  const ended = open.replace(/v$/, 'f').replace(/z$/, 's');
  if (/([^aeiou])\1$/.test(ended)) return [ended.slice(0, -1)];
  const long = ended.replace(new RegExp(`(^|[^aeiou])([${VOWELS}])([^aeiou])$`), '$1$2$2$3');
  return long === ended ? [ended] : [long, ended];
}

function formsOf(root: string): readonly string[] {
  return [
    root,
    `${root}t`,
    ...dentalsOf(root).flatMap((dental) => pastOf(root, dental)),
    ...infinitivesOf(root),
  ];
}

/** “Leven” and “reizen” have a D though “leef” and “reis” end like “straf” and “kus”, which have a T. */
function dentalsOf(root: string): readonly string[] {
  if (/[fs]$/.test(root)) return ['d', 't'];
  return [VOICELESS.test(root) ? 't' : 'd'];
}

function pastOf(root: string, dental: string): readonly string[] {
  const participle = /[dt]$/.test(root) ? root : `${root}${dental}`;
  return [`${root}${dental}e`, `${root}${dental}en`, WITHOUT_GE.test(root) ? participle : `ge${participle}`];
}

function infinitivesOf(root: string): readonly string[] {
  const short = root.replace(/([aeou])\1([^aeiou])$/, '$1$2');
  if (short === root) return [`${root}en`, `${root}${root.at(-1)}en`];
  return [`${short.replace(/f$/, 'v').replace(/s$/, 'z')}en`, `${short}en`];
}
