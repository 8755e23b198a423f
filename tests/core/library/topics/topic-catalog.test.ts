import { describe, expect, test } from 'vitest';
import type { CollectionId } from '../../../../src/core/library/documents/document.ts';
import { createMemoryLibrary } from '../../../../src/core/library/memory-library.ts';
import type { Topic } from '../../../../src/core/library/topics/topic.ts';
import { createTopicCatalog } from '../../../../src/core/library/topics/topic-catalog.ts';
import type { TopicStore } from '../../../../src/core/library/topics/topic-store.ts';

const AUDIENCE = { platform: 'chat', workspace: 'W', channel: 'C', user: 'u', private: false, local: false };

function topic(name: string, collections: readonly string[] | null = null): Topic {
  return {
    ...{ name, title: name, query: name, collections: collections as CollectionId[] | null },
    ...{ synonyms: [], aspects: [] },
  };
}

/** The catalog of some topics of the corpus and some added in the workspace W. */
function catalogOf(ofCorpus: readonly Topic[], added: readonly Topic[] = []) {
  const store: Pick<TopicStore, 'list'> = { list: async ({ workspace }) => (workspace === 'W' ? added : []) };
  const library = createMemoryLibrary({
    topics: ofCorpus,
    collections: [
      { id: 'harbour' as CollectionId, title: null, readable: 'everywhere' },
      { id: 'council' as CollectionId, title: null, readable: ['chat:elsewhere'] },
    ],
  });
  return createTopicCatalog({ library, store: store as TopicStore });
}

describe('the topics that an audience can name', () => {
  test('are those of the corpus, then those added in its workspace', async () => {
    const catalog = catalogOf([topic('tides'), topic('boats')], [topic('anchors')]);
    const names = async (workspace: string) =>
      (await catalog.list({ ...AUDIENCE, workspace })).map(({ name }) => name);
    expect(await names('W')).toEqual(['tides', 'boats', 'anchors']);
    expect(await names('X')).toEqual(['tides', 'boats']);
  });

  test('leave out topics of collections that it may not read', async () => {
    const catalog = catalogOf([topic('votes', ['council']), topic('tides', ['council', 'harbour'])]);
    expect((await catalog.list(AUDIENCE)).map(({ name }) => name)).toEqual(['tides']);
  });

  test('leave out an added topic with the name of one of the corpus, in any case', async () => {
    const [own, added] = [topic('tides'), topic('TIDES')];
    expect(await catalogOf([own], [added]).list(AUDIENCE)).toEqual([own]);
  });

  test('do not tell by a missing name what a closed collection has', async () => {
    const added = topic('votes');
    expect(await catalogOf([topic('votes', ['council'])], [added]).list(AUDIENCE)).toEqual([added]);
  });
});

test('a topic of the corpus is told from one added in chat', () => {
  const own = topic('tides');
  const catalog = catalogOf([own]);
  expect([catalog.isOfCorpus(own), catalog.isOfCorpus(topic('tides'))]).toEqual([true, false]);
});
