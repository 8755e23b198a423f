const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...{
    0: '⁰',
    1: '¹',
    2: '²',
    3: '³',
    4: '⁴',
    5: '⁵',
    6: '⁶',
    7: '⁷',
    8: '⁸',
    9: '⁹',
    '-': '⁻',
    '−': '⁻',
    '–': '⁻',
  },
};
const UNIT = /(?<!\p{L})(?:[a-zµ]|[kcdmµn]m|ft|yd|mi|in|sec|min|kg)$/iu;
const NOTE = /^[\d\s,;*†‡§–-]+$/;

/**
 * Text set above the line, such that it is never read as part of the number or word before it: a power and a unit's
 * exponent as such, any other number as the mark of a note in brackets. Letters stay as they are (1st).
 */
export function raisedText(text: string, before: string): string {
  const raised = text.trim();
  if (!/\d/.test(raised) || !NOTE.test(raised.replace('−', '-'))) return text;
  const base = before.slice(-LOOK);
  const exponent = /^[-−–]?\d{1,3}$/.test(raised);
  if (exponent && /(?<![\d.,])10$/.test(base)) return `^${raised}`;
  if (exponent && UNIT.test(base)) return [...raised].map((sign) => SUPERSCRIPTS[sign] ?? sign).join('');
  return `[${raised}]`;
}

const LOOK = 12; // characters before it
