import { beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '../../../src/core/library/audience.ts';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import {
  createContents,
  createDocument,
  createIndexedDocument,
  type DocumentFacts,
} from '../../fakes/documents.ts';
import { createTestDossier, LOCAL, type TestDossier } from '../../fakes/local-chat.ts';

const OLD = [
  'The council decided to build a pier for the ferry to the island.',
  'The ferry will cost ten crowns from May, the harbour office said.',
].join(' ');
const FRESH = 'The ferry to the island will sail twice a day from June, the harbour office said on Monday.';
const TOPIC = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island harbour', collections: null },
  ...{ synonyms: [], aspects: [] },
};
const CHANNEL: Audience = {
  ...LOCAL,
  platform: 'chat',
  workspace: 'W1',
  channel: 'C1',
  user: 'ada',
  local: false,
};

let dossier: TestDossier;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-20T07:00:00Z');
  const contents = createContents([createDocument('harbour/old', { title: 'Pier', text: OLD })], [TOPIC]);
  dossier = await createTestDossier(contents, { now: () => now });
  await see();
  now = new Date('2026-11-21T08:00:00Z');
});

const see = () =>
  dossier.store.firstSights.see(
    dossier.library.documents.map(({ id, sha256 }) => ({ id, sha256 })),
    now,
  );

/** A document arrives an hour later. */
async function arrive(id: string, facts: DocumentFacts): Promise<void> {
  now = new Date(now.valueOf() + 3_600_000);
  const indexed = createIndexedDocument(id, facts);
  dossier.library.put(indexed);
  await dossier.index.add([indexed]);
  await see();
  now = new Date(now.valueOf() + 3_600_000);
}

async function say(text: string, audience: Partial<Audience> = {}): Promise<JsonReply> {
  const who = { ...CHANNEL, ...audience };
  const conversation = `${who.channel}/${who.user}`;
  const request = { kind: 'line', text } as const;
  return jsonReply(await dossier.dispatch({ request, conversation, audience: who, manager: false }));
}

const textOf = ({ points }: JsonReply) => points.map(({ text }) => text).join('\n');

describe('/new', () => {
  test('on everything has sources, whatever was asked before', async () => {
    await say('What will the ferry cost?');
    await arrive('harbour/fresh', { title: 'Timetable', text: FRESH });
    const { kind, sources } = await say('/new since:2026-11-21');
    expect([kind, sources.map(({ title }) => title)]).toEqual(['brief', ['Timetable']]);
    expect((await say('sources')).sources).toEqual(sources);
  });

  test('that keeps to a tag reads only what is tagged', async () => {
    await arrive('harbour/fresh', { text: FRESH });
    await arrive('harbour/notice', { text: 'The quay is closed on Sunday.', tags: ['primary'] });
    const read = new Set<string>();
    const load = dossier.library.load.bind(dossier.library);
    dossier.library.load = (ids) => {
      const asked = [...ids];
      for (const id of asked) read.add(id);
      return load(asked);
    };
    const { sources } = await say('/new since:2026-11-21 tag:primary');
    expect(sources.map(({ document }) => document)).toEqual(['harbour/notice']);
    expect(read).not.toContain('harbour/fresh');
  });

  test('shows what came since the last brief of the channel, and says since when', async () => {
    await say('/brief ferry');
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH });
    const reply = await say('/new ferry', { user: 'tom' });
    expect(reply).toMatchObject({
      kind: 'brief',
      command: 'new',
      topic: 'ferry',
      note: '1 document is new.',
    });
    expect(reply.headline).toBe('New on The ferry since Sat 21 Nov 08:00');
    expect(reply.points.map(({ document }) => document)).toEqual(['harbour/fresh']);
  });

  test('says that nothing is new', async () => {
    await say('/brief ferry');
    now = new Date('2026-11-23T08:00:00Z');
    expect(await say('/new ferry')).toMatchObject({
      kind: 'nothing',
      note: 'Nothing new on The ferry since Sat 21 Nov 08:00.',
    });
    expect((await say('/new ferry')).note).toContain('since Sat 21 Nov 08:00');
  });

  test('is itself a brief: what it showed is not new again', async () => {
    await say('/brief ferry');
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH });
    expect((await say('/new ferry')).kind).toBe('brief');
    expect((await say('/new ferry')).note).toBe('Nothing new on The ferry since Sat 21 Nov 10:00.');
  });

  test('without an earlier brief is about the last seven days, and says so', async () => {
    const reply = await say('/new ferry');
    expect(reply.headline).toBe('New on The ferry in the last 7 days');
    expect(reply.note).toContain('There was no brief on it here before');
    now = new Date('2026-11-29T08:00:00Z');
    expect((await say('/new ferry', { channel: 'C2' })).kind).toBe('nothing');
  });

  test('tells neither near copies nor sentences of older documents', async () => {
    await say('/brief ferry 30s');
    await arrive('harbour/copy', { title: 'Again', text: OLD });
    expect((await say('/new ferry')).kind).toBe('nothing');
    await arrive('harbour/mixed', { title: 'Ferry', text: `${OLD}\n\n${FRESH}` });
    expect(textOf(await say('/new ferry'))).toBe(FRESH);
  });

  test('keeps what one person saw in private apart from the channel', async () => {
    await say('/brief ferry', { private: true });
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH });
    expect((await say('/new ferry', { private: true })).headline).toContain('since Sat 21 Nov');
    expect((await say('/new ferry')).headline).toContain('in the last 7 days');
  });

  test('takes a date, a publisher and a length, and then counts as no brief', async () => {
    await say('/brief ferry');
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH, publisher: 'Port Gazette' });
    expect((await say('/new ferry from:"Port Gazette"')).note).toContain('Only documents from Port Gazette.');
    expect((await say('/new ferry since:2026-11-20 length:30s')).headline).toBe(
      'New on The ferry since 20 Nov 2026',
    );
    expect((await say('/new ferry since:soon')).problem?.code).toBe('invalid-option');
  });

  test('quotes only what its audience may read', async () => {
    await say('/brief ferry');
    await arrive('secret/merger', { title: 'Ferry sold', text: 'The ferry to the island was sold to Acme.' });
    expect(textOf(await say('/new ferry'))).not.toContain('Acme');
    expect(textOf(await say('/new'))).not.toContain('Acme');
  });

  test('goes on with what is new', async () => {
    await say('/brief ferry');
    const texts = ['sails at noon', 'is painted red', 'carries ninety people', 'has a new captain'];
    for (const [at, what] of texts.entries())
      await arrive(`harbour/${at}`, {
        title: `Ferry ${at}`,
        text: `The ferry to the island ${what}, the harbour said.`,
      });
    const first = await say('/new ferry 30s');
    const more = await say('more');
    const shown = [...first.points, ...more.points].map(({ document }) => document);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.every((document) => /\d$/.test(document))).toBe(true);
    expect(more.points.length).toBeGreaterThan(0);
  });
});

