import { describe, expect, test } from 'vitest';
import { joinRecognized } from '../../../src/readers/pdf/recognized-text.ts';

interface Line {
  readonly text: string;
  readonly confidence?: number;
  /** Pixels above it; 50 if absent, as within a paragraph. */
  readonly above?: number;
  readonly height?: number;
  readonly right?: number;
}

/** What Tesseract gives of a page: all lines in one paragraph, or in several. */
function join(...paragraphs: readonly (readonly Line[])[]): string {
  let y0 = 0;
  const place = ({ text, confidence = 90, above = 50, height = 40, right = 1000 }: Line) => {
    y0 += above;
    return {
      ...{ text: `${text}\n`, confidence, bbox: { x0: 100, x1: right }, baseline: { y0 } },
      rowAttributes: { rowHeight: height },
    };
  };
  return joinRecognized([{ paragraphs: paragraphs.map((lines) => ({ lines: lines.map(place) })) }]);
}

const line = (text: string) => [{ text }];

describe('the text of a recognized page', () => {
  test('is its paragraphs, their lines joined', () => {
    expect(join([{ text: 'The lamp' }, { text: 'was lit.' }], line('It rained.'))).toBe(
      'The lamp was lit.\n\nIt rained.',
    );
  });

  test('has a paragraph where a line is further down or larger, however they were put together', () => {
    const lines = [
      { text: 'Port Minutes', height: 80 },
      { text: 'The board met', above: 120 },
      { text: 'on Monday and', height: 44 },
      { text: 'agreed', height: 36 },
      { text: 'the lamp was lit', above: 95 },
      { text: 'at dusk' },
    ];
    expect(join(lines)).toBe(
      'Port Minutes\n\nThe board met on Monday and agreed\n\nthe lamp was lit at dusk',
    );
  });

  test('keeps a hyphen at the end of a line as it is printed', () => {
    expect(join([{ text: 'A light-' }, { text: 'house - or' }, { text: '- a lamp' }])).toContain(
      'A light-house - or',
    );
  });

  test('is without what was not recognized for sure', () => {
    expect(join([{ text: 'The lamp.' }, { text: 'ea wp oo', confidence: 31, above: 200 }])).toBe('The lamp.');
  });

  test('is without lines of no letter, and page numbers at its edges', () => {
    expect(join(line('- 12 -'), line('|'), line('In'), line('1999'))).toBe('In');
    expect(join(line('In 1999:'), line('1999'), line('Rain.'))).toContain('1999');
    expect(join(line('1999'))).toBe('1999');
  });
});
