import { inKnownScripts } from '../text/in-known-scripts.ts';
import type { AnswerType } from './answer-type.ts';
import { askedByNoun } from './asked-nouns.ts';
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
      'wie (?:viele?n?m?r?|hoch|gro(?:ß|ss)|lang|lange|oft|alt|schnell|teuer|weit|schwer|häufig|stark|breit|tief|dick)',
      'wieviele?',
    ],
    ...['combien', 'cu[áa]nt[oa]s?', 'quant[oaie]', 'quanti', 'quant[oa]s'],
    ...['hoeveel', 'hoe (?:lang|hoog|groot|vaak|oud|snel|duur|ver|zwaar|sterk|breed|diep)'],
    ...askedByNoun('number'),
  ),
  // A figure of anything: 何ポイント, 何百万人; not 何年に, 何ですか or 何か.
  /何(?:[百千万億兆]*[人個回本枚件社円歳校票倍割度点軒頭匹羽階段章組種台冊杯曲名店戸歩字]|[\p{Script=Katakana}％%]|[か箇]所|日間|時間|年間|か月)|いくつ|いくら|どのくらい|どれくらい|どれだけ/u,
  /多少|[几幾](?:[个個]|年|月|天|次|[岁歲]|名|位|[种種]|家|成)|多(?:[长長]|大|高|久|快|[远遠]|重|[宽寬]|深|厚)|몇|얼마/u,
];
const WHEN = [
  interrogative('when', 'cu[áa]ndo', 'quando', 'wanneer'),
  asking(
    ...['(?:what|which) (?:year|date|day|month|week|time|century|decade)', 'how soon'],
    ...['(?:seit |bis |ab )?wann', 'um wie ?viel uhr', 'hoe laat'],
    ...[
      "(?:à partir de|depuis|dès|de|pour|jusqu[’']à) quand",
      '(?:a partir|a contar) de (?:cu[áa]ndo|quando)',
    ],
    ...askedByNoun('when'),
  ),
  opening('quand'),
  /いつ|何(?:年(?:[にのでか]|何月)|月(?!間)|日(?!間|か)|曜日|時(?!間)|世紀)|[什甚][么麼][时時](?:候|间|間)|何[时時]|哪(?:一)?(?:年|天|月|日)|[几幾](?:月|号|號|点|點)|언제|몇 ?(?:년|월|일|시)에|며칠/u,
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
  /なぜ|どうして|何故|[为為][什甚][么麼]|[为為]何|왜|어째서|(?:理由|原因|이유|까닭)(?:は|是|는|가|이)?(?:何|什|무엇|뭐|[?？])|理由を/u,
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
  /どの国々|哪些(?:[国國]家|公司|城市|地[区區])|어느 나라들/u,
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
    ...['où', 'd[óo]nde', 'ad[óo]nde', 'dove', 'onde', 'aonde', 'waar(?!om)', ...askedByNoun('where')],
  ),
  /どこ|どの(?:国|都市|地域|県|町)|哪(?:[里裡兒儿]|[个個](?:[国國]家|城市|地方|省))|在哪|何[处處]|어디|어느 ?(?:나라|도시|지역)/u,
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
// “Wie” asks who in Dutch, and how in German, which has none of these words but in names: “der IS”, “web.de”, “Rio de Janeiro”.
const GERMAN =
  '.*(?<![\\p{L}.])(?:(?<!van )der|das|dem|und|ist|hat|wird|wurde|sich|ich|wir|ein|eine|für|mit|im|am|zum|zur|heißt|lief|läuft|geht)(?!\\p{L})';
const DUTCH =
  '.*(?<![\\p{L}.])(?:de|het|een|van|voor|naar|aan|niet|toen|om|uit|op|met|deze|dit|zijn|is|werd|werden|wordt|worden|heeft|hebben)(?!\\p{L})';
const WHO = [
  interrogative('who(?:m|se)?'),
  asking(
    ...[
      '(?:what|which) (?:\\p{L}+ )?(?:person|people|(?:police)?(?:wo)?m[ae]n(?!-)|official|(?:police )?officers?|diplomat|politician|leader|professor|expert|minister|governor|president|ambassador|senator|mayor|judge|lawyer|prosecutor|journalist|author|scientist|researcher|doctor|teacher|actor|player|coach|candidate|suspect|defendant)',
    ],
    ...['wer', 'wem', 'wen', 'wessen', 'qui', 'qui[ée]n(?:es)?', 'quem', 'door wie'],
  ),
  opening(
    '(?:da |a |di |con |per )?chi',
    `(?:(?:met|van|voor|aan|bij|over) )?wie(?= was(?!\\p{L})|${DUTCH})(?!${GERMAN})`,
  ),
  /誰|だれ|どなた|谁|哪(?:位|[个個]人)|누가|누구/u,
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
      'was ist mit .{1,60} gemeint',
      "qu[’']est[- ]ce (?:que |qu[’'])",
      "c[’']est quoi",
      "qu[’']entend[- ]on par",
      'que (?:signifie|veut dire|désigne)',
      'qu[ée] (?:es|son|significa|quiere decir|se entiende por)',
      "(?:che )?cos[’']?(?:a sono|a significa|a vuol dire|a si intende per|[’']? ?è)",
    ],
    ...[
      'o que (?:é|são|significa|quer dizer|se entende por)',
      'wat (?:wordt (?:er )?(?:bedoeld|verstaan)|verstaat men|bedoelt men)',
      'wat (?:is|zijn|betekent) (?:een |de |het )?(?:[\\p{L}\\p{Nd}.-]+ ?){1,4}\\??$',
    ],
  ),
  /(?:とは|って)(?:何|なん|どういう)|とは[?？]|[什甚][么麼]是|是[什甚][么麼](?:意思)?[?？]?$|무엇(?:인가요|입니까|이에요)|(?:이?란|는|은) (?:무엇|뭐)/u,
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
