import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CorpusContents } from '../../../src/core/library/corpus.ts';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { type LocalChat, loadOwnCorpus, openLocalChat } from '../../fakes/local-chat.ts';

let contents: CorpusContents;
let shared: LocalChat;
let conversation: string;
let begun = 0;

beforeAll(async () => {
  contents = await loadOwnCorpus();
  shared = await openLocalChat(contents);
});

// Each test talks in a conversation of its own.
beforeEach(() => {
  conversation = `terminal:local/${begun++}`;
});

function say(line: string): Promise<JsonReply> {
  return shared.say(line, conversation);
}

async function sayAll(...lines: readonly string[]): Promise<JsonReply> {
  const [last = '', ...before] = lines.toReversed();
  for (const line of before.toReversed()) await say(line);
  return say(last);
}

function quotesOf({ points }: JsonReply): string {
  return points.map(({ text }) => text).join('\n');
}

describe('a first line', () => {
  test('may be a question', async () => {
    const reply = await sayAll('What does France think?');
    expect(reply.kind).toBe('answer');
    expect(quotesOf(reply)).toContain('Macron has expressed concerns');
  });

  test('that needs something before it still gets a reply', async () => {
    expect((await sayAll('And China?')).kind).toBe('answer');
  });

  test.each(['more', 'sources'])('that continues nothing gets a note: %s', async (word) => {
    expect(await sayAll(word)).toMatchObject({
      kind: 'note',
      note: expect.stringMatching(/\/brief|\/sources/),
    });
  });
});

describe('a follow-up', () => {
  test('asks the same of somebody else', async () => {
    const reply = await sayAll('What does France think?', 'And China?');
    expect(reply.kind).toBe('answer');
    expect(quotesOf(reply)).toMatch(/China|Chinese|Beijing/);
    expect(quotesOf(reply)).not.toMatch(/Macron/);
  });

  test('may say what about', async () => {
    const reply = await sayAll('What does China say about NATO?', 'What about Russia?');
    expect(quotesOf(reply)).toMatch(/Russia/);
  });

  test('may leave the thing asked about unsaid', async () => {
    const reply = await sayAll('Where does NATO open a liaison office?', 'Who will pay for it?');
    expect(quotesOf(reply)).toContain('It remains unclear who will pay for the office.');
  });

  test('that is complete is answered by itself', async () => {
    const reply = await sayAll(
      'What does France think?',
      'What is the Individually Tailored Partnership Program?',
    );
    expect(quotesOf(reply)).toContain('(ITPP)');
    expect(quotesOf(reply)).not.toContain('Macron');
  });

  test('may follow a brief', async () => {
    const reply = await sayAll('/brief nato-asia', 'What does France think?');
    expect(quotesOf(reply)).toMatch(/France|French/);
  });

  test('does not make an answer out of what nobody wrote', async () => {
    expect((await sayAll('What does France think?', 'And Brazil?')).kind).toBe('nothing');
  });

  test('stays in its own conversation', async () => {
    await shared.say('What does France think?', `${conversation}/another`);
    const fresh = await openLocalChat(contents);
    expect(await say('And China?')).toEqual(await fresh.say('And China?', conversation));
  });

  test('says in the reply which conversation it belongs to', async () => {
    expect((await say('And China?')).conversation).toBe(conversation);
  });
});

describe('new', () => {
  test('replies with a note', async () => {
    expect(await sayAll('What does France think?', 'new')).toMatchObject({ kind: 'note', command: 'new' });
  });

  test('forgets what was asked', async () => {
    const fresh = await sayAll('And China?');
    expect(await sayAll('new', 'What does France think?', 'new', 'And China?')).toEqual(fresh);
  });

  test('forgets what was shown', async () => {
    const first = await sayAll('What does France think?');
    expect(await sayAll('new', 'What does France think?')).toEqual(first);
  });

  test('leaves nothing to continue', async () => {
    expect((await sayAll('/brief nato-asia', 'new', 'more')).kind).toBe('note');
  });
});

describe('more', () => {
  const openings = [
    ...['/brief nato-asia', '/brief china-response 30s', '/brief asian-doubts 3m'],
    ...['What does China think?', 'What did Beebe say?', 'And China?'],
  ];
  const talks = new Map<string, readonly JsonReply[]>();

  beforeAll(async () => {
    for (const opening of openings) {
      conversation = opening;
      talks.set(opening, await replies(opening));
    }
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

describe('sources', () => {
  test('lists the documents of the newest reply under their numbers', async () => {
    const { sources } = await sayAll('/brief nato-asia');
    const reply = await sayAll('sources');
    expect(reply.kind).toBe('list');
    expect(reply.sources).toEqual(sources);
  });

  test('opens the excerpts under a number with what stands around them', async () => {
    const { points } = await sayAll('What does France think?');
    const opened = await sayAll('/sources 1');
    expect(opened.points[0]?.text).toContain(points[0]?.text);
  });

  test('refuses a number that the newest reply has not', async () => {
    expect((await sayAll('/brief nato-asia', '/sources 99')).problem).toMatchObject({
      code: 'unknown-citation',
    });
  });
});

/** A reply and all that more has to add to it, up to the note that there is nothing left. */
async function replies(opening: string, most = 5): Promise<JsonReply[]> {
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
