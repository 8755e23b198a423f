import { beforeAll, describe, expect, test } from 'vitest';
import type { NoteReply, Reply } from '../../../src/core/replies/reply.ts';
import { parseCsv } from '../../../src/core/text/csv.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createTestDossier, LOCAL, type TestDossier } from '../../fakes/local-chat.ts';

const AUDIT = createDocument('bank/audit', {
  ...{ title: '=Audit', publisher: '+Bank', published: '2024-05-07', url: 'https://bank.example/audit' },
  text: '"=cmd()" was typed. Ada Quay, the keeper, signed the report on Monday. Ada Quay left.',
  tags: ['primary'],
});
const FERRY = createDocument('port/ferry', {
  title: 'The ferry',
  text: 'The ferry of Ada Quay sails at noon.',
});
const SECRET = createDocument('secret/plan', {
  title: 'The plan',
  text: 'Bo Mole and Ada Quay made the plan.',
});

let dossier: TestDossier;

beforeAll(async () => {
  const contents = createContents([AUDIT, FERRY, SECRET]);
  const collections = contents.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W/C'] } : each,
  );
  dossier = await createTestDossier({ ...contents, collections });
});

const search = async (options: Record<string, string>): Promise<Reply> => {
  const request = { kind: 'command', command: 'search', options } as const;
  return (await dossier.dispatch({ request, conversation: 'c', audience: LOCAL, manager: false })).reply;
};
const tableOf = (reply: Reply) => parseCsv((reply as NoteReply).file?.text ?? '');

describe('a search by list', () => {
  test('is a summary, and a table with a row for each document of each name', async () => {
    const reply = await search({ list: 'Ada Quay\n"the ferry"\nBo Mole\n' });
    expect(reply).toMatchObject({
      note: '2 of 3 names were found in 2 documents. The table says where.',
      items: [
        { id: 'Ada Quay', detail: '2 documents' },
        { id: 'the ferry', detail: '1 document' },
      ],
      file: { name: 'search.csv', type: 'text/csv' },
    });
    const [header, ...rows] = tableOf(reply);
    expect(header?.join()).toBe('query,hits,document,title,publisher,published,page,excerpt,link,sha256');
    expect(rows.map(([query, hits, document]) => [query, hits, document])).toEqual([
      ['Ada Quay', '2', 'bank/audit'],
      ['Ada Quay', '2', 'port/ferry'],
      ['the ferry', '1', 'port/ferry'],
      ['Bo Mole', '0', ''],
    ]);
  });

  test('cites each excerpt, word for word but for what a spreadsheet would run', async () => {
    const [, row] = tableOf(await search({ list: 'signed the report' }));
    expect(row?.slice(2)).toEqual([
      ...['bank/audit', "'=Audit", "'+Bank", '2024-05-07', ''],
      'Ada Quay, the keeper, signed the report on Monday.',
      expect.stringMatching(/^https:\/\/bank\.example\/audit#:~:text=/),
      AUDIT.sha256,
    ]);
  });

  test('is a page that stands alone, if that is asked for, in which no document can put a tag', async () => {
    const { file } = (await search({ list: 'Ada Quay\nBo Mole', format: 'html' })) as NoteReply;
    expect(file).toMatchObject({ name: 'search.html', type: 'text/html' });
    expect(file?.text).toContain('<th scope="row" dir="auto">Bo Mole</th><td>0</td><td></td>');
    expect(file?.text).toMatch(
      /<a href="https:\/\/bank\.example\/audit#:~:text=[^"]*" rel="noreferrer">=Audit<\/a>/,
    );
    expect(file?.text).toContain('“Ada Quay, the keeper, signed the report on Monday.”');
    const { file: hostile } = (await search({
      list: '<script>alert(1)</script>',
      format: 'html',
    })) as NoteReply;
    expect(hostile?.text).not.toContain('<script');
  });

  test('keeps to what it is asked to keep to', async () => {
    const reply = await search({ list: 'Ada Quay', tag: 'primary', limit: '1' });
    expect((reply as NoteReply).note).toContain('Only documents tagged primary: 1 of 2.');
    expect(tableOf(reply).map(([, , document]) => document)).toEqual(['document', 'bank/audit']);
  });

  test.each([
    [{ list: 'Ada', words: 'ferry' }, 'A list is searched for by itself'],
    [{ list: ' ; ' }, 'The list is empty'],
    [{ list: 'Ada', limit: '21' }, 'Use a number from 1 to 20'],
    [{}, 'The search is empty'],
  ])('is refused if it makes no sense: %j', async (options, why) => {
    expect(await search(options)).toMatchObject({ kind: 'error', note: expect.stringContaining(why) });
  });
});
