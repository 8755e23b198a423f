import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';
import { contentsOf, type Talk, talk } from '../../fakes/talk.ts';

// One seed for all: each talk is held once, and every property looks at it.
const RUNS = { numRuns: 50, seed: Date.now() };

/** The stored text of a document. */
type Stored = (id: string) => string | undefined;

describe('whatever the corpus and whatever is asked', () => {
  test('every excerpt is the stored text between its offsets', async () => {
    await everyReply(({ points, nearest }, storedText) => {
      for (const { text, document, start, end } of [...points, ...nearest]) {
        expect(text).toBe(storedText(document)?.slice(start, end));
      }
    });
  });

  test('no excerpt is empty or begins or ends in the middle of a character', async () => {
    await everyReply(({ points, nearest }) => {
      for (const { text } of [...points, ...nearest]) {
        expect(text.trim()).not.toBe('');
        expect(text.isWellFormed()).toBe(true);
      }
    });
  });

  test('a whole document is shown as it is stored', async () => {
    await everyReply(({ stored, sources }, storedText) => {
      if (stored !== undefined) expect(stored).toBe(storedText(sources[0]?.document ?? ''));
    });
  });

  test('numbers run from 1 in reading order and match the list of sources', async () => {
    await everyReply((reply) => {
      if (!quotes(reply)) return;
      const cited = [...reply.points, ...reply.nearest].map(({ citation }) => citation);
      const firsts = [...new Set(cited)];
      expect(firsts).toEqual(firsts.map((_, at) => at + 1));
      expect(reply.sources.map(({ number }) => number)).toEqual(firsts);
    });
  });

  test('a number stands for one document, in the points and in the sources', async () => {
    await everyReply((reply) => {
      const { points, nearest, sources } = reply;
      const listed = new Map(sources.map(({ number, document }) => [number, document]));
      expect(new Set(listed.values()).size).toBe(sources.length);
      for (const { citation, document } of [...points, ...nearest])
        expect(listed.get(citation)).toBe(document);
    });
  });

  test('no document is quoted more than twice, unless it is the only one', async () => {
    await everyReply((reply) => {
      if (!quotes(reply)) return;
      const counts = countBy(reply.points.map(({ document }) => document));
      expect(counts.size < 2 || Math.max(...counts.values()) <= 2).toBe(true);
    });
  });

  test('no reply quotes a passage twice', async () => {
    await everyReply(({ points, nearest }) => {
      const all = [...points, ...nearest];
      const twice = all.filter((a, at) =>
        all.some((b, other) => other < at && a.document === b.document && a.start < b.end && b.start < a.end),
      );
      expect(twice.length === 0 || all.every(({ citation }) => citation === all[0]?.citation)).toBe(true);
    });
  });

  test('a point has a label only if its own text holds one of the terms', async () => {
    await everyReply(({ points }, _stored, { topic: { aspects } }) => {
      for (const { label, text } of points.filter((point) => point.label !== null)) {
        const terms = aspects.find((aspect) => aspect.label === label)?.terms ?? [];
        expect(terms.some((term) => text.toLowerCase().includes(term.toLowerCase()))).toBe(true);
      }
    });
  });

  test('only a reply that answers has points, and only one that does not has nearest ones', async () => {
    await everyReply(({ kind, points, nearest }) => {
      if (kind === 'nothing') expect(points).toEqual([]);
      else expect(nearest).toEqual([]);
      if (kind === 'answer' || kind === 'brief') expect(points).not.toEqual([]);
    });
  });

  test('what is shown has no control characters and no marks that turn text around', async () => {
    await everyReply(({ text }) => {
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    });
  });

  test('the same requests to a fresh start get the same replies', async () => {
    await fc.assert(
      fc.asyncProperty(talk, async (each) => {
        expect(await replies(each, await openLocalChat(await contentsOf(each)))).toEqual(
          (await held(each)).said,
        );
      }),
      { ...RUNS, numRuns: 10 },
    );
  });
});

async function everyReply(check: (reply: JsonReply, storedText: Stored, talk: Talk) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(talk, async (each) => {
      const { stored, said } = await held(each);
      for (const reply of said) check(reply, stored, each);
    }),
    RUNS,
  );
}

interface Held {
  readonly stored: Stored;
  readonly said: readonly JsonReply[];
}

const talks = new Map<string, Held>();

async function held(each: Talk): Promise<Held> {
  const key = JSON.stringify(each);
  const known = talks.get(key);
  if (known) return known;
  const contents = await contentsOf(each);
  const texts = new Map<string, string>(contents.documents.map(({ id, text }) => [id, text]));
  const said = await replies(each, await openLocalChat(contents));
  const made = { stored: (id: string) => texts.get(id), said };
  talks.set(key, made);
  return made;
}

async function replies({ lines }: Talk, chat: LocalChat): Promise<JsonReply[]> {
  const all: JsonReply[] = [];
  for (const each of lines) all.push(await chat.say(each));
  return all;
}

/** Says whether a reply answers, rather than opening an earlier answer's citation. */
function quotes({ kind }: JsonReply): boolean {
  return kind === 'answer' || kind === 'brief' || kind === 'nothing';
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
