import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { type JsonReply, jsonReply } from '../../../src/core/replies/json-reply.ts';
import { type DigestWorld, openDigestWorld, SAYS } from '../../fakes/digest-world.ts';

const SAILS = 'The island ferry sails four times a day from the harbour.';
const COSTS = 'A single ticket costs seven crowns.';
const SOLD = 'Tickets are sold at the pier and on board.';
const NINE = COSTS.replace('seven', 'nine');
const TEN = COSTS.replace('seven', 'ten');
const STORIES = [
  'The island ferry will get a second engine in spring.',
  'A storm kept the island ferry in the harbour for two days.',
  'The council pays half of what the island ferry costs.',
  'Cyclists may board the island ferry without a fee.',
  'The island ferry collided with a fishing boat on Friday.',
  'Passengers praise the kitchen of the island ferry.',
];
const FARES = 'news/fares';
const PAGE = [SAILS, COSTS, SOLD];

let world: DigestWorld;

beforeEach(async () => {
  world = await openDigestWorld({ begins: '2026-11-23T07:30:00Z', documents: {} });
  await arrive(PAGE);
});

const arrive = (paragraphs: readonly string[]) =>
  world.arrive(FARES, { title: 'Ferry fares', text: paragraphs.join('\n\n') });
/** What is said of each excerpt, and the excerpt. */
const told = ({ points }: JsonReply) => points.map(({ label, text }) => [label, text]);
const posted = () => world.platform.posts.map(({ message }) => told(jsonReply(message)));
const wait = (minutes: number) => {
  world.pass(minutes * 60_000);
};
async function tick(minutes: number): Promise<void> {
  for (let at = 0; at < minutes; at++) await world.tick();
}

describe('/new on a document that changed', () => {
  beforeEach(async () => {
    await world.say('/brief ferries');
    wait(60);
  });

  test.each(['/new ferries', '/brief ferries since:last'])(
    'shows what is new, old beside new: %s',
    async (line) => {
      await arrive([SAILS, NINE, SOLD]);
      const reply = await world.say(line);
      expect(told(reply)).toEqual([['changed 23 Nov', NINE]]);
      expect(reply.text).toContain(`changed 23 Nov: “${NINE}” [1] · was: “${COSTS}”`);
      expect(reply.text).not.toContain('four times');
      expect(Object.keys(reply.points[0] ?? {})).not.toContain('earlier');
    },
  );

  test('goes on with documents that are new, and quotes nothing that was there before', async () => {
    await arrive([SAILS, NINE, SOLD]);
    for (const [at, text] of STORIES.entries())
      await world.arrive(`news/${at}`, { title: `Island ferry, story ${at}`, text });
    const shown: string[] = [];
    for (const line of ['/new ferries length:30s', 'more', 'more'])
      shown.push(...(await world.say(line)).points.map(({ text }) => text));
    expect(shown).toContain(NINE);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.join('\n')).not.toMatch(/four times|Tickets are sold/);
  });

  test('names the version that had the old wording, a slice of its text', async () => {
    await arrive([SAILS, NINE, SOLD]);
    await world.say('/new ferries');
    const [revision] = await world.store.revisions.of([FARES as DocumentId]);
    const place = `characters ${SAILS.length + 2}–${SAILS.length + 2 + COSTS.length}`;
    const items = (await world.say('/sources 1')).items.map(({ id, detail }) => `${id} · ${detail}`);
    expect(items).toContain(
      `until 23 Nov 2026, before [1] · “${COSTS}” · ${place} of the text with SHA-256 ${revision?.before}`,
    );
  });

  test('that changed twice has the wording that could be seen before', async () => {
    await arrive([SAILS, NINE, SOLD]);
    wait(5);
    await arrive([SAILS, TEN, SOLD]);
    expect((await world.say('/new ferries')).text).toContain(`“${TEN}” [1] · was: “${COSTS}”`);
    wait(5);
    await arrive([SAILS, NINE, SOLD, 'The ferry takes dogs.']);
    expect((await world.say('/new ferries')).text).toContain(`“${NINE}” [1] · was: “${TEN}”`);
  });

  test('that is as it was is no news, nor is what is as it was in it', async () => {
    await arrive([SAILS, NINE, SOLD]);
    wait(5);
    await arrive(PAGE);
    expect((await world.say('/new ferries')).kind).toBe('nothing');
    await arrive([...PAGE, 'The ferry takes dogs.']);
    expect(told(await world.say('/new ferries'))).toEqual([['added 23 Nov', 'The ferry takes dogs.']]);
  });

  test.each([
    ['white space and order', [SOLD, SAILS.replace(' ', '\n'), COSTS]],
    ['typography and typing errors', [SAILS.replace('.', '!'), COSTS.replace('single', 'singel'), SOLD]],
    ['what it leaves out', [SAILS, SOLD]],
  ])('only in %s is no news', async (_, paragraphs) => {
    await arrive(paragraphs);
    expect((await world.say('/new ferries')).kind).toBe('nothing');
  });

  test('is shown even if nobody knows what stood there before', async () => {
    await arrive([SAILS, NINE, SOLD]);
    await world.store.revisions.dropGone(async () => new Set());
    const reply = await world.say('/new ferries since:2026-11-23');
    expect(reply.kind).toBe('brief');
    expect(reply.text).not.toContain('was:');
  });

  test('without a topic shows the sentence that changed', async () => {
    await world.say('/new');
    wait(60);
    await arrive([SAILS, NINE, SOLD]);
    const reply = await world.say('/new');
    expect(told(reply)).toEqual([['changed 23 Nov', NINE]]);
    expect(reply.text).toContain(`was: “${COSTS}”`);
  });

  test('shows several changes of one page', async () => {
    const rows = ['Adults pay 7 crowns.', 'Students pay 4 crowns.', 'Dogs pay 2 crowns.'];
    await arrive([...PAGE, ...rows]);
    await world.say('/new ferries');
    wait(5);
    await arrive([...PAGE, ...rows.map((row) => row.replace(/\d/, (digit) => `1${digit}`))]);
    const texts = told(await world.say('/new ferries')).map(([, text]) => text);
    expect(texts.sort()).toEqual(['Adults pay 17 crowns.', 'Dogs pay 12 crowns.', 'Students pay 14 crowns.']);
  });
});

