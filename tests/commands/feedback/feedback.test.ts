import { beforeEach, describe, expect, test } from 'vitest';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { type LocalChat, openLocalChat } from '../../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  text: 'The ferry to the island will cost ten crowns from May.',
});

let chat: LocalChat;

beforeEach(async () => {
  chat = await openLocalChat(createContents([FERRY]));
});

describe('/feedback', () => {
  test('is kept with the newest answer and read by managers', async () => {
    const { id } = await chat.say('What will the ferry cost?');
    const { note } = await chat.say('/feedback reason:outdated it was never raised');
    expect(note).toBe('Thank you. It is saved with the answer. Managers can read it.');
    const { items } = await chat.say('/feedback');
    expect(items).toEqual([
      { id: 'just now', title: '', detail: `outdated · it was never raised · on ${id}` },
    ]);
  });

  test('takes a reason of two words in quotation marks', async () => {
    expect((await chat.say('/feedback rating:down reason:"wrong passage"')).kind).toBe('note');
    expect((await chat.say('/feedback')).items[0]?.detail).toBe('down · wrong passage');
  });

  test('is read by managers only', async () => {
    await chat.as({ manager: false }).say('/feedback too slow');
    expect((await chat.as({ manager: false }).say('/feedback')).problem?.code).toBe('missing-option');
    expect((await chat.as({ workspace: 'W2' }).say('/feedback')).items).toEqual([]);
    expect((await chat.say('/feedback')).items).toHaveLength(1);
  });

  test('is listed by its name too, but not for whoever may only write it', async () => {
    await chat.as({ manager: false }).say('/feedback List');
    expect((await chat.say('/feedback list')).items).toEqual([{ id: 'just now', title: '', detail: 'List' }]);
  });

  test.each([
    '/feedback rating:sideways',
    '/feedback reason:ugly',
    '/feedback answer:aaaaaaaaaaaa wrong',
    '/feedback answer:../x wrong',
    '/feedback answer:aaaaaaaaaaaa',
    `/feedback ${'a'.repeat(1001)}`,
  ])('refuses %.40s', async (line) => {
    expect((await chat.say(line)).kind).toBe('error');
    expect((await chat.say('/feedback')).items).toEqual([]);
  });
});
