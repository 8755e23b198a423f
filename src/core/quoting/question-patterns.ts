import { inKnownScripts } from '../text/in-known-scripts.ts';
import type { AnswerType } from './answer-type.ts';
import { ASKS_FOR_COUNT } from './counts.ts';
import { ASKS_FOR } from './quantity-patterns.ts';

/** Matches any of some expressions as whole words, in any case. */
function asking(...expressions: readonly string[]): RegExp {
  return inKnownScripts(new RegExp(String.raw`(?<!\p{L})(?:${expressions.join('|')})(?!\p{L})`, 'iu'));
}

/** Matches a question that opens with one of some expressions, after “and” or a comma. */
function opening(...expressions: readonly string[]): RegExp {
  return inKnownScripts(
    new RegExp(
      String.raw`^(?:[^,\p{L}]*|.{0,40}[,:;] )(?:and |und |et |y |e |en )?(?:${expressions.join('|')})(?!\p{L})`,
      'iu',
    ),
  );
}

/**
 * Matches a question word that is also a conjunction or a relative pronoun, where it asks: at the opening, after a
 * preposition or not, after a verb of knowing, or at the end. “What happens when …” asks for no date.
 */
function interrogative(...expressions: readonly string[]): RegExp {
  const one = `(?:${expressions.join('|')})`;
  const before =
    '(?:(?:since|until|till|by|to|for|from|with|of|about|against|under|in|on|at|after|before|desde|de|hasta|até|a|da|di|con|com|por|para|sinds|tot) )?';
  const known = String.raw`(?<!\p{L})(?:know|known|tell me|tell us|say|says|said|clear|wissen|sabe|sabes|savoir|sapere|saber|weten)(?: us)?,? `;
  const end = String.raw`(?<!\p{L}|\bthe )${one}\s*[?!.]*$`; // “The Who” is a name
  const after = String.raw`(?!\p{L})`;
  const asked = new RegExp(`${known}${before}${one}${after}|${end}`, 'iu');
  return new RegExp(`${opening(before + one).source}|${inKnownScripts(asked).source}`, 'iu');
}

