import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../src/core/library/documents/document.ts';
import type { JsonReply } from '../../../src/core/replies/json-reply.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { openLocalChat } from '../../fakes/local-chat.ts';
import { startOwnTalk } from '../../fakes/own-talk.ts';

const TEXT = 'The council opened the harbour bridge in May. The harbour bridge cost nine million crowns.';
const OTHER = 'Ferries stopped when the harbour bridge opened. Their crews found work on the trains.';

const bridge = (id: string, facts = {}) => createDocument(id, { text: TEXT, ...facts });
const ferries = createDocument('news/ferries', {
  text: OTHER,
  published: '2020-01-01',
  publisher: 'Gazette',
});
const ids = ({ items }: JsonReply) => items.map(({ id }) => id);
const details = ({ items }: JsonReply) => items.map(({ detail }) => detail).join('\n');

describe('why, of an answer', () => {
  test('gives reasons for each excerpt, under its number', async () => {
    const { sayAll, say } = await startOwnTalk();
    const { points } = await sayAll('What does France think?');
    const why = await say('why');
    expect(why).toMatchObject({ kind: 'list', command: 'why', question: 'What does France think?' });
    expect(ids(why).filter((id) => id !== 'not quoted')).toEqual(
      points.map(({ citation }) => `[${citation}]`),
    );
    expect(why.items[0]?.detail).toMatch(/^1st of \d+ sentences, score [\d.]+ · has ‘France’ · /);
  });

  test.each([
    ['/brief nato-asia', 'more'],
    ['/brief nato-asia style:timeline', 'more'],
    ['/brief nato-asia style:voices', 'more'],
    ['Who will pay for the liaison office?', 'more'],
    ['What did Lin Jian say?', 'What did he urge?'],
    ['/ask length:all What does China think?', 'more'],
    ['/ask since:2024 What does China think?', 'And France?'],
  ])('composes the same again: %s, %s', async (...lines) => {
    const { say } = await startOwnTalk();
    for (const line of lines) {
      const { points } = await say(line);
      const { note, items } = await say('why');
      expect(note ?? '').not.toContain('differ now');
      expect(items.filter(({ id }) => id !== 'not quoted')).toHaveLength(points.length);
    }
  });

  test('says how unlikely the nearest passages are to answer', async () => {
    const { sayAll } = await startOwnTalk();
    const { note, items } = await sayAll('What is NATO’s hypersonic missile plan?', 'why');
    expect(note).toContain('less than 1% likely to answer, and an answer needs 33%');
    expect(items[0]?.detail).toContain('not ‘hypersonic’, ‘missile’');
  });

  test('says what a repeated sentence repeats', async () => {
    const again = createDocument('news/again', {
      text: `Nobody expected it. ${TEXT.replace('opened', 'has opened')} Boats were sold off in the autumn.`,
    });
    const { say } = await openLocalChat(createContents([bridge('news/bridge'), again]));
    await say('What did the harbour bridge cost?');
    expect(details(await say('why'))).toContain('says the same as [1]');
  });

  test('names the next step where there is nothing to explain', async () => {
    const { say } = await startOwnTalk();
    expect(await say('why')).toMatchObject({ kind: 'error', problem: { code: 'nothing-quoted' } });
  });

  test('says so if the documents have changed', async () => {
    const { say, dossier } = await openLocalChat(createContents([bridge('news/bridge'), ferries]));
    await say('When did the harbour bridge open?');
    await dossier.index.remove([ferries.id]);
    expect((await say('why')).note).toContain('differ now');
  });
});

describe('why, of a document', () => {
  test('shows its best sentence, and why that is not quoted', async () => {
    const { sayAll } = await startOwnTalk();
    const reply = await sayAll(
      '/brief nato-asia',
      'What does France think?',
      '/why nato-asia/nato-pivots-to-asia',
    );
    expect(reply.points).toMatchObject([{ document: 'nato-asia/nato-pivots-to-asia', weak: true }]);
    expect(reply.items[0]).toMatchObject({ id: 'not quoted', detail: 'far below the best' });
  });

  test('names the option that leaves it out', async () => {
    const { say } = await openLocalChat(
      createContents([bridge('news/bridge', { published: '2024-05' }), ferries]),
    );
    await say('/ask since:2024 When did the harbour bridge open?');
    expect((await say('/why news/ferries')).note).toBe(
      'Its date is 2020-01-01; the answer keeps to documents since 2024.',
    );
    await say('/ask from:gazette When did the harbour bridge open?');
    expect((await say('/why news/bridge')).note).toBe(
      'Its publisher is unknown; the answer keeps to Gazette.',
    );
  });

  test('names the document that it is a copy of', async () => {
    const { say } = await openLocalChat(createContents([bridge('news/a'), bridge('news/b')]));
    const { sources } = await say('What did the harbour bridge cost?');
    const [quoted] = sources;
    const copy = quoted?.document === 'news/a' ? 'news/b' : 'news/a';
    expect((await say(`/why ${copy}`)).note).toBe(`It is a near-identical copy of [1], ${quoted?.document}.`);
  });

  test('says that nothing in it matches', async () => {
    const cats = createDocument('news/cats', { text: 'Cats sleep for most of the day. Nobody minds them.' });
    const { say } = await openLocalChat(createContents([bridge('news/bridge'), cats]));
    await say('What did the harbour bridge cost?');
    expect((await say('/why news/cats')).note).toBe('No passage of it has any of the words asked for.');
  });

  test('says how far down its best passage is', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      bridge(`news/${String(at).padStart(2, '0')}`, { text: `${TEXT} Builder ${at} was paid ${at} times.` }),
    );
    const last = createDocument('news/last', {
      text: `A bridge has a name. ${'It rains a lot in the hills. '.repeat(20)}`,
    });
    const { say } = await openLocalChat(createContents([...many, last]));
    await say('What did the harbour bridge cost?');
    expect((await say('/why news/last')).note).toMatch(/^Its best passage is number \d+ .* only the best 30/);
  });

  test('is never about one that the asker may not read', async () => {
    const contents = createContents([bridge('news/bridge'), bridge('secret/bridge')]);
    const { say } = await openLocalChat({
      ...contents,
      collections: [
        ...contents.collections.filter(({ id }) => id !== 'secret'),
        { id: 'secret' as CollectionId, title: null, readable: ['chat:W1'] },
      ],
    });
    await say('What did the harbour bridge cost?');
    expect(await say('/why secret/bridge')).toMatchObject({
      kind: 'error',
      problem: { code: 'unknown-document' },
    });
  });
});
