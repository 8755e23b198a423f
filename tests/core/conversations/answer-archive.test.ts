import { beforeEach, describe, expect, test } from 'vitest';
import type { CollectionId, DocumentId } from '../../../src/core/library/documents/document.ts';
import type { Store } from '../../../src/stores/sql/store.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';
import { openMemoryStore } from '../../fakes/store.ts';

const FERRY = createDocument('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry to the island will cost ten crowns from May.',
});
const PIER = createDocument('harbour/pier', {
  title: 'The pier',
  text: 'The ferry to the island cannot land at the broken pier, the harbour master said.',
});
const QUESTION = 'What about the ferry to the island?';

let store: Store;

beforeEach(async () => {
  store = await openMemoryStore();
});

const open = (documents = [FERRY, PIER]) => openLocalChat(createContents(documents), store);

describe('an answer', () => {
  test('can be opened again by its id, word for word', async () => {
    const chat = await open();
    const { id, points, sources } = await chat.say(QUESTION);
    expect(points.length).toBeGreaterThan(1);
    expect(await chat.say(`/sources ${id}`)).toMatchObject({ kind: 'answer', id, points, sources });
  });

  test('outlives a restart', async () => {
    const { id, points } = await (await open()).say(QUESTION);
    expect((await (await open()).say(`/sources ${id}`)).points).toEqual(points);
  });

  test('is stored with nothing of documents but the words it quotes', async () => {
    const { id } = await (await open()).say(QUESTION);
    const stored = await store.answers.get({ platform: 'terminal', workspace: 'local' }, id ?? '');
    expect(stored).not.toBeNull();
    const without = JSON.stringify(stored).replace(/"text":"The [^"]*"/g, '');
    expect(without).not.toMatch(/crowns|broken|Fares/);
  });

  test('loses what a removed document said, and says so', async () => {
    const { id } = await (await open()).say(QUESTION);
    const reply = await (await open([PIER])).say(`/sources ${id}`);
    expect(reply.points.map(({ document }) => document)).toEqual([PIER.id]);
    expect(reply.note).toContain('One excerpt is left out');
    expect(JSON.stringify(reply)).not.toContain('crowns');
  });

  test('loses what a changed document said', async () => {
    const { id } = await (await open()).say(QUESTION);
    const changed = createDocument('harbour/ferry', {
      text: 'No. The ferry to the island will cost nine crowns.',
    });
    const reply = await (await open([changed, PIER])).say(`/sources ${id}`);
    expect(reply.points.map(({ document }) => document)).toEqual([PIER.id]);
  });

  test('says when all it quoted is gone', async () => {
    const { id } = await (await open()).say(QUESTION);
    const reply = await (await open([])).say(`/sources ${id}`);
    expect([reply.kind, reply.points]).toEqual(['note', []]);
    expect(reply.note).toContain('no longer available');
  });

  test('that was none says how many of its nearest passages are gone, if some are left', async () => {
    const { id, nearest } = await (await open()).say('Who repairs the island ferry in Tokyo?');
    expect(nearest).toHaveLength(2);
    const reply = await (await open([PIER])).say(`/sources ${id}`);
    expect([reply.kind, reply.nearest.map(({ document }) => document)]).toEqual(['nothing', [PIER.id]]);
    expect(reply.note).toBe('One excerpt is left out: no longer available as quoted.');
  });

  test('shows an audience only what that audience may read', async () => {
    const contents = {
      ...createContents([FERRY, createDocument('secret/pier', { title: PIER.title, text: PIER.text })]),
      collections: [
        { id: 'harbour' as CollectionId, title: null, readable: 'everywhere' as const },
        { id: 'secret' as CollectionId, title: null, readable: ['terminal:local/terminal'] },
      ],
    };
    const chat = await openLocalChat(contents, store);
    const { id, points } = await chat.say(QUESTION);
    expect(points.map(({ document }) => document)).toContain('secret/pier');
    const elsewhere = await chat.as({ channel: 'elsewhere' }).say(`/sources ${id}`);
    expect(elsewhere.points.map(({ document }) => document)).toEqual([FERRY.id]);
    expect(JSON.stringify(elsewhere)).not.toContain('secret');
  });

  test('lists of the copies those that are there and that an audience may read', async () => {
    const contents = {
      ...createContents([FERRY, PIER, createDocument('secret/pier', { text: 'The pier.' })]),
      collections: [
        { id: 'harbour' as CollectionId, title: null, readable: 'everywhere' as const },
        { id: 'secret' as CollectionId, title: null, readable: ['terminal:local/terminal'] },
      ],
    };
    const chat = await openLocalChat(contents, store);
    const { id } = await chat.say('What will the ferry to the island cost from May?');
    const stored = await store.answers.get({ platform: 'terminal', workspace: 'local' }, id ?? '');
    if (!stored) throw new Error('nothing is stored');
    const copies = [PIER.id, 'secret/pier' as DocumentId, 'harbour/gone' as DocumentId];
    const sources = stored.reply.sources.map((source) => ({ ...source, copies }));
    await store.answers.put({ ...stored, reply: { ...stored.reply, sources } });
    const listed = async (say: typeof chat.say) =>
      (await say(`/sources ${id}`)).sources.map((source) => source.copies);
    expect(await listed(chat.say)).toContainEqual([PIER.id, 'secret/pier']);
    expect(await listed(chat.as({ channel: 'elsewhere' }).say)).toContainEqual([PIER.id]);
  });

  test('to somebody in private is nobody else’s', async () => {
    const chat = await open();
    const { id } = await chat.as({ user: 'U1', private: true }).say(QUESTION);
    expect((await chat.as({ user: 'U2' }).say(`/sources ${id}`)).problem?.code).toBe('unknown-answer');
    expect((await chat.as({ user: 'U2' }).say('/sources 1')).problem?.code).toBe('nothing-quoted');
    expect((await chat.as({ user: 'U1' }).say(`/sources ${id}`)).kind).toBe('answer');
  });

  test('of another workspace is not there', async () => {
    const chat = await open();
    const { id } = await chat.say(QUESTION);
    expect((await chat.as({ workspace: 'W2' }).say(`/sources ${id}`)).problem?.code).toBe('unknown-answer');
  });
});

