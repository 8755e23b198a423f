/** How a list writes its numbers. */
export type NumberFormat =
  | 'decimal'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'padded';

/** A list's number in one of its formats: 4, d, D, iv, IV, 04. */
export function formatListNumber(value: number, format: NumberFormat): string {
  switch (format) {
    case 'decimal':
      return String(value);
    case 'padded':
      return String(value).padStart(2, '0');
    case 'lower-letter':
      return letters(value);
    case 'upper-letter':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
  }
}

const ALPHABET = 26;
const MAX_REPEATS = 30; // of a letter; a longer label is a damaged number

/** a … z, then aa, bb …, as word processors count. */
function letters(value: number): string {
  const repeats = Math.ceil(value / ALPHABET);
  if (value < 1 || repeats > MAX_REPEATS) return String(value);
  return String.fromCharCode(97 + ((value - 1) % ALPHABET)).repeat(repeats);
}

const ROMAN = Object.entries({
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40, x: 10, ix: 9, v: 5, iv: 4, i: 1 },
});
const MAX_ROMAN = 3999;

function roman(value: number): string {
  if (value < 1 || value > MAX_ROMAN) return String(value);
  let left = value;
  let written = '';
  for (const [numeral, worth] of ROMAN) {
    while (left >= worth) {
      written += numeral;
      left -= worth;
    }
  }
  return written;
}
