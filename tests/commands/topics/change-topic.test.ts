import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  title: 'Fares',
  text: 'The ferry to the island will cost ten crowns from May.\n\nThe council raised the ferry fare on Friday.',
});
const OF_CORPUS = {
  ...{ name: 'harbour', title: 'The harbour', query: 'harbour council' },
  ...{ collections: null, synonyms: [], aspects: [] },
};

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([FERRY], [OF_CORPUS]));
});

describe('/topics add', () => {
  test('makes a topic that can be briefed on', async () => {
    const added = await chat.say('/topics add ferry-fares title:"What the ferry costs" ferry fares island');
    expect(added).toMatchObject({ kind: 'note', topic: 'ferry-fares', headline: 'What the ferry costs' });
    const brief = await chat.say('/brief ferry-fares');
    expect(brief).toMatchObject({ kind: 'brief', topic: 'ferry-fares', headline: 'What the ferry costs' });
  });

  test('gives a topic without a title its name as a title', async () => {
    expect((await chat.say('/topics add ferry-fares ferry')).headline).toBe('Ferry fares');
  });

  test('lists it for its workspace and for no other', async () => {
    await chat.say('/topics add ferry-fares ferry fares');
    const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
    expect(ids(await chat.as({ channel: 'elsewhere' }).say('/topics'))).toEqual(['harbour', 'ferry-fares']);
    expect(ids(await chat.as({ workspace: 'W2' }).say('/topics'))).toEqual(['harbour']);
    expect(ids(await chat.as({ platform: 'chat' }).say('/topics'))).toEqual(['harbour']);
  });

  test.each([
    ['/topics add', 'missing-option'],
    ['/topics add ferry-fares', 'missing-option'],
    ['/topics add ferry_fares ferry', 'invalid-option'],
    ['/topics add -ferry ferry', 'invalid-option'],
    [`/topics add ${'a'.repeat(61)} ferry`, 'invalid-option'],
    [`/topics add ferry ${'ferry '.repeat(100)}`, 'invalid-option'],
    [`/topics add ferry title:"${'a'.repeat(91)}" ferry`, 'invalid-option'],
    ['/topics add ferry …', 'invalid-option'],
    ['/topics add harbour ferry', 'topic-exists'],
    ['/topics add Harbour ferry', 'topic-exists'],
  ])('refuses %.40s', async (line, code) => {
    expect(await chat.say(line)).toMatchObject({ kind: 'error', problem: { code } });
    expect((await chat.say('/topics')).items).toHaveLength(1);
  });

  test('refuses a name that is taken', async () => {
    await chat.say('/topics add ferry ferry');
    expect((await chat.say('/topics add FERRY fares')).problem?.code).toBe('topic-exists');
  });
});

describe('/topics edit', () => {
  test('changes what a topic looks for and keeps its title', async () => {
    await chat.say('/topics add fares title:"What it costs" ferry');
    await chat.say('/topics edit fares council raised');
    const { headline, items } = await chat.say('/topics show fares');
    expect([headline, items[0]?.detail]).toEqual(['What it costs', 'council raised']);
  });

  test('changes the title alone', async () => {
    await chat.say('/topics add fares ferry');
    await chat.say('/topics edit fares title:Costs');
    const { headline, items } = await chat.say('/topics show fares');
    expect([headline, items[0]?.detail]).toEqual(['Costs', 'ferry']);
  });

  test('leaves the topics of topics.yaml alone', async () => {
    expect((await chat.say('/topics edit harbour ferry')).problem?.code).toBe('topic-of-corpus');
    expect((await chat.say('/topics remove harbour')).problem?.code).toBe('topic-of-corpus');
  });

  test('refuses a topic that is not there', async () => {
    expect((await chat.say('/topics edit fares ferry')).problem?.code).toBe('unknown-topic');
  });

  test('refuses when nothing is to change', async () => {
    await chat.say('/topics add fares ferry');
    expect((await chat.say('/topics edit fares')).problem?.code).toBe('missing-option');
  });
});

describe('/topics remove', () => {
  test('removes a topic and says how to make it again', async () => {
    await chat.say('/topics add fares title:Costs ferry fares');
    const { note } = await chat.say('/topics remove fares');
    expect((await chat.say('/brief fares')).problem?.code).toBe('unknown-topic');
    await chat.say(note?.split('To add it again: ')[1] ?? '');
    expect((await chat.say('/topics show fares')).headline).toBe('Costs');
  });

  test('removes nothing of another workspace', async () => {
    await chat.say('/topics add fares ferry');
    const other = chat.as({ workspace: 'W2' });
    expect((await other.say('/topics remove fares')).problem?.code).toBe('unknown-topic');
    expect((await chat.say('/brief fares')).kind).toBe('brief');
  });
});

describe('whoever does not manage', () => {
  test.each(['add fares ferry', 'edit fares ferry', 'remove fares'])('may not /topics %s', async (words) => {
    await chat.say('/topics add fares council');
    const other = chat.as({ user: 'U2', manager: false });
    expect((await other.say(`/topics ${words}`)).problem?.code).toBe('not-allowed');
    expect((await chat.say('/topics show fares')).items[0]?.detail).toBe('council');
  });
});

describe('/topics', () => {
  test.each(['show harbour again', 'remove fares ferry'])('takes all words for a name: %s', async (line) => {
    await chat.say('/topics add fares ferry');
    expect((await chat.say(`/topics ${line}`)).problem?.code).toBe('unknown-topic');
    expect((await chat.say('/topics')).items).toHaveLength(2);
  });

  test.each(['my topic ferry fares', 'topic fares ferry', 'a ferry', 'the fares ferry'])(
    'makes no topic of a word that only points at a name: %s',
    async (words) => {
      expect((await chat.say(`/topics add ${words}`)).problem?.code).toBe('invalid-option');
      expect((await chat.say('/topics')).items).toHaveLength(1);
    },
  );

  test('joins the words of a name in quotation marks', async () => {
    expect((await chat.say('/topics add "ferry fares" ferry fares island')).topic).toBe('ferry-fares');
  });

  test.each(['list harbour', 'show harbour title:x', 'remove fares title:x'])(
    'refuses words that it has no use for, and does nothing: %s',
    async (line) => {
      await chat.say('/topics add fares ferry');
      expect((await chat.say(`/topics ${line}`)).problem?.code).toBe('invalid-option');
      expect((await chat.say('/topics')).items).toHaveLength(2);
    },
  );

  test('takes its actions in any case', async () => {
    expect((await chat.say('/topics ADD fares ferry')).kind).toBe('note');
    expect((await chat.say('/topics Show fares')).kind).toBe('list');
  });

  test.each(['add', 'edit', 'remove', 'add fares'])('shows %s with an example that works', async (line) => {
    const { note } = await chat.say(`/topics ${line}`);
    const example = /for example: (.+)/.exec(note ?? '')?.[1] ?? '';
    if (!line.startsWith('add')) await chat.say('/topics add ferry-fares ferry');
    expect((await chat.say(example)).kind).toBe('note');
  });
});
