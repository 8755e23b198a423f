import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/library/documents/document.ts';
import { createMemoryLibrary } from '../../../src/core/library/memory-library.ts';
import { createRetriever } from '../../../src/core/quoting/create-retriever.ts';
import type { Query } from '../../../src/core/search/query.ts';
import { openRetriever } from '../../fakes/candidates.ts';
import { createContents, createDocument } from '../../fakes/documents.ts';
import { LOCAL } from '../../fakes/local-chat.ts';

const BEIJING = createDocument('en/beijing', { text: 'Beijing warned the alliance on Monday.' });
const FERRY = createDocument('en/ferry', { text: 'The ferry to the island sank. It was towed home.' });
const FAEHRE = createDocument('de/faehre', {
  language: 'de',
  text: 'Die Fähre zur Insel wurde im Mai verkauft, sagte der Rat der Stadt am Montag.',
});
const open = (...documents: readonly Document[]) => openRetriever(createContents(documents));
const request = (query: Query) => ({ query, explicit: query, answerType: 'any' }) as const;
const wordingsOf = ({ concepts }: Query) =>
  concepts.map(({ wordings }) => wordings.map(({ terms }) => terms.join(' ')));

/** The same object, noting the names of the methods that are called. */
function recordCalls<T extends object>(target: T, calls: string[]): T {
  return new Proxy(target, {
    get(object, name) {
      const value = Reflect.get(object, name);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        calls.push(String(name));
        return value.apply(object, given);
      };
    },
  });
}

describe('a parsed question', () => {
  test('knows the names of countries, and the synonyms of its topic', async () => {
    const { retriever, scope } = await open(BEIJING);
    const [china] = wordingsOf(await retriever.parse('China', scope));
    expect(china).toEqual(['china', 'chines', 'beij', 'prc']);
    const [boat] = wordingsOf(await retriever.parse('boat', scope, [['boat', 'old ferry']]));
    expect(boat).toEqual(['boat', 'old ferri']);
  });

  test('knows them in the first language of all documents, whatever its scope', async () => {
    const { library, retriever } = await open(BEIJING, FAEHRE);
    const german = library.scopeFor(LOCAL, [FAEHRE.collection]);
    expect(wordingsOf(await retriever.parse('China', german))[0]).toContain('beij');
    const alone = await open(FAEHRE);
    expect(wordingsOf(await alone.retriever.parse('China', alone.scope))[0]).not.toContain('beij');
  });

  test('is read in every language of its scope', async () => {
    const { library, retriever } = await open(FERRY, FAEHRE);
    const [island] = wordingsOf(await retriever.parse('Inseln', library.scopeFor(LOCAL)));
    expect(island).toEqual(['inseln', 'insel']);
    const english = library.scopeFor(LOCAL, [FERRY.collection]);
    expect(wordingsOf(await retriever.parse('Inseln', english))[0]).toContain('inseln');
  });

  test('gets similar terms for a word that occurs nowhere', async () => {
    const { retriever, scope } = await open(BEIJING);
    expect(wordingsOf(await retriever.parse('aliance', scope))).toEqual([['alianc', 'allianc']]);
  });
});

describe('retrieval', () => {
  test('finds the sentences of each request, best first', async () => {
    const { retriever, scope } = await open(BEIJING, FERRY);
    const queries = [await retriever.parse('ferry', scope), await retriever.parse('alliance', scope)];
    const found = await retriever.retrieve(queries.map(request), scope);
    const firsts = found.map(([first]) => first?.document.id);
    expect(firsts).toEqual([FERRY.id, BEIJING.id]);
  });

  test('finds nothing outside its scope', async () => {
    const { library, retriever } = await open(FERRY, FAEHRE);
    const scope = library.scopeFor(LOCAL, [FAEHRE.collection]);
    const [found = []] = await retriever.retrieve(
      [request(await retriever.parse('ferry Insel', scope))],
      scope,
    );
    expect(new Set(found.map(({ document }) => document.id))).toEqual(new Set([FAEHRE.id]));
  });

  test('reads no more passages than asked for', async () => {
    const { retriever, scope } = await open(
      FERRY,
      createDocument('en/more', { text: 'A ferry. A ferry sank.' }),
    );
    const wanted = { ...request(await retriever.parse('ferry', scope)), passages: 1 };
    const [found = []] = await retriever.retrieve([wanted], scope);
    expect(new Set(found.map(({ document }) => document.id)).size).toBe(1);
  });

  test('takes one step for statistics and one for documents, however many requests', async () => {
    const { library, retriever, scope } = await open(BEIJING, FERRY, FAEHRE);
    const calls: string[] = [];
    const counting = createRetriever({
      library: recordCalls(library, calls),
      index: recordCalls(retriever.index, calls),
    });
    const query = await retriever.parse('ferry alliance Monday', scope);
    await counting.retrieve([request(query), request(query), request(query)], scope);
    expect(calls.sort()).toEqual(['load', 'search', 'search', 'search', 'statistics']);
  });

  test('in nothing finds nothing', async () => {
    const { retriever, scope } = await open();
    expect(await retriever.retrieve([request({ concepts: [] })], scope)).toEqual([[]]);
  });
});

describe('a tokenizer', () => {
  test('splits texts in the languages of the documents, and in no other', async () => {
    const { retriever } = await open(FERRY);
    const tokenize = await retriever.tokenizer();
    expect(tokenize('The ferries', 'en').map(({ term }) => term)).toEqual([null, 'ferri']);
    expect(tokenize('Die Fähren', 'de')).toEqual([]);
  });

  test('loads the language of a document that comes later', async () => {
    const library = createMemoryLibrary(createContents([FERRY]));
    const {
      retriever: { index },
    } = await open(FERRY);
    const retriever = createRetriever({ library, index });
    expect((await retriever.tokenizer())('Die Fähren', 'de')).toEqual([]);
    library.put({ document: FAEHRE, passages: [] });
    expect((await retriever.tokenizer())('Die Fähren', 'de')).not.toEqual([]);
  });
});
