import { MARK } from './line-builder.ts';

// Greek letters and signs of the font Symbol, from its code 0x41 on.
const SYMBOL_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SYMBOL_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL_HIGH = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|―↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑';
const SYMBOL_OTHERS: Readonly<Record<number, string>> = {
  ...{ 34: '∀', 36: '∃', 39: '∋', 42: '∗', 45: '−', 64: '≅', 92: '∴', 94: '⊥', 126: '∼', 242: '∫' },
};
const WINGDINGS: Readonly<Record<number, string>> = {
  ...{
    74: '☺',
    76: '☹',
    108: '●',
    110: '■',
    111: '□',
    113: '❑',
    118: '❖',
    158: '·',
    159: '•',
    167: '▪',
    168: '◻',
  },
  ...{
    224: '→',
    223: '←',
    225: '↑',
    226: '↓',
    232: '➔',
    240: '⇨',
    216: '➢',
    252: '✓',
    251: '✗',
    253: '☒',
    254: '☑',
  },
};

/** What a character of a symbol font shows; a mark if that is not known. */
export function symbolText(code: number, font: string): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return adobeSymbol(place);
  if (/^wingdings$/i.test(font)) return WINGDINGS[place] ?? MARK;
  return code === place && place >= 32 ? String.fromCodePoint(place) : MARK;
}

/** Text whose private characters stand for those of a symbol font. */
export function decodeSymbols(text: string, font: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (sign) => symbolText(sign.charCodeAt(0), font || 'Symbol'));
}

function adobeSymbol(place: number): string {
  const sign =
    SYMBOL_OTHERS[place] ??
    SYMBOL_CAPITALS[place - 0x41] ??
    SYMBOL_SMALL[place - 0x61] ??
    SYMBOL_HIGH[place - 0xa1];
  if (sign !== undefined) return sign;
  return place >= 32 && place < 127 ? String.fromCharCode(place) : MARK;
}
