import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChatRequest } from '../../../src/core/bot/invocation.ts';
import type { Grade } from '../../../src/core/library/documents/grade.ts';
import { createSourceEditor } from '../../../src/core/library/sources/source-editor.ts';
import type { NoteReply, Reply } from '../../../src/core/replies/reply.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { createFolder } from '../../fakes/folder.ts';
import { createTestDossier, LOCAL, type TestDossier } from '../../fakes/local-chat.ts';

const FERRY = createDocument('port/ferry', {
  ...{ title: 'The ferry', grade: 'C3' as Grade, text: 'The ferry to the island sails at noon.' },
});
const MAIL = createDocument('port/box.mbox#1', { title: 'A mail', text: 'The lamp is lit.' });
const SECRET = createDocument('secret/plan', { title: 'The plan', text: 'The plan is secret.' });

let dossier: TestDossier;
let root: string;

beforeEach(async () => {
  root = createFolder({ 'port/ferry.md': '', 'port/sources.yaml': '# ours\n', 'secret/plan.md': '' });
  const originOf = async (id: string) => {
    const path = id.includes('#') ? 'port/box.mbox' : `${id}.md`;
    return { file: join(root, path), path, isPart: id.includes('#') };
  };
  const contents = createContents([FERRY, MAIL, SECRET]);
  const collections = contents.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W/C'] } : each,
  );
  dossier = await createTestDossier(
    { ...contents, collections },
    { sourceEditor: createSourceEditor({ root, originOf, wait: async () => {}, tell: () => {} }) },
  );
});

const ask = async (request: ChatRequest, manager = true): Promise<Reply> =>
  (await dossier.dispatch({ request, conversation: 'c', audience: LOCAL, manager })).reply;
const say = (text: string, manager = true) => ask({ kind: 'line', text }, manager);
const written = () => readFileSync(join(root, 'port/sources.yaml'), 'utf8');

describe('what managers say of a document', () => {
  test('is shown, old and new, before it is written', async () => {
    const reply = (await say(
      '/sources port/ferry publisher:"Port Gazette" grade:b2 tags:primary,law title:none',
    )) as NoteReply;
    expect(reply.note).toBe('Write this to port/sources.yaml?');
    expect(reply.items.map(({ id, detail }) => `${id}: ${detail}`).sort()).toEqual([
      'grade: C3: fairly reliable source, possibly true → B2: usually reliable source, probably true',
      'publisher: unknown → Port Gazette',
      'tags: unknown → primary, law',
      'title: The ferry → unknown',
    ]);
    expect(written()).toBe('# ours\n');
    const { command, options } = reply.confirm ?? { command: '', options: {} };
    const request = { kind: 'command', command, options } as const;
    expect(((await ask(request)) as NoteReply).note).toBe(
      'Written to port/sources.yaml. It counts in a few seconds, unless the document’s front matter says otherwise.',
    );
    expect(written()).toBe(
      '# ours\n\nferry.md:\n  publisher: Port Gazette\n  tags: [ primary, law ]\n  grade: B2\n',
    );
  });

  test('may be of a document cited by its number', async () => {
    await say('/ask When does the ferry sail?');
    expect(await say('/sources 1 grade:A confirm:yes')).toMatchObject({ headline: 'The ferry' });
    expect(written()).toContain('grade: A');
    expect(await say('/sources 9 grade:A')).toMatchObject({ problem: { code: 'unknown-citation' } });
  });

  test('is of all documents in a file, or of none', async () => {
    expect(await say('/sources port/box.mbox#1 grade:A confirm:yes')).toMatchObject({
      note: 'Written to port/sources.yaml, for all documents in box.mbox. It counts in a few seconds.',
    });
    expect(await say('/sources port/box.mbox#1 title:Lamp')).toMatchObject({ kind: 'error' });
  });

  test('a title may hold the name of a note in quotation marks', async () => {
    const reply = await say('/sources "The grade: a story"');
    expect(JSON.stringify(reply)).not.toMatch('has no value');
  });

  test.each([
    ['/sources port/ferry published:May', '"published:May" is not a date'],
    ['/sources port/ferry grade:', 'has no value. Type it right after the colon, without a space.'],
    ['/sources port/ferry tags: law', 'has no value'],
    ['/sources port/ferry grade:c3', 'Nothing would change: grade is C3: fairly reliable source'],
    [
      '/sources port/ferry title:"The ferry" publisher:none',
      'title is The ferry already, publisher is unknown',
    ],
    ['/sources port/ferry published:2099', '2099 is years ahead'],
    ['/sources port/ferry published:0999-01-01', '0999-01-01 is before the year 1000'],
    ['/sources port/ferry grade:G', 'is not a grade'],
    ['/sources port/ferry url:example.org', 'must be an http or https URL'],
    ['/sources grade:B', 'Name the document'],
    ['/sources port/fery grade:B', 'Did you mean port/ferry?'],
  ])('is refused if it makes no sense: %s', async (text, why) => {
    const reply = await say(text);
    expect(reply).toMatchObject({ kind: 'error', note: expect.stringContaining(why.replaceAll('"', '')) });
    expect(written()).toBe('# ours\n');
  });

  test('is for managers only', async () => {
    expect(await say('/sources port/ferry grade:A1 confirm:yes', false)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(written()).toBe('# ours\n');
  });

  test('is of no document that they may not read where they ask', async () => {
    expect(await say('/sources secret/plan grade:A1 confirm:yes')).toMatchObject({
      problem: { code: 'unknown-document' },
    });
  });
});
