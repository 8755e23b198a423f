import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMessage } from '../../../src/adapters/terminal/render.ts';
import { composeNote } from '../../../src/core/replies/compose-reply.ts';
import type { Block, Message } from '../../../src/core/replies/message.ts';
import { plainText } from '../../../src/core/replies/plain-text.ts';

import { CONTEXT } from '../../fakes/replies.ts';

const quote = (text: string, url: string | null = null, place: string | null = null): Block => ({
  kind: 'quote',
  text,
  citation: 1,
  url,
  place,
  from: null,
  label: 'Harbour',
  speaker: null,
  weak: false,
});
const message = (...blocks: readonly Block[]): Message => ({
  ...{ blocks, text: plainText(blocks) },
  reply: composeNote(CONTEXT, ''),
});
const LAMP = 'The keeper lit the lamp at dusk before the storm broke over the old pier.';

describe('a message in a terminal', () => {
  test('without colour or width is its plain text', () => {
    const made = message(quote(LAMP));
    expect(renderMessage(made, { colour: false, width: undefined })).toBe(made.text);
  });

  test('keeps to the width, between words, and loses none', () => {
    const rows = renderMessage(message(quote(LAMP)), { colour: true, width: 40 }).split('\n');
    const seen = rows.map(stripVTControlCharacters);
    expect(Math.max(...seen.map((row) => row.length))).toBeLessThanOrEqual(40);
    expect(seen.join(' ')).toBe(`Harbour: “${LAMP}” [1]`);
  });

  test('links a citation to the quotation in its source', () => {
    const url = 'https://example.org/a#:~:text=The%20keeper';
    const text = renderMessage(message(quote(LAMP, url)), { colour: true, width: undefined });
    expect(text).toContain(`\u001B]8;;${url}\u001B\\`);
  });

  test('names the page after the citation', () => {
    const text = renderMessage(message(quote(LAMP, null, 'p. 12')), { colour: true, width: undefined });
    expect(stripVTControlCharacters(text)).toBe(`Harbour: “${LAMP}” [1] p. 12`);
  });

  test('holds no control character of the text it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = renderMessage(message(quote(text, null, text)), { colour: false, width: undefined });
        expect(plain).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
