import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { composeError, composeList, composeNote } from '../../../src/core/replies/compose-reply.ts';
import type { Reply } from '../../../src/core/replies/reply.ts';
import { UserError } from '../../../src/core/text/user-error.ts';
import {
  CONTEXT,
  createAnswerReply,
  createBriefReply,
  createDigestReply,
  createNothingReply,
  createPoint,
  createSearchReply,
  createSource,
} from '../../fakes/replies.ts';

const COVERAGE = '5 documents · newest 10 Jul 2024 · 4 undated';

/** The kinds of the blocks, notes and headings with their text. */
const outline = (reply: Reply) =>
  composeMessage(reply).blocks.map((block) =>
    block.kind === 'note' || block.kind === 'heading' ? `${block.kind}: ${block.text}` : block.kind,
  );

describe('a brief', () => {
  test('is a heading, what was searched, excerpts, sources and the next steps', () => {
    expect(outline(createBriefReply())).toEqual([
      ...['heading: Lamps', `note: ${COVERAGE}`, 'quote', 'sources', 'actions'],
    ]);
  });

  test('by date labels its points with their dates, and sets undated ones apart', () => {
    const points = [
      createPoint({ date: '2024-07-10', label: 'China' }),
      createPoint({ date: '2024', dateIsRelative: true }),
      createPoint({ label: 'Japan' }),
    ];
    const { blocks } = composeMessage(createBriefReply({ points }));
    const labels = blocks.map((block) => (block.kind === 'quote' ? block.label : block.kind));
    expect(labels.slice(2, 6)).toEqual(['10 Jul 2024', '2024 (reported)', 'note', 'Japan']);
  });

  test('offers more only if there is more', () => {
    const steps = (more: boolean) => composeMessage(createBriefReply({ more })).blocks.at(-1);
    expect(steps(false)).toEqual({ kind: 'actions', ids: ['sources'] });
    expect(steps(true)).toEqual({ kind: 'actions', ids: ['more', 'sources'] });
  });
});

describe('an answer', () => {
  test('names words that occur nowhere, before its note', () => {
    const reply = createAnswerReply({ unknownWords: ['lampp', 'x'.repeat(70)], note: 'A note.' });
    expect(outline(reply)).toEqual([
      ...[`note: ${COVERAGE}`, 'quote', `note: Not found anywhere: ‘lampp’, ‘${'x'.repeat(60)}…’.`],
      ...['note: A note.', 'sources', 'actions'],
    ]);
  });

  test('names eight unknown words at most', () => {
    const unknownWords = Array.from({ length: 11 }, (_, nth) => `w${nth}`);
    expect(composeMessage(createAnswerReply({ unknownWords })).text).toContain('‘w7’ and 3 more.');
  });

  test('shows no speaker whom its text names', () => {
    const points = [
      createPoint({ text: '“It is lit,” said Ann Holm.', speaker: 'Ann Holm' }),
      createPoint({ text: '“It is lit.”', speaker: 'Ann Holm' }),
    ];
    const { blocks } = composeMessage(createAnswerReply({ points }));
    const speakers = blocks.flatMap((block) => (block.kind === 'quote' ? [block.speaker] : []));
    expect(speakers).toEqual([null, 'Ann Holm']);
  });
});

describe('a digest', () => {
  test('has each line below its excerpts in a block of its own, and the next steps last', () => {
    const reply = createDigestReply({ footer: ['Late: it was due at 08:00.', 'next Mon'] });
    expect(outline(reply)).toEqual([
      ...['heading: Lamps', 'note: New since Friday', 'quote', 'sources'],
      ...['note: Late: it was due at 08:00.', 'note: next Mon', 'actions'],
    ]);
  });

  test('that is a preview has no next steps', () => {
    expect(outline(createDigestReply({ id: null })).at(-1)).toBe('note: next Mon');
  });

  test('without excerpts is its lines alone', () => {
    const lines = ['heading: Lamps', 'note: New since Friday', 'note: next Mon'];
    expect(outline(createDigestReply({ points: [], sources: [] }))).toEqual(lines);
  });
});

describe('nothing', () => {
  test('is one sentence', () => {
    expect(outline(createNothingReply())).toEqual(['note: Nothing in 5 documents answers this.']);
    const coverage = { documents: 443, newest: null, undated: 0, unread: 118 };
    expect(outline({ ...createNothingReply(), coverage })).toEqual([
      'note: Nothing in 443 documents answers this. 118 of 561 files unread.',
    ]);
  });

  test('says which words occur nowhere, and shows what is nearest with its sources', () => {
    const nearest = [createPoint({ weak: true })];
    const reply = createNothingReply({ nearest, sources: [createSource()], unknownWords: ['sank'] });
    expect(outline(reply)).toEqual([
      'note: Nothing in 5 documents answers this. Not found anywhere: ‘sank’. Nearest:',
      ...['quote', 'sources'],
    ]);
  });

  test('may say it in other words', () => {
    expect(composeMessage(createNothingReply({ note: 'Nothing is about lamps.' })).text).toBe(
      'Nothing is about lamps.',
    );
  });
});

test('a page of hits has no next steps: they are in its note', () => {
  expect(outline(createSearchReply())).toEqual([
    ...[`note: ${COVERAGE}`, 'quote', 'note: 1 passage in 1 of 5 documents', 'sources'],
  ]);
});

describe('a list', () => {
  const items = [{ id: 'lamps', title: 'Lamps', detail: '' }];

  test('is a heading, items and a note', () => {
    const reply = composeList(CONTEXT, { headline: 'Topics', items, note: 'Type /brief.' });
    expect(outline(reply)).toEqual(['heading: Topics', 'items', 'note: Type /brief.']);
  });

  test('with excerpts shows their sources; without, it keeps them for programs', () => {
    const sources = [createSource()];
    expect(outline(composeList(CONTEXT, { points: [createPoint()], sources }))).toEqual(['quote', 'sources']);
    expect(outline(composeList(CONTEXT, { items, sources }))).toEqual(['items']);
  });
});

test('a note follows the items that it speaks of', () => {
  const items = [{ id: 'query', title: '', detail: 'lamp' }];
  expect(outline(composeNote(CONTEXT, 'Added.', { headline: 'Lamps', items }))).toEqual([
    ...['heading: Lamps', 'items', 'note: Added.'],
  ]);
});

test('an error is its sentence', () => {
  const error = new UserError('There is no topic. Type /topics.', { code: 'unknown-topic' });
  expect(composeMessage(composeError(CONTEXT, error)).text).toBe('There is no topic. Type /topics.');
});

test('a line break in a note is no layout', () => {
  expect(composeMessage(composeNote(CONTEXT, 'one\ntwo')).text).toBe('one two');
});
