import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFolder } from '../../fakes/folder.ts';
import { dossier } from '../../fakes/program.ts';

const jsonLines = (...values: readonly unknown[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

const SET = {
  'harbour/documents.jsonl': jsonLines(
    {
      id: 'lamp',
      title: 'The lamp',
      text: 'The keeper Ada Quill lit the lamp at dusk. She came from the north.',
    },
    { id: 'ferry', title: '', text: 'The ferry sails at noon. It carries sheep and post.' },
  ),
  'harbour/dev/queries.jsonl': jsonLines(
    { id: 'who', text: 'Who lit the lamp?' },
    {
      id: 'from',
      text: 'Where did she come from?',
      history: [
        { role: 'user', text: 'Who lit the lamp?' },
        { role: 'assistant', text: 'The keeper Ada Quill lit the lamp at dusk.' },
      ],
    },
    { id: 'off', text: 'How do volcanoes erupt in Iceland?' },
  ),
  'harbour/dev/qrels.tsv': 'query_id\tdoc_id\tgain\nwho\tlamp\t1\nfrom\tlamp\t1\n',
  'harbour/dev/answers.jsonl': jsonLines(
    { query_id: 'who', answers: ['Ada Quill'], answerable: true, kind: 'answerable' },
    { query_id: 'from', answers: ['the north'], answerable: true, kind: 'answerable' },
    { query_id: 'off', answers: [], answerable: false, kind: 'off_corpus' },
  ),
  'baseline/harbour.jsonl': jsonLines({ query_id: 'who', ranked: [{ doc_id: 'ferry', score: 1 }] }),
};

describe('dossier evaluate', () => {
  test('prints each measure of a set, with the difference to the run beside it', async () => {
    const { stdout, code } = await dossier(['evaluate', join(createFolder(SET), 'harbour')]);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toContain(
      '| harbour | nDCG@10 | 2 | 1.000 [1.000, 1.000] | +1.000 [+1.000, +1.000] |',
    );
    expect(stdout).toContain('| harbour | off-corpus refusal F1 |  | 1.000 |  |');
  });

  test('answers a follow-up from the conversation before it', async () => {
    const folder = createFolder(SET);
    await dossier(['evaluate', join(folder, 'harbour'), '--out', join(folder, 'run.jsonl')]);
    const [, from] = readFileSync(join(folder, 'run.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(from ?? '')).toMatchObject({
      query_id: 'from',
      abstained: false,
      ranked: [{ doc_id: 'lamp' }, {}],
    });
  });

  test('writes the table of every set in a folder between the marks of a file', async () => {
    const folder = createFolder({
      ...SET,
      'a.md': 'Before\n<!-- evaluation -->\nold\n<!-- /evaluation -->\nAfter\n',
    });
    await dossier(['evaluate', folder, '--write', join(folder, 'a.md')]);
    const lines = readFileSync(join(folder, 'a.md'), 'utf8').split('\n');
    expect([lines[0], lines.at(-2), lines.includes('old')]).toEqual(['Before', 'After', false]);
    expect(lines.filter((line) => line.startsWith('| harbour'))).toHaveLength(6);
  });

  test.each([
    ['no folder', ['evaluate', '/nowhere/at/all'], 'There is no judged set'],
    ['a split that is not there', ['evaluate', '.', '--split', 'tset'], 'for the split "tset"'],
  ])('is told in a sentence what is wrong: %s', async (_what, args, sentence) => {
    const { code, stderr } = await dossier(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('names the set whose line', async () => {
    const folder = createFolder({ ...SET, 'harbour/documents.jsonl': '{"id": 3}\n' });
    const { code, stderr } = await dossier(['evaluate', join(folder, 'harbour')]);
    expect([code, stderr.includes('harbour')]).toEqual([2, true]);
  });
});

const PUBLIC_SETS =
  process.env.DOSSIER_EVALUATION_DIR ?? join(import.meta.dirname, '../../shared/evaluation');
const med = join(PUBLIC_SETS, 'med');

describe('on public sets', () => {
  test.skipIf(!existsSync(med))(
    'ranks no worse than plain BM25 (skipped where the sets are not at hand)',
    async () => {
      const { stdout } = await dossier(['evaluate', med]);
      const difference = /nDCG@10 \|[^|]+\|[^|]+\| ([+-][\d.]+)/.exec(stdout)?.[1];
      expect(Number(difference)).toBeGreaterThan(-0.01);
    },
  );

  test('writes summaries of whole sentences within their words, and measures them', async () => {
    const folder = createFolder({
      'harbour/documents.jsonl': SET['harbour/documents.jsonl'],
      'harbour/dev/queries.jsonl': jsonLines({
        id: 'q',
        text: 'The ferry',
        doc_ids: ['ferry'],
        max_words: 6,
      }),
      'harbour/dev/references.jsonl': jsonLines({ query_id: 'q', references: ['The ferry sails at noon.'] }),
    });
    const out = join(folder, 'run.jsonl');
    const { stdout, code } = await dossier(['evaluate', folder, '--out', out]);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8')).summary).toMatch(
      /^(?:The ferry sails at noon|It carries sheep and post)\.$/,
    );
    expect(stdout).toMatch(/\| harbour \| ROUGE-2 \| 1 \| [01]\.\d{3} /);
  });
});