// Question words of English, German, French, Spanish, Italian, Portuguese, Dutch, Japanese, Chinese and Korean. The
// first that matches counts: “since when” is no number, “what number” no definition.
const NUMBER = [
  asking(
    ...['how (?:many|much|large|big|high|tall|deep|wide|long|far|fast|often|frequently|old|heavy|expensive)'],
    ...[
      '(?:what|which) (?:\\p{L}+ )?(?:number|percentage|percent|share|proportion|rate|amount|price|cost|age|score|size|total|growth|turnout|majority|speed|limit)',
      "what(?:[’']s| is| was| are| were) (?:the )?(?:[\\p{L}’']+ ){0,3}(?:number|amount|rate|total|growth|size|score|population|turnout|limit|maximum|minimum)",
    ],
    ...[
      'at what (?:age|rate|price)',
      'wie (?:viele?n?m?r?|hoch|gro(?:ß|ss)|lang|lange|oft|alt|schnell|teuer|weit|schwer|häufig)',
      'wieviele?',
    ],
    ...[
      'welche[rsmn]? (?:anteil|anzahl|zahl|prozentsatz|höhe|alter|frist|mehrheit|betrag|preis|quote|dauer|strafe)',
    ],
    ...[
      'combien',
      'quel(?:le)? (?:pourcentage|nombre|taux|montant|âge|prix|proportion|part|durée|taille|majorité)',
    ],
    ...['cu[áa]nt[oa]s?', 'qu[ée] (?:porcentaje|cantidad|n[úu]mero|proporci[óo]n|edad|precio)'],
    ...[
      'quant[oaie]',
      'quanti',
      'quant[oa]s',
      'qual (?:percentuale|percentagem|o n[úu]mero|a taxa|è il numero)',
    ],
    ...[
      'hoeveel',
      'hoe (?:lang|hoog|groot|vaak|oud|snel|duur|ver|zwaar)',
      'welk (?:percentage|aantal|bedrag|deel)',
    ],
  ),
  /何(?:人|個|回|日間|時間|年間|か月|ヶ月|パーセント|％|歳|円|本|枚|件|社|カ国|か国)|いくつ|いくら|どのくらい|どれくらい|どれだけ/u,
  /多少|几(?:个|年|月|天|次|岁|名|位|种|家|成)|多(?:长|大|高|久|快|远)|몇|얼마/u,
];
const WHEN = [
  interrogative('when', 'cu[áa]ndo', 'quando', 'wanneer'),
  asking(
    ...['(?:what|which) (?:year|date|day|month|week|time|century|decade)', 'how soon'],
    ...[
      '(?:seit |bis |ab )?wann',
      'in welchem (?:jahr|monat)',
      'an welchem tag',
      'depuis quand',
      'en quelle année',
      'à quelle date',
    ],
    ...[
      'en qu[ée] (?:a[ñn]o|fecha|mes)',
      'em que (?:ano|data|m[êe]s)',
      'in (?:che|quale) anno',
      'in welk jaar',
    ],
  ),
  opening('quand'),
  /いつ|何(?:年に|月に|日に|年何月)|什么时候|何时|哪(?:一)?(?:年|天|月)|언제|몇 (?:년|월|일)에/u,
];
const REASON = [
  asking(
    ...[
      'why',
      'how come',
      'reasons?',
      'rationale',
      'warum',
      'weshalb',
      'wieso',
      'aus welchem grund',
      'pourquoi',
      'pour quelles? raisons?',
    ],
    ...['por qu[ée]', 'porqu[êe]', 'perch[ée]', 'waarom', 'om welke reden'],
  ),
  /なぜ|どうして|何故|为什么|为何|왜|어째서/u,
];
const NAMES = [
  asking(
    '(?:what|which) (?:(?:other|four|three|two) )?(?:countries|states|nations|members|partners|companies|organi[sz]ations|groups|places|cities)',
    ...[
      'welche (?:länder|staaten|firmen|unternehmen|städte)',
      'quels (?:pays|états)',
      'qu[ée] pa[íi]ses',
      'quali paesi',
      'que pa[íi]ses',
      'welke landen',
    ],
  ),
  /どの国々|哪些(?:国家|公司|城市)|어느 나라들/u,
];
const WHERE = [
  interrogative('where'),
  asking(
    ...[
      '(?:what|which) (?:city|country|place|location|region|state)',
      'wo',
      'woher',
      'wohin',
      'in welche[rm] (?:stadt|land|ort)',
    ],
    ...['où', 'd[óo]nde', 'ad[óo]nde', 'dove', 'onde', 'aonde', 'waar(?!om)', 'in welke stad'],
  ),
  /どこ|哪(?:里|儿|个国家|个城市)|在哪|어디/u,
];
const STATEMENT = [
  asking(
    'say|says|said|think|thinks|thought|view|views|opinion|position|stance|react|reacts|reaction|respond|response|argue|argues|argued|feel|feels|believe|believes|attitude',
    ...[
      'was (?:sagt|sagte|sagen|meint|meinte|meinen|denkt|denken|hält|fordert)',
      'que (?:dit|pense|veut)',
      'qu[ée] (?:dice|dijo|piensa|opina)',
    ],
    ...['cosa (?:dice|pensa)', 'o que (?:diz|disse|pensa)', 'wat (?:zegt|zei|vindt)'],
  ),
  /何と(?:言|述べ)|怎么(?:说|看)|뭐라고/u,
];
const WHO = [
  interrogative('who(?:m|se)?'),
  asking(
    ...[
      '(?:what|which) (?:\\p{L}+ )?(?:person|people|(?:police)?(?:wo)?m[ae]n|official|(?:police )?officers?|diplomat|politician|leader|professor|expert|minister|governor|president|ambassador|senator|mayor|judge|lawyer|prosecutor|journalist|author|scientist|researcher|doctor|teacher|actor|player|coach|candidate|suspect|defendant)',
    ],
    ...['wer', 'wem', 'wen', 'wessen', 'qui', 'qui[ée]n(?:es)?', 'quem', 'door wie'],
  ),
  opening('chi', 'wie (?:is|was|zijn|waren|heeft|werd|wordt)'),
  /誰|だれ|谁|哪(?:位|个人)|누가|누구/u,
];
// “What was agreed at the summit?” and “What is the latest decision?” ask for no definition.
const DONE =
  '(?:\\p{L}+ed|done|said|told|made|shown|found|lost|won|paid|sold|built|given|taken)(?: (?:at|in|on|by|to|about|with|from|between|during|after|before|for|when|under)(?!\\p{L})|\\s*\\?*$)';
