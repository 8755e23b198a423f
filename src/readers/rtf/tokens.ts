/** A piece of an RTF file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'bytes'; readonly bytes: string };

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giy;

/** Splits a file, one character a byte, into groups, control words, signs and text. Binary data is passed over. */
export function* splitRtf(source: string): Generator<RtfToken> {
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(source);
    if (!found) return;
    at = TOKEN.lastIndex;
    const [, word, value, hex, sign, brace, text] = found;
    if (word === 'bin') at += Math.max(0, Number(value ?? 0));
    else if (word !== undefined)
      yield { kind: 'word', word, value: value === undefined ? null : Number(value) };
    else if (hex !== undefined) yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (sign !== undefined) yield { kind: 'sign', sign };
    else if (brace !== undefined) yield brace === '{' ? { kind: 'open' } : { kind: 'close' };
    else if (text !== undefined) yield { kind: 'bytes', bytes: text };
  }
}
