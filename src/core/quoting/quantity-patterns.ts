import { inKnownScripts } from '../text/in-known-scripts.ts';
import { askedByNoun } from './asked-nouns.ts';
import { howMany, MODIFIER, SCALE } from './how-many.ts';

/** What a figure can measure, where a question's words tell. */
export type Quantity = 'duration' | 'frequency' | 'share' | 'money';

/** Matches any of some expressions as whole words, in any case. */
function words(...expressions: readonly string[]): string {
  return String.raw`(?<!\p{L})(?:${expressions.join('|')})(?!\p{L})`;
}

const WORKING =
  '(?:arbeits|urlaubs|werk|ferien|kalender|geschäfts|bank|kranken|krankheits|fehl|reise|handels|lebens|dienst|unterrichts|vakantie|verlof|ziekte)';
const TIME_UNITS = `seconds|minutes|hours|days|weeks|months|quarters|years|decades|sekunden|minuten|${WORKING}?(?:stunden|tagen?|wochen|monaten?|jahren?)|heures|jours|semaines|mois|années|ans|segundos|minutos|horas|d[íi]as|semanas|meses|trimestres|semestres|años|secondi|minuti|ore|giorni|settimane|mesi|anni|anos|seconden|uren|${WORKING}?dagen|weken|maanden|jaren`;
const TIMES =
  'seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|sekunden?|minuten?|stunden?|tagen?|tag|wochen?|monat(?:en?)?|jahr(?:en?)?|heures?|jours?|semaines?|mois|années?|ans?|segundos?|minutos?|horas?|d[íi]as?|semanas?|meses|mes|trimestres?|semestres?|años?|minut[oi]|second[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dias?|m[êe]s|anos?|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren';

const PERCENT = 'per ?cents?|prozente?n?|pour ?cents?|por ?ciento|per ?cento|por ?cento|procent';
const CURRENCIES =
  'dollars?|dollari|d[óo]la?res|euros?|francs|franken|franchi|francos|yen|yuan|rupees|roubles|rubles|rubel|pesos|reais|kron(?:a|or|er|en)|crowns|zloty';

const GERMAN_MONEY =
  '\\p{L}*(?:geld(?:es)?|lohn|gehalt|miete|kaution|gebühr(?:en)?|rente|zuschuss|prämie|kosten|entgelt)(?!\\p{L})';

// What is asked for with “how much” by a verb: to cost, to be worth, to earn, to pay.
const HOW_MUCH =
  'wie ?viel|combien(?! de(?!\\p{L})| d[’\\u0027])|cu[áa]nto|quanto|hoeveel(?= (?:moet|mag|zal|kan|kost|verdien|beta))';
const PAYING = [
  ...['(?:be)?zahl(?:e?n|t|te|ten)', 'verdien(?:e?n|t|te|ten)', 'kostete?n?', 'kostet'],
  ...['coûte\\p{L}*', 'gagne(?:nt|r)?', 'pai?ent?', 'pa[iy]e[rz]?', 'va(?:ut|lent)', 'touche(?:nt)?'],
  ...[
    'c(?:ue|o)st[ao]n?',
    'costó',
    'costar',
    'vale[nr]?',
    'paga\\p{L}*',
    'gana[nr]?',
    'cobra[nr]?',
    'gasta\\p{L}*',
  ],
  ...[
    'guadagna\\p{L}*',
    'spend\\p{L}+',
    'val(?:e|gono)',
    'cost(?:a|ano|ato|erà)',
    'custa\\p{L}*',
    'ganha\\p{L}*',
  ],
  ...['kost(?:te|ten|en)?', 'verdien(?:t|en|de|den)', 'beta(?:alt|len|alde|alden)'],
].join('|');

// How many years, hours, hundreds of yen …, in Japanese, Chinese (both scripts) and Korean.
const COUNTED = '(?:[几幾]|多少)';
const EAST_ASIAN_DURATION = `何(?:年間|年(?![にのかで])|日(?:間|かか)|[かカヶヵ箇]月|時間|分間|週間|歳)|(?:どのくらい|どれくらい)(?:の期間|の時間|かか)|多久|多[长長]时?時?[间間]|多大(?:年[纪紀龄齡]|岁|歲)|${COUNTED}(?:[个個]月|年|天|[个個]?小[时時]|分[钟鐘]|周|[个個]星期|岁|歲)|얼마(?:나 (?:오래|걸)|\\s?동안)|몇 ?(?:년|개월|일|시간|분|주|살)(?!에)`;
const EAST_ASIAN_SHARE =
  '何(?:パーセント|[%％]|割)|(?:どのくらい|どれくらい|どれだけ)の割合|割合は(?:どの|どれ|何|いくら)|多(?:大|少)的?(?:比例|比重|百分比)|百分之(?:几|幾|多少)|占了?(?:多少|多大|几成)|[几幾]成|몇 ?(?:퍼센트|%|프로)|비율';
