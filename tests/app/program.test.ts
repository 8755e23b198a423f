import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonReplyContract } from '../contracts/json-reply.ts';
import { createFolder } from '../fakes/folder.ts';
import { dossier, type Run, repliesOf, replyOf } from '../fakes/program.ts';

describe('start', () => {
  let run: Run;
  let lines: string[];

  beforeAll(async () => {
    run = await dossier(['start'], { input: '/brief nato-asia\n' });
    lines = run.stdout.split('\n');
  });

  test('says in two lines what is running and what to type', () => {
    expect(lines[0]).toContain('5 documents');
    expect(lines[1]).toContain('/brief nato-asia');
    expect(lines[2]).toBe('');
  });

  test('then prints the brief that was typed', () => {
    expect(lines[3]).toBe('NATO in the Asia-Pacific');
  });

  test('ends with its input', () => {
    expect([run.code, run.stderr]).toEqual([0, '']);
  });
});

describe.concurrent('a corpus', () => {
  test('that is missing exits with 2 and names the folder', async () => {
    const corpus = join(createFolder(), 'nowhere');
    const { code, stderr } = await dossier(['topics'], { corpus });
    expect(code).toBe(2);
    expect(stderr).toBe(
      `There is no corpus folder at ${corpus}. Set DOSSIER_CORPUS_DIR to a folder of documents (see .env.example).\n`,
    );
  });

  test('that is missing is an error in JSON too', async () => {
    const run = await dossier(['topics', '--json'], { corpus: join(createFolder(), 'nowhere') });
    expect(run.code).toBe(2);
    expect(jsonReplyContract.parse(replyOf(run))).toMatchObject({
      kind: 'error',
      problem: { code: 'no-corpus' },
    });
  });

  test('that is a file exits with 2', async () => {
    const corpus = join(createFolder({ a: 'a' }), 'a');
    expect((await dossier(['topics'], { corpus })).code).toBe(2);
  });

  test('that is empty is served', async () => {
    const run = await dossier(['ask', 'lamp', '--json'], { corpus: createFolder() });
    expect(run.code).toBe(0);
    expect(replyOf(run)).toMatchObject({ kind: 'nothing', coverage: { documents: 0 } });
  });

  test('of any depth is served, without topics, and left as it is', async () => {
    const corpus = createFolder({ 'harbour/old/papers/a.txt': 'The lamp was lit.' });
    const run = await dossier(['chat', '--json'], { corpus, input: '/sources\n/topics\n' });
    const [sources, topics] = repliesOf(run);
    expect(sources?.items[0]?.id).toBe('harbour/old/papers/a');
    expect(topics?.note).toContain('No topics yet');
    expect(readdirSync(corpus, { recursive: true })).toHaveLength(4);
  });
});

describe('a document that', () => {
  let run: Run;

  beforeAll(async () => {
    const corpus = createFolder({
      'harbour/zero.txt': Uint8Array.from([0x61, 0, 0, 0x62]),
      'harbour/blank.txt': ' \n',
      'harbour/program.bin': Uint8Array.from([1, 2, 3]),
      'stray.txt': 'The lamp is in no collection.',
      'harbour/good.txt': 'The keeper lit the lamp at dusk.',
    });
    run = await dossier(['chat', '--json'], { corpus, input: 'Who lit the lamp?\n/sources\n' });
  });

  test('is counted on standard error', () => {
    expect(run.stderr).toBe('4 files are not indexed; "dossier index" says which and why.\n');
  });

  test('is counted in the coverage of an answer, whose JSON has its three keys', () => {
    const [answer] = repliesOf(run);
    expect(answer?.text).toContain('1 document · 1 undated · 3 of 4 files unread');
    expect(answer?.coverage).toEqual({ documents: 1, newest: null, undated: 1 });
  });

  test('leaves standard error alone in a single command', async () => {
    const corpus = createFolder({
      'harbour/a.txt': 'The keeper lit the lamp at dusk.',
      'harbour/b.bin': 'x',
    });
    const { stdout, stderr } = await dossier(['ask', 'Who found the whale?'], { corpus });
    expect([stderr, stdout]).toEqual(['', expect.stringContaining('1 of 2 files unread.')]);
  });

  test('does not keep the rest from being served', () => {
    expect(repliesOf(run)[0]?.points[0]?.text).toBe('The keeper lit the lamp at dusk.');
  });

  test('is counted in the list of sources', () => {
    expect(repliesOf(run)[1]?.note).toBe('4 files are not indexed; /status unread says which and why.');
  });
});

describe.concurrent('settings of a corpus that are malformed', () => {
  const withFile = (name: string, content: string) =>
    createFolder({ [name]: content, 'harbour/a.txt': 'The keeper lit the lamp at dusk.' });
  const cases: readonly (readonly [name: string, content: string, line: number, what: string])[] = [
    ['topics.yaml', 'tides:\n  title: Tides\n  query: tide\n  sinonyms: []\n', 4, 'unknown key "sinonyms"'],
    ['topics.yaml', 'tides:\n  titel: Tides\n  query: tide\n', 2, 'unknown key "titel"'],
    ['harbour/sources.yaml', 'a.txt:\n  date: 2031\n', 2, 'unknown key "date"'],
    ['harbour/sources.yaml', '# known\na.txt:\n  published: May\n', 3, 'is not a date'],
    ['harbour/collection.yaml', 'title: Harbour\nreadable: nobody\n', 2, 'must be everywhere, local'],
    ['topics.yaml', 'tides: {\n', 2, ''],
  ];

  test.each(cases)('are told by file and line: %s %j', async (name, content, line, what) => {
    const corpus = withFile(name, content);
    const { code, stderr } = await dossier(['topics'], { corpus });
    expect(code).toBe(2);
    expect(stderr.startsWith(`${join(corpus, name)}, line ${line}: `)).toBe(true);
    expect(stderr).toContain(what);
  });

  test('end a chat with 2 and nothing on standard output', async () => {
    const corpus = withFile('topics.yaml', 'tides: 5\n');
    expect(await dossier(['chat', '--json'], { corpus, input: 'hello\n' })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});

describe.concurrent('a data directory', () => {
  test('that cannot be written exits with 2 and is named', async () => {
    const data = join(createFolder({ file: 'a file' }), 'file', 'data');
    const { code, stderr } = await dossier(['topics'], { data, corpus: createFolder() });
    expect(code).toBe(2);
    expect(stderr).toMatch(`Cannot write to the data directory ${data}. Set DOSSIER_DATA_DIR`);
  });

  test('that is a file exits with 2', async () => {
    const data = join(createFolder({ file: 'a file' }), 'file');
    expect((await dossier(['topics'], { data, corpus: createFolder() })).code).toBe(2);
  });

  test('that is missing is made', async () => {
    const folder = createFolder();
    await dossier(['topics'], { data: join(folder, 'a', 'b'), corpus: createFolder() });
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('dossier index', () => {
  test('says what was read of each collection, and what was not, and why', async () => {
    const corpus = createFolder({
      'harbour/a.txt': 'The keeper lit the lamp at dusk.',
      'harbour/b.bin': 'x',
      'town/c.txt': 'The mayor opened the market.',
    });
    const { code, stdout } = await dossier(['index'], { corpus });
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'harbour: 1 document, 1 passage',
      'town: 1 document, 1 passage',
      'Not indexed: harbour/b.bin has an unsupported format (.bin).',
    ]);
  });

  test('saves what was read, also as the first command of all', async () => {
    const data = join(createFolder(), 'data');
    expect((await dossier(['index'], { data })).stderr).toBe('');
    expect(readdirSync(data)).toContain('index.jsonl');
  });
});
