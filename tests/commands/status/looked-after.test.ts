import { beforeEach, describe, expect, test } from 'vitest';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { ADA, INSIDER, invoke, openInsiderChat } from '../../fakes/insider-chat.ts';
import { createTestDossier, type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  text: 'The ferry to the island will cost ten crowns from May.',
});
const MANAGER = { manager: true } as const;

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([FERRY]));
});

const linesOf = ({ items }: { readonly items: readonly { id: string; title: string; detail: string }[] }) =>
  items.map(({ id, title, detail }) => [id, title, detail].filter((part) => part !== '').join(' · '));

describe('what only managers are shown', () => {
  test.each(['unread', 'digests', 'questions'])('/status %s', async (what) => {
    expect((await chat.as({ manager: false }).say(`/status ${what}`)).problem?.code).toBe('not-allowed');
    expect((await chat.say(`/status ${what}`)).kind).toBe('list');
  });

  test('nothing else', async () => {
    expect((await chat.say('/status everything')).problem?.code).toBe('invalid-option');
    expect((await chat.say('/status overview')).items).toEqual((await chat.say('/status')).items);
  });
});

describe('/status unread', () => {
  test('lists every file with its reason, those read in part last', async () => {
    const scans = Array.from({ length: 12 }, (_, nth) => ({
      file: `harbour/${nth}.pdf`,
      reason: 'holds no text',
    }));
    const partly = { file: 'harbour/ferry.md', reason: 'has a date that is none', partly: true as const };
    chat = await openLocalChat({ ...createContents([FERRY]), refused: [partly, ...scans] });
    const reply = await chat.say('/status unread');
    expect(reply.items).toHaveLength(13);
    expect(linesOf(reply).slice(-2)).toEqual([
      'harbour/11.pdf · holds no text',
      'harbour/ferry.md · has a date that is none',
    ]);
    expect(reply.note).toBe('12 files are not indexed, 1 file is indexed only in part.');
  });

  test('says that every file was read', async () => {
    expect((await chat.say('/status unread')).note).toBe('Every file was read.');
  });
});

describe('/status questions', () => {
  const listed = async () => linesOf(await chat.say('/status questions'));

  test('lists what found nothing, as it was asked last, with how often and the words that are missing', async () => {
    await chat.say('/ask What is the hypersonic plan?');
    await chat.say('/ask WHAT is the hypersonic plan', 'another conversation');
    await chat.say('/ask What will the ferry cost?');
    expect(await listed()).toEqual([
      'WHAT is the hypersonic plan · asked 2 times, last just now · not found anywhere: ‘hypersonic’, ‘plan’',
    ]);
  });

  test('names nobody, and leaves out what was asked in private', async () => {
    await chat.as({ user: 'tom' }).say('/ask Where is the zeppelin?');
    await chat.as({ user: 'tom', private: true }).say('/ask Where is the submarine?');
    const { text, note } = await chat.say('/status questions');
    expect(text).toContain('zeppelin');
    expect(text).not.toMatch(/tom|submarine/);
    expect(note).toBe('Questions asked in private are not listed, nor who asked.');
  });

  test('is empty if everything was answered', async () => {
    await chat.say('/ask What will the ferry cost?');
    expect((await chat.say('/status questions')).note).toBe('Every question found something.');
  });

  test('shortens a long question', async () => {
    await chat.say(`/ask Where is the zeppelin ${'now '.repeat(100)}?`);
    const [line = ''] = await listed();
    expect(line).toMatch(/^Where is the zeppelin [now ]{177}… · asked just now/);
  });

  test('can be turned off by the operator', async () => {
    const dossier = await createTestDossier(createContents([FERRY]), { showsUnanswered: false });
    const request = { kind: 'line', text: '/status questions' } as const;
    const reply = jsonReply(await dossier.dispatch(invoke(request, ADA, MANAGER)));
    expect(reply.problem?.code).toBe('turned-off');
  });

  test('keeps what was asked where more may be read to those who may read it', async () => {
    const { ask } = await openInsiderChat();
    const say = (text: string, audience = ADA) => ask({ kind: 'line', text }, audience, MANAGER);
    await say('/ask Who is the zeppelin’s captain?');
    await say('/ask Who is behind the Falcon submarine?', INSIDER);
    expect(linesOf(await say('/status questions'))).toHaveLength(1);
    expect((await say('/status questions')).text).not.toContain('Falcon');
    expect(linesOf(await say('/status questions', INSIDER))).toHaveLength(2);
    expect(linesOf(await say('/status questions', { ...ADA, workspace: 'W2' }))).toEqual([]);
  });
});

describe('/status digests', () => {
  test('lists those of all channels, with when each is posted next', async () => {
    await chat.say('/topics add fares ferry fares');
    await chat.say('/digest add fares 08:00 daily Europe/London');
    await chat.as({ channel: 'away' }).say('/digest add fares 09:30 mon Europe/London');
    await chat.as({ channel: 'away' }).say('/digest pause 1');
    expect(linesOf(await chat.say('/status digests'))).toEqual([
      '1 · Fares · terminal:local/away · 09:30 mon Europe/London · paused: manually on Tue 24 Nov 14:00',
      '1 · Fares · terminal:local/terminal · 08:00 daily Europe/London · next Wed 25 Nov 08:00',
    ]);
  });

  test('names no topic that the channel may not hear of', async () => {
    const { ask } = await openInsiderChat();
    const say = (text: string, audience = ADA) => ask({ kind: 'line', text }, audience, MANAGER);
    await say('/digest add fares 08:00');
    await say('/digest add falcon 08:00', INSIDER);
    await say('/digest add fares 09:00', { ...ADA, workspace: 'W2' });
    const shown = ({ items }: { items: readonly { title: string; detail: string }[] }) =>
      items.map(({ title, detail }) => [title, detail.split(' · ')[0]]);
    expect(shown(await say('/status digests'))).toEqual([['On fares', 'here']]);
    expect(shown(await say('/status digests', INSIDER))).toEqual([
      ['On fares', 'C1'],
      ['On falcon', 'here'],
    ]);
  });
});
