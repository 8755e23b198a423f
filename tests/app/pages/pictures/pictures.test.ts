import { describe, expect, test } from 'vitest';
import { bars, countByName } from '../../../../src/app/pages/pictures/bars.ts';
import { timeline } from '../../../../src/app/pages/pictures/timeline.ts';

const BARS = { id: 'from', title: 'Sources', unit: ['document', 'documents'] } as const;

describe('bars', () => {
  test('are named and counted in the picture and in its description', () => {
    const { markup } = bars(countByName(['Herald', 'Gazette', 'Herald']), BARS);
    expect(markup).toContain('<desc id="from-desc">Herald 2 documents, Gazette 1 document.</desc>');
    expect(markup).toMatch(/>Herald<\/text><rect[^>]* width="85%"[^>]*\/><text[^>]*>2<\/text>/);
    expect(markup).toMatch(/>Gazette<\/text><rect[^>]* width="42.5%"[^>]*\/><text[^>]*>1<\/text>/);
  });

  test('are ten at most; the description says how many are left', () => {
    const { markup } = bars(countByName(Array.from({ length: 13 }, (_, at) => `Paper ${at}`)), BARS);
    expect(markup.match(/<rect/g)).toHaveLength(10);
    expect(markup).toContain('Paper 9 1 document and 3 more.</desc>');
  });

  test('show a name as text, whatever it is', () => {
    const { markup } = bars([{ name: '</svg><script>alert(1)</script>\u202E', count: 1 }], BARS);
    expect(markup).not.toMatch(/<script|\u202E/);
  });
});

describe('a timeline', () => {
  const draw = (documents: readonly string[], statements: readonly string[]) =>
    timeline({
      ...{ id: 'when', title: 'When' },
      documents: documents.map((date) => ({ date })),
      statements: statements.map((date) => ({ date })),
    }).markup;

  test('tells documents and statements apart by shape and place', () => {
    const markup = draw(['2024-03-01', '2024-06-20'], ['2024-05']);
    expect(markup.match(/<rect class="bar"/g)).toHaveLength(2);
    expect(markup.match(/<circle class="hollow"/g)).toHaveLength(1);
    expect(markup).toContain('■ documents');
    expect(markup).toContain('○ dated statements');
  });

  test('says the same in words', () => {
    expect(draw(['2024-03-01', '2024-06-20'], ['2024-05'])).toContain(
      '2 documents from 1 Mar 2024 to 20 Jun 2024; 1 dated statement of May 2024.',
    );
    expect(draw([], ['2024'])).toContain('<desc id="when-desc">1 dated statement of 2024.</desc>');
  });

  test('puts what is of one day above one another, and not off the picture', () => {
    const markup = draw(Array(40).fill('2024-03-01'), []);
    const [, height] = /height="(\d+)"/.exec(markup) ?? [];
    const tops = [...markup.matchAll(/<svg x="[\d.]+%" y="(-?[\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.min(...tops)).toBeGreaterThan(12);
    expect(Math.max(...tops)).toBeLessThan(Number(height));
  });
});