describe('/new without a topic', () => {
  test('shows what is new on anything, a story once', async () => {
    await say('/new');
    await arrive('harbour/whale', {
      title: 'A whale',
      text: 'A whale was seen in the bay on Sunday by two children.',
    });
    await arrive('harbour/again', {
      title: 'Whale',
      text: 'A whale was seen in the bay on Sunday by two children.',
    });
    const reply = await say('/new');
    expect(reply).toMatchObject({ kind: 'brief', topic: null, note: '1 document is new.' });
    expect(textOf(reply)).toContain('A whale was seen');
    expect((await say('/new')).note).toMatch(/^Nothing new since/);
    expect((await say('/new 30s')).kind).toBe('nothing');
  });
});

describe('/new on a document with headings', () => {
  test('quotes a sentence of it, not a heading', async () => {
    await say('/new');
    const text =
      'Harbour decisions\n\nMia Lund, head of the harbour,\n\nThe council closed the old slipway on Monday.';
    await arrive('harbour/decisions', { title: 'Harbour decisions', text });
    expect(textOf(await say('/new'))).toBe('The council closed the old slipway on Monday.');
  });
});

describe('/new on many documents', () => {
  async function arriveAtOnce(documents: number): Promise<void> {
    now = new Date(now.valueOf() + 3_600_000);
    const all = [...Array(documents).keys()].map((at) => {
      const published = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
      const word = [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
      const text = `Captain ${word}son painted the ${word}boat in ${word}bury for the ${word}fest.`;
      return createIndexedDocument(`harbour/${at}`, { title: `Story ${word}`, text, published });
    });
    for (const indexed of all) dossier.library.put(indexed);
    await dossier.index.add(all);
    await see();
    now = new Date(now.valueOf() + 3_600_000);
  }

  test('quotes the newest first', async () => {
    await say('/new');
    await arriveAtOnce(9);
    const documents = (await say('/new')).points.map(({ document }) => document);
    expect(documents).toEqual(['harbour/8', 'harbour/7', 'harbour/6', 'harbour/5']);
  });

  test('says that it counted only some of them', async () => {
    await say('/new');
    await arriveAtOnce(104);
    expect((await say('/new')).note).toBe('At least 100 documents are new, 4 quoted.');
  });
});

describe('since:last', () => {
  test('on /brief shows the same as /new', async () => {
    await say('/brief ferry');
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH });
    const reply = await say('/brief ferry since:last');
    expect(reply).toMatchObject({ kind: 'brief', headline: 'New on The ferry since Sat 21 Nov 08:00' });
    expect((await say('/brief ferry since:last style:timeline')).problem?.code).toBe('invalid-option');
  });
});

describe('a digest', () => {
  test('counts as a brief on its topic', async () => {
    const run = (text: string) =>
      dossier.dispatch({
        request: { kind: 'line', text },
        audience: LOCAL,
        conversation: 'c',
        manager: true,
      });
    await run('/digest add ferry at:08:00');
    await run('/digest run 1');
    await arrive('harbour/fresh', { title: 'Twice a day', text: FRESH });
    expect((await say('/new ferry', LOCAL)).headline).toBe('New on The ferry since Sat 21 Nov 08:00');
  });
});