const EAST_ASIAN_MONEY =
  'いくら|何(?:百|千|万|億|兆)?円|多少(?:[钱錢元]|[万萬亿億]?(?:美元|欧元|日元|人民币|英镑))|[什甚][么麼]价格|多[贵貴]|얼마(?:예요|이에요|입니까|인가요|인지|죠)';

/** Matches in any case, in the scripts of the words. */
function anyCase(source: string): RegExp {
  return inKnownScripts(new RegExp(source, 'iu'));
}

/** Tests for a number of something, and for other words. */
function either(isOne: (question: string) => boolean, source: string): Pick<RegExp, 'test'> {
  const words = anyCase(source);
  return { test: (question) => words.test(question) || isOne(question) };
}

/** How questions ask for each, in ten languages. */
export const ASKS_FOR: Readonly<Record<Quantity, Pick<RegExp, 'test'>>> = {
  duration: either(
    howMany(TIME_UNITS, `${TIME_UNITS}|jaar|uur`),
    `${words(
      ...['how (?:long|old|soon|quickly)', '(?:at )?(?:what|which) age'],
      ...['wie (?:lange?|alt)', 'wie ?viel zeit', 'combien de temps', 'cu[áa]nto tiempo', 'quanto tempo'],
      ...['hoe ?lang', 'hoe oud', 'hoeveel tijd'],
      ...askedByNoun('duration'),
    )}|${EAST_ASIAN_DURATION}`,
  ),
  frequency: anyCase(
    `${words(
      ...['how (?:often|frequently|regularly)', 'how many times', 'wie (?:oft|häufig)', 'à quelle fréquence'],
      ...[
        'combien de fois',
        'con qu[ée] frecuencia',
        'cu[áa]ntas veces',
        'quante volte',
        'con (?:che|quale) frequenza',
      ],
      ...['com que frequência', 'quantas vezes', 'hoe (?:vaak|dikwijls)'],
    )}|何回|どのくらいの頻度|多久一次|多少次|几次|얼마나 자주|몇 ?번`,
  ),
  share: either(
    howMany(`[%％]|${PERCENT}`),
    `${words(
      ...['(?:what|which) (?:\\p{L}+ )?(?:percentage|percent|per cent|share|proportion|fraction|stake)'],
      ...[`wie ?viel (?:[%％]|${PERCENT})`, ...askedByNoun('share')],
    )}|${EAST_ASIAN_SHARE}`,
  ),
  money: either(
    howMany('dollars|euros|francs|yen|yuan|rupees|roubles|rubles|pesos|krona|kronor|crowns', CURRENCIES),
    `${words(
      ...[
        'how (?:much money|expensive)',
        'how much (?:\\p{L}+ ){1,6}(?:costs?|pay|paid|spend|spent|earn|worth|raise|owes?|owed|fined|repay|repaid|refund|stole|stolen|steal|donated?|give back)',
        'how much (?:compensation|restitution|damages|funding|tax)',
        'what (?:is|are|was|were) (?:\\p{L}+ ){1,6}worth(?! \\p{L}+ing(?!\\p{L}))',
      ],
      ...[
        'what (?:\\p{L}+ ){1,6}costs?',
        '(?:what|which) (?:\\p{L}+ )?(?:price|cost|budget|fine|fee|salary|wage)',
      ],
      ...[
        'wie (?:teuer|viel geld)',
        `wie ?viel ${GERMAN_MONEY}`,
        `wie hoch (?:\\p{L}+ ){1,3}${GERMAN_MONEY}`,
        'was kostete?t?',
      ],
      ...["combien (?:\\p{L}+ ){0,3}d[’']argent", 'cu[áa]nto dinero', 'quanto dinheiro', 'hoeveel geld'],
      ...['wat kost\\p{L}*', `(?:${HOW_MUCH}) (?:\\p{L}+ ){0,3}(?:${PAYING})`, ...askedByNoun('money')],
    )}|${EAST_ASIAN_MONEY}`,
  ),
};

// Years that tell how long: since 1949, from 1949 to 1955, founded in 1949.
const YEAR = '(?:1[5-9]|20)\\p{Nd}{2}';
const MONTH = '(?:\\p{L}+ )?';
const SINCE = words(
  ...['since', 'until', 'till', 'seit', 'bis', 'depuis', "jusqu[’']en", 'desde', 'hasta', 'dal?', 'fino al'],
  ...['até', 'sinds', 'tot'],
);
const BEGAN = words(
  ...[
    'found(?:ed|ing)',
    'established',
    'created',
    'launched',
    'born',
    'gegründet',
    'geboren',
    'fondée?',
    'née?',
  ],
  ...['fundad[oa]', 'nacid[oa]', 'fondat[oa]', 'nat[oa]', 'opgericht'],
);
const TO = '(?: ?[-–—] ?| (?:to|and|until|bis|und|à|et|al?|y|e|tot|en) )';