const LAST = '(?:the )?(?:latest|newest|most recent|current|next|last)(?!\\p{L})';
// So do “What was the company accused of?” and “What are they looking at?”
const LEFT = '[^?]* (?:of|with|to|from|on|in|at|by|against|into)\\s*(?:\\?|$)';
const DEFINITION = [
  opening(
    ...[
      `what(?:[’']s| is| are| was| were) (?!${LAST}|${DONE}|${LEFT})(?:an? |the )?(?:meaning of |definition of )?(?:[\\p{L}\\p{Nd}.’'-]+ ?){1,5}\\??$`,
      'define',
      'what does .{1,60} (?:mean|stand for)',
    ],
    ...[
      'was (?:ist|sind) (?:eine?n? |der |die |das )?(?:[\\p{L}\\p{Nd}.-]+ ?){1,5}\\??$',
      'was (?:bedeutet|hei(?:ß|ss)t|versteht man unter)',
    ],
    ...[
      "qu[’']est[- ]ce (?:que |qu[’'])",
      "c[’']est quoi",
      'que (?:signifie|veut dire)',
      'qu[ée] (?:es|son|significa)',
      "(?:che )?cos[’']?(?:a sono|a significa|[’']? ?è)",
    ],
    ...[
      'o que (?:é|são|significa)',
      'wat (?:is|zijn|betekent) (?:een |de |het )?(?:[\\p{L}\\p{Nd}.-]+ ?){1,4}\\??$',
    ],
  ),
  /(?:とは|って)(?:何|なん)|とは[?？]|什么是|是什么[?？]?$|무엇(?:인가요|입니까|이에요)|(?:이?란|는|은) (?:무엇|뭐)/u,
];

/** “What is the deposit facility for?” is answered by what says what it is, even if it is a rate. */
const PURPOSE =
  /^(?:and |so )?what(?:[’']s| is| are| was| were) [^,?]{1,60} for\s*(?:\?|$|,\saccording to\s)/iu;

/** For each answer type that a question's words can tell, what they look like, in order. */
export const QUESTIONS: readonly (readonly [Exclude<AnswerType, 'any'>, Pick<RegExp, 'test'>])[] = [
  ['definition', PURPOSE],
  ['frequency', ASKS_FOR.frequency],
  ['duration', ASKS_FOR.duration],
  ['share', ASKS_FOR.share],
  ['money', ASKS_FOR.money],
  ['count', ASKS_FOR_COUNT],
  ...NUMBER.map((pattern) => ['number', pattern] as const),
  ...WHEN.map((pattern) => ['when', pattern] as const),
  ...REASON.map((pattern) => ['reason', pattern] as const),
  ...NAMES.map((pattern) => ['names', pattern] as const),
  ...WHERE.map((pattern) => ['where', pattern] as const),
  ...STATEMENT.map((pattern) => ['statement', pattern] as const),
  ...WHO.map((pattern) => ['who', pattern] as const),
  ...DEFINITION.map((pattern) => ['definition', pattern] as const),
];
