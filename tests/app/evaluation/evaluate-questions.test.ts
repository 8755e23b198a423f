import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../fakes/folder.ts';
import { dossier } from '../../fakes/program.ts';

const at = (text: string) => [{ document: 'minutes/may.txt', text }];
const QUESTIONS = [
  { id: 'pier', question: 'Who pays for the pier?', evidence: at('The council pays for the pier') },
  {
    ...{ id: 'how', history: [{ question: 'Who pays for the pier?' }], question: 'How much does it pay?' },
    ...{ evidence: at('thirty thousand crowns'), kind: 'followup' },
  },
  { id: 'lost', question: 'Who painted the lamp?', evidence: at('Ada Quill painted it') },
  {
    id: 'gone',
    question: 'Who lit the lamp?',
    evidence: [{ document: 'minutes/june.txt', text: 'Bo Lind' }],
  },
  { id: 'none', question: 'How do volcanoes erupt in Iceland?', answerable: false },
  { id: 'kept', question: 'Who sails?', evidence: at('Nobody'), half: 'hidden' },
];
const MAY =
  'The council pays for the pier. It pays thirty thousand crowns a year for the pier.\n\nThe lamp was painted green | and white.\n';
const FILES = {
  'harbour/corpus/minutes/may.txt': MAY,
  'harbour/questions.jsonl': QUESTIONS.map((each) => JSON.stringify(each)).join('\n'),
};

describe('dossier evaluate, on one’s own questions', () => {
  test('reports figures, and each miss in a row with what was wanted, shown, and why', async () => {
    const folder = createFolder(FILES);
    const out = join(folder, 'results.jsonl');
    const { stdout, code } = await dossier(['evaluate', join(folder, 'harbour'), '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain('## harbour');
    expect(stdout).toContain('| answerable | 4 | ');
    expect(stdout).toContain('Not answered by the documents: 1, rightly refused 1 (100 %).');
    expect(stdout).toMatch(
      /\| 3 \| lost \| .*minutes\/may\.txt: Ada Quill painted it \| .*its document, as read, does not contain it \|/,
    );
    expect(stdout).toMatch(/\| 4 \| gone \| .*no such document is indexed \|/);
    expect(stdout).not.toContain('| pier |');
    expect(stdout).not.toContain('kept');
    const results = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map(({ id, verdict }) => [id, verdict])).toContainEqual(['pier', 'top']);
    for (const { points } of results)
      for (const { text, start, end } of points) expect(MAY.slice(start, end)).toBe(text);
  });

  test('reports dates of documents that are known beside the questions', async () => {
    const dates = [{ document: 'minutes/may.txt', published: '2024-05-04', half: 'dev' }];
    const text = dates.map((each) => JSON.stringify(each)).join('\n');
    const folder = createFolder({ ...FILES, 'harbour/dates.jsonl': text });
    const { stdout } = await dossier(['evaluate', folder]);
    expect(stdout).toContain('Dates of documents, 1: 0 right, 0 wrong, 1 missing, 0 not indexed.');
    expect(stdout).toContain('| 1 | minutes/may.txt | 2024-05-04 | unknown | missing |');
  });

  test('names file and line of wrong input and exits with 2', async () => {
    const folder = createFolder({ ...FILES, 'town/questions.jsonl': '{"id": "x"}\n' });
    const { stdout, stderr, code } = await dossier(['evaluate', folder]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${join(folder, 'town', 'questions.jsonl')}:1: question: `);
  });

  test('says so where no question is of the split', async () => {
    const { stderr, code } = await dossier([
      'evaluate',
      join(
        createFolder({
          'a/corpus/n/x.txt': MAY,
          'a/questions.jsonl': JSON.stringify({ ...QUESTIONS[5] }),
        }),
        'a',
      ),
    ]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('no question of the split "dev"')]);
  });

  test('has its own help', async () => {
    const { stdout, code } = await dossier(['evaluate', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('questions.jsonl');
    expect(stdout).toContain('Exit code 0');
  });
});