/** What a sentence has that says how long something went on, without a length of time. */
export const SPAN = anyCase(
  `(?:${SINCE} (?:the )?${MONTH}|(?<!\\p{Nd})${YEAR}${TO}${MONTH}|${BEGAN}.{0,20} )${YEAR}(?!\\p{Nd})`,
);

const FIGURES = [
  '\\p{Nd}[\\p{Nd}.,\\u00a0 ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|several|couple of',
  '\\p{L}*(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|ßig|zig|hundert)',
  'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent',
  'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|noventa|cien',
  'due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|trenta|quaranta|cinquanta|sessanta|novanta|cento',
  'dois|duas|três|sete|oito|dez|doze|quinze|vinte|trinta|quarenta|cinquenta|sessenta|noventa|cem',
  'twee|drie|vijf|zes|zeven|negen|tien|twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|negentig|honderd',
].join('|');
const FIGURE = `(?:${FIGURES}|an?|half an?|\\p{L}*einem?r?n?|une?|una?|um|een)`;
// Laws write a figure twice: “fifteen (15) days”, “15 (fünfzehn) Tage”.
const GAP = '(?: ?\\([^()]{1,16}\\)|\\))?[\\s-]';

/** What a sentence has that says each. */
export const SAYS: Readonly<Record<Quantity, RegExp>> = {
  duration: anyCase(
    `(?<![\\p{L}\\p{Nd}])(?!${YEAR}(?!\\p{Nd}))(?:${FIGURES})${GAP}(?:(?:${MODIFIER}){1,3}|\\p{L}+s |${SCALE} ?)(?:${TIME_UNITS})(?!\\p{L})|(?<![\\p{L}\\p{Nd}])${FIGURE}${GAP}(?:(?:half|full|more|whole|calendar|working|weitere|ganze) )?(?:${TIME_UNITS}|${TIMES})(?!\\p{L})|\\p{Nd}[\\s-]?(?:yrs?|mins?|secs?|hrs?|h|std|sek)(?!\\p{L})|(?:\\p{Nd}|[一二两兩三四五六七八九十百])\\s?(?:年間?|か月|ヶ月|个月|個月|日間?|天|週間|周|星期|時間|小[时時]|分[钟鐘]?(?!の)|歳|岁|년|개월|일|시간|주|세|살)`,
  ),
  frequency: inKnownScripts(
    /(?<!\p{L})(?:every|each|per|once|twice|times|daily|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|cadence|an? (?:day|week|month|year)|alle|jede[nrsm]?|pro|(?:ein|zwei|drei|vier)?mal|täglich|wöchentlich|monatlich|jährlich|chaque|par (?:jour|mois|an|semaine)|fois|tous les|toutes les|cada|veces|vez|ogni|volt[ae]|vezes|por (?:dia|mês|ano|semana)|elke?|ieder[e]?|keer|maandelijks|jaarlijks)(?!\p{L})|毎|ごと|回|每|次|매|마다|번/iu,
  ),
  share: inKnownScripts(
    /\p{Nd}\s?[%％]|(?<!\p{L})(?:per ?cent|percentage|pp|half|third|two-thirds|quarters?|majority|(?:one|two|three|four|five|\p{Nd}+) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|every|\p{Nd}+)|prozent\p{L}*|hälfte|drittel|viertel|pour ?cent|moitié|tiers|quart|por ?ciento|mitad|tercio|cuarto|per ?cento|metà|terzo|por ?cento|metade|terço|procent|helft|derde)(?!\p{L})|割|分の|百分之|퍼센트|절반/iu,
  ),
  money: inKnownScripts(
    /[$€£¥₩₽₹]\s?\p{Nd}|\p{Nd}\s?(?:[$€£¥₩₽₹]|k\b|m\b|bn\b)|(?<!\p{L})(?:USD|EUR|GBP|CHF|JPY|CNY|INR|KRW|SEK|NOK|DKK|PLN|CZK|AUD|CAD|NZD|dollars?|crowns?|kron(?:a|er|or|en)|korun\p{L}?|z[łl]oty\p{L}?|lir[ae]s?|rand|shillings?|guilders?|forints?|euros?|pounds?|pence|cents?|francs?|franken|yen|yuan|won|pesos?|reais|rupees?|roubles?|rubles?|libras?|dólares|sterline|free of charge|kostenlos|gratuit\p{L}*|gratis)(?!\p{L})|[円元원]|ドル|美元|달러/iu,
  ),
};
