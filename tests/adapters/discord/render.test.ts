import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/adapters/discord/limits.ts';
import { renderPages } from '../../../src/adapters/discord/render.ts';
import { createReplies } from '../../../src/adapters/discord/replies.ts';
import { createActionSigner } from '../../../src/core/bot/action-signer.ts';
import type { ReplySetting } from '../../../src/core/bot/interaction/reply-layout.ts';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { Message } from '../../../src/core/replies/message.ts';
import type { Reply } from '../../../src/core/replies/reply.ts';
import { quoted } from '../../contracts/scripted-chat.ts';
import { checkNew } from '../../fakes/discord/message-limits.ts';
import { surrogateProblems } from '../../fakes/discord/surrogates.ts';
import { NOW } from '../../fakes/local-chat.ts';
import { createAnswerReply, createPoint } from '../../fakes/replies.ts';

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const ID = 'abcdefgh2345';
const place = { workspace: '123456789012345678', channel: '123456789012345678' };
const actions = createActionSigner({ secret: 'secret', days: 90, longest: LIMITS.customId, now: () => NOW });
const replies = createReplies(actions);

// Up to 100,000 characters, often cut inside a code point.
const text = fc
  .tuple(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom('🚢', 'a ', '*_\\', '<@1> '),
    ),
    fc.constantFrom(0, 1, 1, 1, 2, 30, 800, 40_000),
    fc.integer({ min: 0, max: 100_000 }),
  )
  .map(([piece, times, cut]) => piece.repeat(times).slice(0, Math.max(1, cut)));
const url = fc.constantFrom(
  null,
  'https://a.example/b',
  `https://a.example/${'c'.repeat(3000)}`,
  'javascript:x',
  'https://a.example/>)@here',
);
const named = text.map((each) => each.slice(0, 100)); // two names of pages and a few words
const point = fc.record({
  ...{
    text,
    citation: fc.integer({ min: 1, max: 9 }),
    label: fc.option(text),
    speaker: fc.option(text),
    url,
  },
  ...{ weak: fc.boolean(), date: fc.constantFrom(null, '2024-07-10'), dateIsRelative: fc.boolean() },
  ...{ document: fc.constant('d' as DocumentId), start: fc.constant(0), end: fc.constant(1) },
  ...{ page: fc.option(text), place: fc.option(named), ocr: fc.boolean() },
});
const source = fc.record({
  ...{ number: fc.integer({ min: 1, max: 9 }), document: fc.constant('d' as DocumentId), title: text, url },
  ...{ publisher: fc.option(text), published: fc.constantFrom(null, '2024-07'), sha256: fc.constant('0') },
  copies: fc.constant([]),
});
const item = fc.record({ id: text, title: text, detail: text });
const request = {
  ...{ conversation: 'c', command: 'ask' },
  coverage: { documents: 5, newest: null, undated: 5 },
};
const content = fc.record({
  kind: fc.constantFrom('brief', 'answer', 'search', 'list', 'nothing', 'note', 'error'),
  ...{ id: fc.constantFrom(null, ID), headline: fc.option(text), note: fc.option(text) },
  ...{ question: fc.option(text), topic: fc.constantFrom(null, 'nato-asia'), more: fc.boolean() },
  points: fc.array(point, { maxLength: 6 }),
  nearest: fc.array(point, { maxLength: 2 }),
  sources: fc.array(source, { maxLength: 5 }),
  items: fc.array(item, { maxLength: 5 }),
  unknownWords: fc.array(text, { maxLength: 12 }),
});
const reply = content.map(toReply);

type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

function toReply({ kind, nearest, items, points, ...rest }: Content): Reply {
  const { topic, headline, question, note } = rest;
  const cited = { ...request, id: ID, sources: rest.sources, more: rest.more, points };
  switch (kind) {
    case 'brief':
      return { kind, ...cited, topic: topic ?? 'nato-asia', headline: headline ?? 'A', note };
    case 'answer':
      return { kind, ...cited, topic, question: question ?? 'A', unknownWords: rest.unknownWords, note };
    case 'search':
      return { kind, ...cited, question: question ?? 'A', unknownWords: rest.unknownWords, note: note ?? '' };
    case 'list':
      return { kind, ...request, ...rest, points, items, stored: null };
    case 'nothing':
      return { kind, ...request, ...rest, nearest };
    case 'note':
      return { kind, ...request, ...rest, items, note: note ?? '', file: null, confirm: null };
    case 'error':
      return { kind, ...request, problem: { code: 'defect', suggestions: [] }, note: note ?? '' };
  }
}
const setting = fc.record<ReplySetting>({
  ...{ forAsker: fc.boolean(), shareable: fc.boolean(), threads: fc.boolean(), followsText: fc.boolean() },
  ...{ page: fc.integer({ min: 1, max: 3 }), scope: fc.constant(place) },
  request: text.map((question) => ({ kind: 'command', command: 'ask', options: { question } }) as const),
});

