import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Topic } from '../../../../src/core/library/topics/topic.ts';
import { readTopicsFile } from '../../../../src/core/library/topics/topics-file.ts';
import { UserError } from '../../../../src/core/text/user-error.ts';
import { OWN_CORPUS } from '../../../fakes/corpus-folder.ts';
import { createFolder } from '../../../fakes/folder.ts';

function read(source: string): Promise<readonly Topic[]> {
  return readTopicsFile(join(createFolder({ 'topics.yaml': source }), 'topics.yaml'));
}

const TIDES = 'tides:\n  title: Tides\n  query: tide pier\n';

describe('topics.yaml', () => {
  test('gives each topic by name, in its order', async () => {
    const topics = await read(`${TIDES}boats: { title: Boats, query: boat }\n`);
    expect(topics.map(({ name, title, query }) => [name, title, query])).toEqual([
      ...[
        ['tides', 'Tides', 'tide pier'],
        ['boats', 'Boats', 'boat'],
      ],
    ]);
  });

  test('leaves a topic open to all collections that it does not name', async () => {
    expect((await read(TIDES))[0]).toMatchObject({ collections: null, synonyms: [], aspects: [] });
  });

  test('gives aspects in the order in which they are written', async () => {
    const [topic] = await read(`${TIDES}  aspects: { Spring: [spring, syzygy], Neap: [neap] }\n`);
    expect(topic?.aspects).toEqual([
      { label: 'Spring', terms: ['spring', 'syzygy'] },
      { label: 'Neap', terms: ['neap'] },
    ]);
  });

  test('may be missing', async () => {
    expect(await readTopicsFile(join(createFolder(), 'topics.yaml'))).toEqual([]);
  });

  test.each([
    ['no title', 'tides: { query: tide }'],
    ['no query', 'tides: { title: Tides }'],
    ['an empty query', 'tides: { title: Tides, query: " " }'],
    ['spaces in its name', '"high tides": { title: Tides, query: tide }'],
    ['a synonym of nothing', `${TIDES}  synonyms: [[tide]]\n`],
    ['an aspect without terms', `${TIDES}  aspects: { Neap: [] }\n`],
    ['an unknown key', `${TIDES}  sinonyms: [[tide, flood]]\n`],
  ])('is refused where a topic has %s', async (_what, source) => {
    await expect(read(source)).rejects.toThrow(UserError);
  });

  test('names the line of what is refused', async () => {
    await expect(read(`${TIDES}  sinonyms: []\n`)).rejects.toThrow(/topics\.yaml, line 4: .*"sinonyms"/);
  });
});

describe('the topics that come with the project', () => {
  test('begin with nato-asia and are at least four', async () => {
    const topics = await readTopicsFile(join(OWN_CORPUS, 'topics.yaml'));
    expect(topics[0]?.name).toBe('nato-asia');
    expect(topics.length).toBeGreaterThanOrEqual(4);
  });
});
