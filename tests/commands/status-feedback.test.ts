import { beforeEach, describe, expect, test } from 'vitest';
import { formatAge } from '../../src/core/text/format-age.ts';
import { createContents, createDocument } from '../fakes/documents.ts';
import { type LocalChat, NOW, openLocalChat } from '../fakes/local-chat.ts';

const FERRY = createDocument('harbour/ferry', {
  published: '2024-07-10',
  text: 'The ferry to the island will cost ten crowns from May.',
});

let chat: LocalChat;

beforeEach(async () => {
  const refused = [{ file: 'harbour/scan.pdf', reason: 'holds no text' }];
  chat = await openLocalChat({ ...createContents([FERRY]), refused });
});

describe('/status', () => {
  test('says what is served and how fresh it is', async () => {
    const { kind, items } = await chat.say('/status');
    expect(kind).toBe('list');
    expect(items.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([
      'documents: 1 document · newest 10 Jul 2024',
      'index: 1 passage, compared with the files now',
      'topics: 0',
      'not served: harbour/scan.pdf holds no text',
    ]);
  });

  test('keeps the files that are not served to managers', async () => {
    const { items } = await chat.as({ manager: false }).say('/status');
    expect(items.map(({ id }) => id)).not.toContain('not served');
  });

  test.each([
    [0, 'now'],
    [59_999, 'now'],
    [60_000, '1 minute ago'],
    [119 * 60_000, '119 minutes ago'],
    [5 * 3_600_000, '5 hours ago'],
    [72 * 3_600_000, '3 days ago'],
  ])('%d ms are %s', (age, said) => {
    expect(formatAge(new Date(NOW.valueOf() - age), NOW)).toBe(said);
  });
});

describe('/feedback', () => {
  test('is kept with the newest answer and read by managers', async () => {
    const { id } = await chat.say('What will the ferry cost?');
    const { note } = await chat.say('/feedback reason:outdated it was never raised');
    expect(note).toContain(id);
    const { items } = await chat.say('/feedback');
    expect(items).toEqual([{ id: 'now', title: '', detail: `outdated · it was never raised · on ${id}` }]);
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