describe('the earlier wording of a document', () => {
  const opened = async () => {
    await world.say('/brief ferries');
    wait(60);
    await arrive([SAILS, NINE, SOLD]);
    const { id } = await world.say('/new ferries');
    return { id, sources: () => world.say(`/sources all of ${id}`) };
  };

  test('goes with it, from stored answers too', async () => {
    const { id, sources } = await opened();
    expect(JSON.stringify(await sources())).toContain('seven');
    await world.leave(FARES);
    expect(JSON.stringify(await sources())).not.toContain('seven');
    await world.store.answers.dropWordings(async () => new Set());
    await world.store.revisions.dropGone(async () => new Set());
    expect(JSON.stringify(await world.store.answers.get(world.channel, id ?? ''))).not.toContain('seven');
    expect(await world.store.revisions.of([FARES as DocumentId])).toEqual([]);
  });

  test('is shown to nobody who may not read the document', async () => {
    await world.arrive('secret/fares', { title: 'Ferry fares', text: `${SAILS} ${COSTS}` });
    await world.say('/brief ferries');
    wait(60);
    await world.arrive('secret/fares', { title: 'Ferry fares', text: `${SAILS} ${NINE}` });
    expect(JSON.stringify(await world.say('/new ferries'))).not.toMatch(/seven|nine/);
  });
});

describe('an alert on a document that changes', () => {
  test('posts what is new in it, and nothing that stood there before', async () => {
    await world.say('/digest add ferries zone:UTC when:now');
    await tick(3);
    await arrive([SAILS, NINE, SOLD]);
    await tick(15);
    expect(posted()).toEqual([[['changed 23 Nov', NINE]]]);
    expect(world.platform.posts[0]?.message.text).toContain(`was: “${COSTS}”`);
    await arrive([SAILS, NINE, 'Tickets are sold at the pier, on board and in the town hall.']);
    await tick(15);
    expect(posted()).toHaveLength(2);
    expect(JSON.stringify(posted()[1])).not.toMatch(/four times|nine crowns/);
  });

  test('on a phrase posts only if the phrase stands in what is new', async () => {
    await world.say('/digest add "single ticket" zone:UTC when:now');
    await tick(3);
    await arrive([SAILS.replace('four', 'five'), COSTS, SOLD]);
    await tick(15);
    expect(posted()).toEqual([]);
    await arrive([SAILS.replace('four', 'five'), NINE, SOLD]);
    await tick(15);
    expect(posted()).toEqual([[['changed 23 Nov', NINE]]]);
    expect(world.platform.posts[0]?.message.text).toContain(`was: “${COSTS}”`);
  });

  test('that may have been posted is composed with the same old wording again', async () => {
    await world.say('/digest add ferries zone:UTC when:now');
    await tick(3);
    await arrive([SAILS, NINE, SOLD]);
    await arrive([SAILS, TEN, SOLD]);
    world.platform.script({ accepted: false, posted: SAYS.unknown });
    await tick(30);
    const texts = world.platform.requests.map(({ message }) => message.text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain(`“${TEN}” [1] · was: “${COSTS}”`);
  });
});
