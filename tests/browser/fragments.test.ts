import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allSentences } from '../../src/core/library/documents/indexed-document.ts';
import { citationLink } from '../../src/core/quoting/citation-link.ts';
import { createIndexedDocument } from '../fakes/documents.ts';
import { describeInBrowser, openWatched } from './chromium.ts';

const PARAGRAPHS = [
  'The ferry to the island will cost ten crowns, the council decided in March after a long debate about fares.',
  'Ada Quay, head of the harbour-board, said: “Well-kept piers & boats, not words, bring people.” She left at 5 p.m.',
  'The ferry to the island will cost ten crowns more than the bridge, said the council, and it was applauded. That is what the council decided in May, 50% more than before.',
  'It sails at noon. It sails at six. It sails at noon on Sundays, and at six, too.',
  'Der Rat beschloß am 3. März: „Die Fähre – ein Prestige-Objekt – fährt weiter.“ 港の船は正午に出る。',
  'The ferry to the island will cost ten crowns, the council decided in March after a long debate, but it was wrong.',
];

/** The page shows what its text fragment leads to in a colour that nothing else on it has. */
const HTML = `<!doctype html><meta charset="utf-8"><title>Ferry</title>
<style>body{font:14px/1.8 serif;width:1200px;color:#000;background:#fff}::target-text{color:#f0f;background:#f0f}</style>
<nav>Home · Ferry · Harbour</nav>
${PARAGRAPHS.map((text) => `<p>${text.replaceAll('&', '&amp;')}</p>`).join('\n')}`;

/** The characters of the page in the middle of which a screenshot has that colour. */
const READ_HIGHLIGHT = `async (shot) => {
  const image = await createImageBitmap(await (await fetch(shot)).blob());
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const paint = canvas.getContext('2d');
  paint.drawImage(image, 0, 0);
  const isMarked = ({ left, top, width, height }) => {
    const [red, green, blue] = paint.getImageData(left + width / 2, top + height / 2, 1, 1).data;
    return red > 200 && green < 60 && blue > 200;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = '';
  while (texts.nextNode()) {
    const node = texts.currentNode;
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && isMarked(box)) found += node.data[at];
    }
  }
  return found;
}`;

describeInBrowser('a link to an excerpt on its own page', () => {
  let server: Server;
  let address: string;

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(HTML);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`;
  });

  afterAll(() => {
    server.close();
  });

  const highlighted = async (page: Page): Promise<string> => {
    const shot = (await page.screenshot()).toString('base64');
    return page.evaluate<string>(`(${READ_HIGHLIGHT})('data:image/png;base64,${shot}')`);
  };

  test('highlights exactly its sentence, whichever it is', async () => {
    const indexed = createIndexedDocument('web/ferry', {
      text: PARAGRAPHS.join('\n\n'),
      url: `${address}/ferry`,
    });
    const { document } = indexed;
    const { page, context } = await openWatched(address);
    const [shown, quoted]: [string[], string[]] = [[], []];
    for (const slice of allSentences(indexed)) {
      await page.goto('about:blank');
      await page.goto(citationLink(document, slice) ?? '');
      quoted.push(document.text.slice(slice.start, slice.end));
      shown.push(await highlighted(page));
    }
    expect(quoted.length).toBeGreaterThan(10);
    expect(shown).toEqual(quoted);
    await context.close();
  });
});
