import { inKnownScripts } from '../text/in-known-scripts.ts';
import { memoize } from '../text/memoize.ts';

// Numbers from two on, halves and multiples, as the ten languages whose question words are listed write them out.
// Left out are words that are no numbers in another of them: once (English), sei (German), and “one” where it is the article.
const WORDS: readonly string[] = [
  'one two three four five six seven eight nine ten eleven twelve (?:thir|four|fif|six|seven|eigh|nine)teen',
  '(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)? hundreds? thousands? millions? billions? hal(?:f|ves)',
  'thirds? quarters? dozens? several couple twice double triple',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf \\p{L}+zehn \\p{L}*(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:z|ß|ss)ig',
  '\\p{L}*hundert \\p{L}*tausend \\p{L}*million(?:en)? \\p{L}*milliarden? hälften? drittel[ns]? viertel[ns]? fünftel[ns]? doppelten? \\p{L}+fachen?',
  'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt(?:s|-\\p{L}+)? trente(?:-\\p{L}+)?',
  'quarante(?:-\\p{L}+)? cinquante(?:-\\p{L}+)? soixante(?:-\\p{L}+)* cents? mille milliers? milliards? moitié tiers quart double triple douzaine',
  'dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince dieci\\p{L}+ veint\\p{L}+ treinta cuarenta cincuenta',
  'sesenta setenta ochenta noventa cien(?:to)? \\p{L}+cient[oa]s mil millones mitad tercio cuarto doble docena',
  'due tre quattro cinque sette otto nove dieci undici dodici \\p{L}+dici vent\\p{L}+ trent\\p{L}+ (?:quar|cinqu|sess|sett|ott|nov)ant\\p{L}+',
  'cento \\p{L}+cento mila \\p{L}+mila milion[ei] miliard[oi] metà terzo quarto doppio dozzina',
  'dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezess\\p{L}+ dezoito dezenove vinte trinta quarenta',
  'cinquenta sessenta setenta oitenta noventa cem centenas? milhões milhares metade terço dobro dúzia',
  'twee drie vier vijf zes zeven acht negen tien elf twaalf \\p{L}+tien \\p{L}*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig \\p{L}*honderd \\p{L}*duizend miljoen miljard helft derde kwart dubbele',
];
// “One” of Chinese and Japanese is in hundreds of words (一般, 一个), and so tells no number.
const EAST_ASIAN =
  '(?:[二三四五六七八九十百千万億亿两兩]|一(?=[十百千万億亿]))[一二三四五六七八九十百千万億亿]*(?:多|数|余)?(?=[个個人名位天日月年周週岁歳次回倍种種家条项項点元円本枚社件票席度分秒成级級号號层層か国カヶつ小时時%％])|[半数]数|一半|半分|[두세네]\\s?(?:명|개|번|달|배|가지)|[이삼사오육칠팔구]?[십백천만억]\\s?(?:명|개|원|년|월|일|배)|절반|하나|둘|셋';

// Not that of a name: x86, A320, Covid-19, 18F, 3D, 5G; but 5K and 20M are amounts, and 60W and 450F are measured.
const NAMED = String.raw`\p{Nd}{1,2}[DEFIO-SUX-Z](?!\p{L})|[2-6]G(?!\p{L})`;
const DIGIT = String.raw`(?<!(?<!\p{L})[A-Za-z]|[A-Za-z][-–]|\p{Nd}[.,]?)(?!${NAMED})\p{Nd}`;

const FIGURES = inKnownScripts(new RegExp(DIGIT, 'u'));
const EAST_ASIAN_NUMBER = new RegExp(EAST_ASIAN, 'u');
const EAST_ASIAN_NUMBERS = new RegExp(EAST_ASIAN, 'gu');
const NUMBER_WORD = inKnownScripts(
  new RegExp(`^(?:${WORDS.flatMap((line) => line.split(' ')).join('|')})$`, 'u'),
);
// Looked up rather than matched with all of them, as this is asked of every word of hundreds of sentences.
// In lower case: an expression for any case takes five times as long to compile.
const isNumberWord = memoize((word: string) => NUMBER_WORD.test(word.toLowerCase()));

// From two to twelve, in seven languages. No word is two numbers.
const VALUES: ReadonlyMap<string, string> = new Map([
  ['one', '1'],
  ...[
    'two three four five six seven eight nine ten eleven twelve',
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
    'deux trois quatre cinq six sept huit neuf dix onze douze',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce',
    'due tre quattro cinque sei sette otto nove dieci undici dodici',
    'dois três quatro cinco seis sete oito nove dez onze doze',
    'twee drie vier vijf zes zeven acht negen tien elf twaalf',
  ].flatMap((line) => line.split(' ').map((word, at) => [word, `${at + 2}`] as const)),
]);

/** Whether a text has a number, in figures or words. */
export function saysNumber(text: string): boolean {
  if (FIGURES.test(text) || EAST_ASIAN_NUMBER.test(text)) return true;
  return !writtenNumbers(text).next().done;
}

/** Lists the numbers that a text writes out, in lower case, and those up to twelve in figures: “four” as 4. */
export function numberWordsOf(text: string): string[] {
  const words = [...writtenNumbers(text)].map((word) => VALUES.get(word) ?? word);
  return [...words, ...[...text.matchAll(EAST_ASIAN_NUMBERS)].map(([written]) => written)];
}

function* writtenNumbers(text: string): Generator<string> {
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu))
    if (isNumberWord(word) && !isDueTo(text.slice(index, index + 6))) yield word.toLowerCase();
}

/** “Due” is two in Italian, but not in “due to”. */
function isDueTo(text: string): boolean {
  return /^due to/i.test(text);
}