describe('/sources with a number', () => {
  test('opens the excerpt of the newest answer to whoever asks', async () => {
    const chat = await open();
    await chat.as({ user: 'U1' }).say('What did the harbour master say about the broken pier?');
    await chat.as({ user: 'U2' }).say('What will it cost, ten crowns from May?');
    const opened = await chat.as({ user: 'U1' }).say('/sources 1');
    expect(opened.points[0]?.document).toBe(PIER.id);
  });

  test('opens the newest answer here for somebody who has asked nothing', async () => {
    const chat = await open();
    const { id } = await chat.as({ user: 'U1' }).say(QUESTION);
    expect((await chat.as({ user: 'U2' }).say('/sources 1')).id).toBe(id);
  });

  test('opens an older answer by its id', async () => {
    const chat = await open();
    const { id } = await chat.say('What did the harbour master say about the broken pier?');
    await chat.say('What will it cost, ten crowns from May?');
    for (const line of [`/sources 1 of ${id}`, `/sources 1 ${id}`, `/sources answer:${id} 1`]) {
      expect((await chat.say(line)).points[0]?.document).toBe(PIER.id);
    }
  });

  test('says which numbers there are', async () => {
    const chat = await open();
    await chat.say(QUESTION);
    expect((await chat.say('/sources 7')).problem).toMatchObject({ code: 'unknown-citation' });
    expect((await chat.say('/sources 1 of aaaaaaaaaaaa')).problem?.code).toBe('unknown-answer');
  });
});

describe('a conversation', () => {
  test('goes on after a restart', async () => {
    await (await open()).say('/ask What will the ferry to the island cost?');
    const chat = await open();
    expect((await chat.say('sources')).kind).toBe('list');
    expect((await chat.say('From when?')).points[0]?.document).toBe(FERRY.id);
  });

  test('is not taken up by a request that stands alone', async () => {
    const chat = await open();
    await chat.say(QUESTION);
    const request = { kind: 'command', command: 'ask', options: { question: QUESTION } } as const;
    const first = await chat.run(request, { standsAlone: true });
    expect(await chat.run(request, { standsAlone: true })).toEqual(first);
  });

  test('answers even when it cannot be stored, and says so', async () => {
    const full = () => Promise.reject(new Error('disk full'));
    const broken: Store = { ...store, answers: { ...store.answers, put: full } };
    const reports: Error[] = [];
    const chat = await openLocalChat(createContents([FERRY, PIER]), broken, (error) => reports.push(error));
    const reply = await chat.say(QUESTION);
    expect(reply.points.length).toBeGreaterThan(0);
    expect(reply.note).toContain('Could not save this answer');
    expect(reports[0]?.cause).toEqual(new Error('disk full'));
  });
});
