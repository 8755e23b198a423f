import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarks, inert, link } from '../../../src/adapters/discord/markdown.ts';
import { renderPages } from '../../../src/adapters/discord/render.ts';
import { createReplies } from '../../../src/adapters/discord/replies.ts';
import { createDeeds } from '../../../src/core/chat/deeds.ts';
import { displayable } from '../../../src/core/messages/displayable.ts';
import { checkNew } from '../../fakes/discord/message-limits.ts';
import { messages, naughtyText } from '../../fakes/messages.ts';

const wellFormed = (text: string) =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
const withoutEscapes = (text: string) => text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1').replaceAll('\u2060', '');

describe('text of documents', () => {
  test.each([
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[1](https://evil.example)', '\\[1\\]\\(https\\://evil.example\\)'],
    ['@everyone and @here', '@\u2060everyone and @\u2060here'],
    ['<@123> <#4> <t:1:R>', '\\<@123\\> \\<\\#4\\> \\<t\\:1:R\\>'],
    ['discord.gg/abc', 'discord\\.gg/abc'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
  ])('%s stands as it is', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  test('is what it was, once the backslashes are gone', () => {
    fc.assert(
      fc.property(naughtyText(2000), (text) => {
        expect(withoutEscapes(inert(text))).toBe(displayable(wellFormed(text)).replaceAll('\u2060', ''));
      }),
    );
  });

  test('never pings, formats or links', () => {
    fc.assert(
      fc.property(naughtyText(2000), (text) => {
        const bare = escapeMarks(displayable(text)).replace(/\\[^\p{L}\p{N}\s]/gu, '');
        expect(bare).not.toMatch(/[*_~`|<>[\]()#]|https?:\/\/|@everyone|@here|discord(?:app)?\.gg/i);
      }),
    );
  });
});

test.each([
  ['https://nato.int/a?b=c#d', '[1](<https://nato.int/a?b=c#d>)'],
  ['https://nato.int/a b>c', '[1](<https://nato.int/a%20b%3Ec>)'],
  ['javascript:alert(1)', '[1]'],
  ['https://user:pass@nato.int/', '[1]'],
  ['data:text/html,x', '[1]'],
  [null, '[1]'],
])('a citation links to %s only where that is a page', (url, shown) => {
  expect(link('1', url)).toBe(shown);
});

describe('any message', () => {
  const replies = createReplies(createDeeds({ secret: 's', days: 90, longest: 100 }), () => new Date());
  const place = { workspace: '80351110224678912', channel: '165511591545143296' };

  test('has pages that each are taken by Discord', () => {
    fc.assert(
      fc.property(messages, fc.boolean(), (message, forAsker) => {
        const asked = { kind: 'line', text: 'x' } as const;
        const setting = { asked, place, forAsker, shareable: true, threads: true, followsText: false };
        for (let page = 1; page <= renderPages(message).length; page++) {
          const { components, flags } = replies.of(message, { ...setting, page });
          const body = JSON.parse(JSON.stringify({ components, flags }));
          expect(() => checkNew(body, [])).not.toThrow();
          expect(JSON.stringify(body)).not.toMatch(/\\ud[89a-f]/i); // no half of a pair
        }
      }),
      { numRuns: 200 },
    );
  });

  test('loses no line between its pages', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const shown = renderPages(message).join('\n');
        for (const { number } of message.blocks.flatMap((block) =>
          block.kind === 'sources' ? block.sources : [],
        ))
          expect(shown).toContain(`[${number}]`);
      }),
      { numRuns: 100 },
    );
  });
});
