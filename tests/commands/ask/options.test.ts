import { beforeEach, describe, expect, test } from 'vitest';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const fare = (id: string, crowns: string, facts: object) =>
  createDocument(id, { text: `The ferry to the island costs ${crowns} crowns. Ada Lund runs it.`, ...facts });
const OLD = fare('harbour/old', '10', { published: '2022-05-01', publisher: 'Port Gazette' });
const RECENT = fare('harbour/recent', '12', { published: '2024-07-10', publisher: 'Coast Herald' });
const UNDATED = fare('town/undated', '11', {});
const FERRY = {
  ...{ name: 'ferry', title: 'The ferry', query: 'ferry island crowns', collections: null, synonyms: [] },
  aspects: [],
};
const QUESTION = 'What does the ferry cost?';

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([OLD, RECENT, UNDATED], [FERRY]));
});

const quoted = async (line: string, conversation = 'a') =>
  [...new Set((await chat.say(line, conversation)).points.map(({ document }) => document))].sort();

describe('an option that narrows', () => {
  test.each([
    ['since:2024', [RECENT.id]],
    ['before:2024', [OLD.id]],
    ['from:gazette', [OLD.id]],
    ['collection:town', [UNDATED.id]],
    ['since:2020 from:herald collection:harbour', [RECENT.id]],
  ])('keeps answers and briefs to some documents: %s', async (options, ids) => {
    expect(await quoted(`/ask ${options} ${QUESTION}`)).toEqual(ids);
    expect(await quoted(`/brief ferry ${options}`)).toEqual(ids);
  });

  test('is told, with the documents that have no date, also where nothing is found', async () => {
    const told = 'Only documents since 2024: 1 of 3. Left out for want of a date: 1.';
    expect(await chat.say(`/ask ${QUESTION} since:2024`)).toMatchObject({
      coverage: { documents: 1, newest: '2024-07-10', undated: 0 },
      note: told,
    });
    expect((await chat.say('/brief ferry since:2024')).note).toBe(told);
    const nothing = await chat.say(`/ask ${QUESTION} since:2025`);
    expect([nothing.kind, nothing.nearest]).toEqual(['nothing', []]);
    expect(nothing.note).toBe(
      'Nothing in 0 documents answers this. Only documents since 2025: 0 of 3. Left out for want of a date: 1.',
    );
  });

  test('may stand in a line without a command, and is kept by what follows', async () => {
    expect(await quoted(`${QUESTION} from:gazette`)).toEqual([OLD.id]);
    expect(await quoted('And who runs it?')).toEqual([OLD.id]);
    const { coverage } = await chat.say('What did the ferry cost at 10:30 from:nobody?', 'b');
    expect(coverage.documents).toBe(3);
  });

  test('alone asks the latest question of other documents', async () => {
    const treaty = { ...OLD, tags: ['treaty'] };
    chat = await openLocalChat(createContents([treaty, RECENT, UNDATED], [FERRY]));
    expect(await quoted(QUESTION)).toHaveLength(3);
    expect(await quoted('tag:treaty')).toEqual([OLD.id]);
    expect(await quoted('tag:all')).toHaveLength(3);
    expect((await chat.say('tag:treaty', 'new here')).problem?.code).toBe('empty-question');
  });

  test('may stand beside others and alone', async () => {
    const treaty = { tags: ['law of the sea'], grade: 'B2' as Grade };
    chat = await openLocalChat(
      createContents(
        [
          { ...OLD, ...treaty },
          { ...RECENT, ...treaty, grade: 'E' as Grade },
        ],
        [FERRY],
      ),
    );
    await chat.say(QUESTION, 'a');
    expect(await quoted('tag:law of the sea')).toEqual([OLD.id, RECENT.id]);
    expect(await quoted('tag:"law of the sea" grade:C')).toEqual([OLD.id]);
    expect(await quoted('length:3m from:herald grade:all')).toEqual([RECENT.id]);
  });

  test('is what an answer that is opened again counts', async () => {
    const { id } = await chat.say(`/ask ${QUESTION} since:2024`);
    const counted = async (line: string) => (await chat.say(line)).coverage;
    expect(await counted(`/sources ${id}`)).toEqual({ documents: 1, newest: '2024-07-10', undated: 0 });
    const exported = JSON.parse((await chat.say(`/export ${id} json`)).text);
    expect(exported.coverage).toEqual({ documents: 1, newest: '2024-07-10', undated: 0 });
    const whole = await chat.say(`/ask ${QUESTION}`);
    expect((await counted(`/sources ${whole.id}`)).documents).toBe(3);
  });

  test('is what a search that is opened again or exported counts', async () => {
    const { id, coverage } = await chat.say('/search ferry since:2024', 'a');
    expect(coverage).toEqual({ documents: 1, newest: '2024-07-10', undated: 0 });
    expect((await chat.say(`/sources ${id}`, 'a')).coverage).toEqual(coverage);
    expect(JSON.parse((await chat.say(`/export ${id} json`, 'a')).text).coverage).toEqual(coverage);
    const whole = await chat.say('/search ferry', 'a');
    expect((await chat.say(`/sources ${whole.id}`, 'a')).coverage.documents).toBe(3);
  });

  test('and a topic of some collections: a brief that is opened again counts those', async () => {
    const collections = [OLD.collection];
    chat = await openLocalChat(createContents([OLD, RECENT, UNDATED], [{ ...FERRY, collections }]));
    const { id, coverage } = await chat.say('/brief ferry');
    expect(coverage.documents).toBe(2);
    expect((await chat.say(`/sources ${id}`)).coverage).toEqual(coverage);
  });

  test('makes another answer with another id', async () => {
    const ids = await Promise.all(
      ['', 'since:2020', 'since:2021', 'length:3m'].map(
        async (option, at) => (await chat.say(`/ask ${QUESTION} ${option}`, `${at}`)).id,
      ),
    );
    expect(new Set(ids).size).toBe(4);
  });

  test('is kept by lines that follow, until a command or a new start', async () => {
    await chat.say(`/ask since:2024 ${QUESTION}`, 'a');
    expect(await quoted('Who runs it?')).toEqual([RECENT.id]);
    expect(await quoted('Who runs the ferry to the island?')).toEqual([RECENT.id]);
    expect(await quoted(`/ask ${QUESTION}`)).toHaveLength(3);
    await chat.say(`/ask since:2024 ${QUESTION}`, 'a');
    await chat.say('new', 'a');
    expect(await quoted(QUESTION)).toHaveLength(3);
  });

  test('is kept by a question asked under an answer', async () => {
    const { id } = await chat.say(`/ask since:2024 ${QUESTION}`, 'a');
    await chat.say(`/ask ${QUESTION}`, 'a');
    const request = { kind: 'command', command: 'ask', options: { question: 'Who runs it?' } } as const;
    const under = await chat.run(request, { conversation: 'b', replyTo: id ?? '' });
    expect(under.sources.map(({ document }) => document)).toEqual([RECENT.id]);
  });

  test('is kept where the question found nothing', async () => {
    await chat.say('/ask since:2024 Who sank the submarine?', 'a');
    expect(await quoted(QUESTION)).toEqual([RECENT.id]);
  });

  test('is kept by “more” of a brief and of an answer', async () => {
    await chat.say('/brief ferry since:2024 length:30s', 'a');
    for (let shown = await quoted('more'); shown.length > 0; shown = await quoted('more'))
      expect(shown).toEqual([RECENT.id]);
    await chat.say(`/ask ${QUESTION} length:30s since:2020`, 'b');
    for (let shown = await quoted('more', 'b'); shown.length > 0; shown = await quoted('more', 'b'))
      expect(shown).not.toContain(UNDATED.id);
  });

  test('that limits the collections of a topic keeps to both', async () => {
    expect(await quoted('/brief ferry collection:town since:2020')).toEqual([]);
  });

  test('never reaches what its audience may not read', async () => {
    const contents = createContents([OLD, UNDATED], [FERRY]);
    const collections = contents.collections.map((each) =>
      each.id === 'town' ? { ...each, readable: ['chat:W/C'] } : each,
    );
    const closed = await openLocalChat({ ...contents, collections });
    const open = closed.as({ platform: 'chat', workspace: 'W', channel: 'C', local: false });
    expect((await closed.say(`/ask ${QUESTION} collection:town`)).problem?.suggestions).toEqual([]);
    const { sources } = await open.say(`/ask ${QUESTION} collection:town`);
    expect(sources.map(({ document }) => document)).toEqual([UNDATED.id]);
  });
});

describe('the length of an answer', () => {
  test('is at most 2 points for 30s', async () => {
    expect((await chat.say(`/ask ${QUESTION} length:30s`)).points).toHaveLength(2);
  });

  test('is kept by “more”', async () => {
    await chat.say('/ask Who runs the ferry, and what does it cost? length:30s', 'a');
    expect((await chat.say('more', 'a')).points.length).toBeLessThanOrEqual(2);
  });
});
