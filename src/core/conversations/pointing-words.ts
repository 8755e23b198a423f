/** How a language leaves unsaid what a conversation is about. */
interface Pointing {
  /** Matches words that stand for something said before. */
  readonly back: RegExp;
  /** Matches “And China?”, “What about France?”: the same question about someone else. */
  readonly comparison: RegExp;
}

/** Whether a question has a word that stands for something said before: it, there, darauf. */
export function pointsBack(question: string, language: string): boolean {
  return pointingIn(language).back.test(question);
}

/** Whether a question asks the same about someone else: “And China?”, “Und in Japan?” */
export function isComparison(question: string, language: string): boolean {
  return pointingIn(language).comparison.test(question.trim());
}

function pointingIn(language: string): Pointing {
  return POINTING[language] ?? ENGLISH;
}

function words(...expressions: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${expressions.join('|').replace(/\s+/g, '|')})(?!\p{L})`, 'iu');
}

/** Matches a few words, none of them in `asking`, after “and” or “but”, or what follows a phrase that means “what about”. */
function comparing(and: string, whatAbout: string, asking = ''): RegExp {
  const most = asking === '' ? 3 : 6; // a longer line may be a question of its own, unless its words tell
  const word = String.raw`(?!(?:${asking || '\\?'})(?!\p{L}))\S+`;
  const few = String.raw`(?:${and})(?: ${word}){1,${most}}(?:$|\s?[?.!](?:\s|$))`;
  const about = whatAbout.replaceAll(' ', String.raw`\s`);
  return new RegExp(String.raw`^[¿]?(?:(?:(?:${and}) )?(?:${about})(?!\p{L})|${few})`, 'iu');
}

const ENGLISH: Pointing = {
  back: words(
    'it its they them their theirs he him his she her hers that this these those there one ones same former latter others? else',
  ),
  comparison: comparing(
    'and|but|or',
    'what about|how about',
    'what|who|why|when|where|which|how|is|are|was|were|did|does|do|has|have|had|will|would|can|could|should',
  ),
};

// By ISO 639-1. Articles and empty subjects (“das”, “es gibt”, “faut-il”) point to nothing.
const POINTING: Readonly<Record<string, Pointing>> = {
  de: {
    back: words(
      'darauf davon dafür dazu damit dabei darüber daran dagegen dadurch daraus darin danach hierfür hierzu dort er ihn ihm ihnen sie',
      '(?:ihr|sein)e[rnms]? dies(?:e[rnms]?)? derselben? dieselben? (?<!gibt\\s)es(?!\\sgibt) andere[rnms]?',
      'das(?=[\\s?!.]*$) das(?=\\s(?:ist|war|sind|gilt|heißt|bedeutet|kostet|genau)(?!\\p{L}))',
    ),
    comparison: comparing('und|aber|oder', 'was ist mit|wie ist es mit|wie steht es um'),
  },
  es: {
    back: words(
      'él ella ellos ellas su sus suy[oa]s? est[eao]s? es[eao]s? aquell?[oa]?s? allí ahí mism[oa]s? otr[oa]s?',
    ),
    comparison: comparing('y|pero', 'qué pasa con|qué hay de|qué tal'),
  },
  fr: {
    back: words(
      "(?<!faut-|y\\sa-t-|s[’']agit-)ils? elles? lui leurs? eux son sa ses cela ça celles? celui ceux cet(?:te)? ces même autres? ce(?=\\s(?:dernier|point))",
    ),
    comparison: comparing('et|mais|ou', "qu[’']en est-il|et pour"),
  },
  it: {
    back: words(
      'lui lei loro ess[oaie] su[oaei] suoi quest[oaie] quell[oaie] quei lì là stess[oaie] altr[oaie] ne',
    ),
    comparison: comparing('e|ma', 'e per|che dire di|che mi dici di|quanto a'),
  },
  ja: {
    back: /それ|これ|あれ|その|この|あの|彼|彼女|彼ら|そこ|そちら|同じ|他の/u,
    comparison: /^(?:では|じゃあ|それでは|そして)?、?.{1,12}(?:は|については|の場合は)[?？]$/u,
  },
  ko: {
    back: /(?<!\p{L})(?:그|이|저)(?:것|들|녀|곳)?(?:은|는|이|가|의|을|를|에|에서|도)?(?!\p{L})|거기|같은|다른/u,
    comparison: /^(?:그럼|그러면|그리고)?\s?\S{1,10}\s?(?:은요|는요|은|는)[?？]$/u,
  },
  nl: {
    back: words(
      'hij hem haar zij ze hun hen dit deze daar daarop daarmee daarvoor daarvan daarover daarbij ervan erop ermee ervoor erover zelfde dezelfde hetzelfde andere',
    ),
    comparison: comparing('en|maar|of', 'hoe zit het met|wat met'),
  },
  pt: {
    back: words(
      'el[ea]s? dele dela deles delas seus? suas? isso isto est[ea]s? ess[ea]s? aquel[ea]s? lá ali mesm[oa]s? outr[oa]s?',
    ),
    comparison: comparing('e|mas', 'e quanto a|que tal'),
  },
  zh: {
    back: /[它他她]|这|那|其(?!他|它|中)|该|此|同样|另外/u,
    comparison: /^(?:那么?|而|还有)?.{1,10}呢[?？]?$/u,
  },
};
