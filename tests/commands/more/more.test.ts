import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { type OwnTalk, startOwnTalk } from '../../fakes/own-talk.ts';

let talk: OwnTalk;

beforeEach(async () => {
  talk = await startOwnTalk();
});

const sayAll = (...lines: readonly string[]) => talk.sayAll(...lines);

describe('more', () => {
  const openings = [
    ...['/brief nato-asia', '/brief china-response 30s', '/brief asian-doubts 3m'],
    ...['What does China think?', 'What did Beebe say?', 'And China?'],
  ];
  const talks = new Map<string, readonly JsonReply[]>();

  beforeAll(async () => {
    for (const opening of openings) talks.set(opening, await replies(opening));
  });

  test.each(openings)('never repeats a sentence word for word: %s', (opening) => {
    const texts = talks.get(opening)?.flatMap(({ points }) => points.map(({ text }) => text)) ?? [];
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('never repeats any part of a point', () => {
    expect([...talks.values()].flatMap(overlapping)).toEqual([]);
  });

  test('numbers its points anew, from 1', async () => {
    const { points } = await sayAll('/brief nato-asia', 'more');
    expect(points[0]?.citation).toBe(1);
  });

  test('keeps to the topic of a brief', async () => {
    expect(await sayAll('/brief nato-asia', 'more')).toMatchObject({
      kind: 'brief',
      topic: 'nato-asia',
      command: 'more',
    });
  });

  test('keeps to the question of an answer', async () => {
    const question = 'What does China think?';
    expect(await sayAll(question, 'more')).toMatchObject({ question, command: 'more' });
  });

  test('ends in a note, after the reply that says there is no more', async () => {
    const all = await replies('/brief liaison-office', 30);
    const last = all.findIndex(({ more }) => !more);
    expect(all.slice(last + 1).map(({ kind, points }) => [kind, points])).toEqual([['note', []]]);
  });
});

/** A reply and all that more has to add to it, up to the note that there is nothing left. */
async function replies(opening: string, most = 5): Promise<JsonReply[]> {
  const { say } = await startOwnTalk();
  const all = [await say(opening)];
  while (all.length <= most && all.at(-1)?.kind !== 'note') all.push(await say('more'));
  return all;
}

function overlapping(all: readonly JsonReply[]): string[] {
  const points = all.flatMap((reply) => reply.points);
  return points
    .filter((point, at) =>
      points.some(
        (other, before) =>
          before < at &&
          other.document === point.document &&
          other.start < point.end &&
          point.start < other.end,
      ),
    )
    .map(({ text }) => text);
}

describe('more on a brief or a question', () => {
  test.each(['/brief nato-asia', 'What does China think?'])(
    'says which of how many, and ends there: %s',
    async (line) => {
      const pages = (await replies(line, 12)).slice(1).filter(({ points }) => points.length > 0);
      const numbers = pages.map(({ note }) =>
        /^(\d+)(?:–(\d+))? of (\d+)\./
          .exec(note ?? '')
          ?.slice(1)
          .map(Number),
      );
      expect(new Set(numbers.map((each) => each?.[2])).size).toBeLessThanOrEqual(2); // the last may leave one out
      const [from = 0, to = 0, of = 0] = numbers.at(-1) ?? [];
      expect([from <= to || Number.isNaN(to), to || from, pages.at(-1)?.more]).toEqual([true, of, false]);
    },
  );

  test('after a brief that quotes nothing does not say that nothing was asked', async () => {
    const { note } = await sayAll('/brief nato-asia style:voices since:2026', 'more');
    expect(note).toBe('There is nothing more on this.');
  });
});
