import { describe, expect, test } from 'vitest';
import { joinRecognized } from '../../../src/readers/pdf/recognized-text.ts';

const paragraph = (confidence: number, ...lines: readonly string[]) => ({
  confidence,
  lines: lines.map((text) => ({ text: `${text}\n` })),
});
const join = (...paragraphs: readonly ReturnType<typeof paragraph>[]) => joinRecognized([{ paragraphs }]);

describe('the text of a recognized page', () => {
  test('is its paragraphs, their lines joined', () => {
    expect(join(paragraph(90, 'The lamp', 'was lit.'), paragraph(90, 'It rained.'))).toBe(
      'The lamp was lit.\n\nIt rained.',
    );
  });

  test('keeps a hyphen at the end of a line as it is printed', () => {
    expect(join(paragraph(90, 'A light-', 'house - or', '- a lamp'))).toBe('A light-house - or - a lamp');
  });

  test('is without what was not recognized for sure', () => {
    expect(join(paragraph(90, 'The lamp.'), paragraph(31, 'ea wp oo'))).toBe('The lamp.');
  });

  test('is without lines of no letter, and page numbers at its edges', () => {
    expect(
      join(paragraph(90, '- 12 -'), paragraph(90, '|'), paragraph(90, 'In'), paragraph(90, '1999')),
    ).toBe('In');
    expect(join(paragraph(90, 'In 1999:'), paragraph(90, '1999'), paragraph(90, 'Rain.'))).toContain('1999');
    expect(join(paragraph(90, '1999'))).toBe('1999');
  });
});