describe('whatever is said', () => {
  test('fits messages that Discord takes', () => {
    const check = (given: Reply, where: ReplySetting) => {
      const { components, flags } = replies.of(composeMessage(given), where);
      expect(() => checkNew({ components, flags }, [])).not.toThrow();
      expect(surrogateProblems({ components })).toEqual([]);
    };
    fc.assert(fc.property(reply, setting, check), { numRuns: 120 });
  });

  test('is in pages with room, each line of them whole, and no half of a character', () => {
    const check = (given: Reply) => {
      const message = composeMessage(given);
      for (const page of renderPages(message, 'What for?')) {
        expect(page.length).toBeLessThanOrEqual(LIMITS.text - 50);
        expect(page.trim()).not.toBe('');
        expect(page).not.toMatch(LONE);
        for (const line of page.split('\n').filter((each) => each.startsWith('> ')))
          expect(line).toMatch(/^> .*“.*”.*\[/);
      }
    };
    fc.assert(fc.property(reply, check), { numRuns: 120 });
  });

  // Hrefs are a part of the stored addresses.
  test('is linked to stored addresses alone', () => {
    const check = (given: Reply) => {
      const message = composeMessage(given);
      const { points, nearest, sources } = jsonReply(message);
      const stored = [...points, ...nearest, ...sources].map((each) => each.url);
      const page = renderPages(message).join('\n');
      for (const [, href = ''] of page.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g))
        expect(stored.map((each) => each?.replace('>', '%3E'))).toContain(href);
      expect(page.replace(/\]\(<[^>]*>\)/g, ']')).not.toMatch(/https?:\/\//);
    };
    fc.assert(fc.property(reply, check), { numRuns: 120 });
  });
});

describe('pages', () => {
  const words = (count: number) => `${'word '.repeat(count)}end.`;

  test('hold as many whole quotations as fit', () => {
    const texts = Array.from({ length: 12 }, (_, at) => `Number ${at}: ${words(100)}`);
    const pages = renderPages(quoted(texts));
    expect(pages).toHaveLength(2);
    for (const each of texts) expect(pages.filter((page) => page.includes(each))).toHaveLength(1);
  });

  test('name a quotation that is too long instead of cutting it', () => {
    const [page = ''] = renderPages(quoted([words(1000)], ['https://a.example/b']));
    expect(page).toContain('too long to show here (5004 characters): [`1`](<https://a.example/b>)');
    expect(page).not.toContain('word');
  });

  test('name the page of a quotation, also of one that is too long', () => {
    const cited = (given: string) =>
      renderPages(
        composeMessage(createAnswerReply({ points: [createPoint({ text: given, place: 'p. *12*' })] })),
      );
    expect(cited('Short.')[0]).toContain('> “Short.” `[1]` p. \\*12\\*\n');
    expect(cited(words(1000))[0]).toContain('(5004 characters): `[1]` p. \\*12\\*');
  });

  test('say first what was asked, where Discord does not show it', () => {
    const { reply: answer, ...message } = quoted(['Yes.']);
    const asked = { ...message, reply: { ...answer, question: 'Is *it*\nso?' } };
    expect(JSON.stringify(replies.of(asked, WHERE))).toContain('"### Is \\\\*it\\\\* so?\\n');
    const followed = replies.of(asked, { ...WHERE, followsText: true });
    expect(JSON.stringify(followed)).not.toContain('Is ');
  });

  // What a document pretends to be a citation is none.
  test('show citations of the bot alone', () => {
    const [page = ''] = renderPages(
      quoted(['So it is. [3] Reuters [4](https://a.example)'], ['https://b.example/']),
    );
    expect(page.match(/(?<!\\)\[`\d`\]/g)).toEqual(['[`1`]', '[`1`]']);
    expect(page).toContain('\\[3\\] Reuters \\[4\\]');
  });

  test('beyond the last show the last', () => {
    const shownOn = (page: number) => replies.of(quoted(['One.']), { ...WHERE, page }).components[0];
    expect(shownOn(9)).toEqual(shownOn(1));
  });

  test('are never empty', () => {
    const empty: Message = { ...quoted([]), blocks: [] };
    expect(JSON.stringify(replies.of(empty, { ...WHERE, followsText: true }).components)).toContain(
      'Nothing to show.',
    );
  });
});

const WHERE: ReplySetting = {
  ...{ page: 1, scope: place, forAsker: false, shareable: true, threads: true, followsText: false },
  request: { kind: 'command', command: 'ask', options: { question: 'Why?' } },
};
