import { describe, expect, test } from 'vitest';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { createPdf } from '../fakes/pdf.ts';

const UNREADABLE = 'The lamp was lit at dusk by hand.'
  .split('')
  .map((letter) => String.fromCodePoint(0xe000 + letter.charCodeAt(0)))
  .join('');

const read = (content: Parameters<typeof createPdf>[0]) => pdfReader.read(createPdf(content), 'a.pdf');

describe('fonts of East Asia that name a character map', () => {
  test.each([
    ['Chinese', 'UniGB-UCS2-H', 'GB1', '灯塔关闭至星期五'],
    ['Chinese, traditional', 'UniCNS-UTF16-H', 'CNS1', '燈塔關閉至星期五'],
    ['Japanese', 'UniJIS-UCS2-H', 'Japan1', '北埠頭を閉鎖する'],
    ['Korean', 'UniKS-UTF16-H', 'Korea1', '등대는 금요일까지'],
  ])('are read: %s', async (_language, name, collection, text) => {
    expect((await read({ pages: [[text]], map: { name, collection } })).text).toBe(text);
  });

  test('are read line by line, from right to left, in vertical writing', async () => {
    const map = { name: 'UniJIS-UTF16-V', collection: 'Japan1' };
    const lines = ['図書館の灯台は', '古いと言われる。'].map((text, at) => ({
      text,
      left: 300 - at * 20,
      base: 700,
    }));
    expect((await read({ pages: [lines], map })).text.replace(/\s/g, '')).toBe(
      '図書館の灯台は古いと言われる。',
    );
  });
});

describe('a page in letters that its fonts do not tell', () => {
  test('is left out and named', async () => {
    const { text, omissions, pages } = await read({
      pages: [['The bell rang.'], [UNREADABLE], ['It was late.']],
    });
    expect(text).toBe('The bell rang.\n\nIt was late.');
    expect(omissions?.[0]).toMatch(/^lacks page 2: the fonts do not say/);
    expect(pages?.map(({ index }) => index)).toEqual([1, 3]);
  });

  test('is read if it has only a few of them', async () => {
    const { text, omissions } = await read({
      pages: [[`The bell rang at the pier ${UNREADABLE.slice(0, 3)}`]],
    });
    expect(text).toContain('The bell rang');
    expect(omissions).toEqual([]);
  });

  test('is a reason to refuse a file without other pages', async () => {
    await expect(read({ pages: [[UNREADABLE], []] })).rejects.toThrow(
      'has no readable page: the fonts do not say',
    );
  });
});

test('ligatures, quotation marks and dashes of TeX’s fonts that have no map are read', async () => {
  const line = 'The \u0010signi\u001Ccant\u0011 di\u001Berence \u0016 it is su\u001Ecient and \u001Dat.';
  expect((await read({ pages: [[line]] })).text).toBe(
    'The “significant” difference — it is sufficient and flat.',
  );
});

describe('a title in the properties', () => {
  const large = { text: 'The lamp of the harbour', size: 20 };
  const page = [large, '', 'It was lit at dusk, and ships saw it from afar.'];

  test('loses to the headline if the first page does not bear it out', async () => {
    const found = await read({ pages: [page], info: { Title: 'Template for reports' } });
    expect([found.title, found.embedded?.title]).toEqual(['The lamp of the harbour', null]);
  });

  test('wins if the first page bears it out', async () => {
    const found = await read({ pages: [page], info: { Title: 'The Lamp of the Harbour: a story' } });
    expect(found.embedded?.title).toBe('The Lamp of the Harbour: a story');
  });
});
