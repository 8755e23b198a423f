import { sentencesOf } from '../../src/core/library/documents/indexed-document.ts';
import type { Library, Scope } from '../../src/core/library/library.ts';
import { createMemoryLibrary, type LibraryContents } from '../../src/core/library/memory-library.ts';
import type { Candidate } from '../../src/core/quoting/candidate.ts';
import { createRetriever } from '../../src/core/quoting/create-retriever.ts';
import type { Retriever } from '../../src/core/quoting/retriever.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch/minisearch-index.ts';
import { createIndexedDocument, type DocumentFacts } from './documents.ts';
import { LOCAL } from './local-chat.ts';

/** A retriever over documents given, and what the person at the terminal may read of them. */
export interface RetrievedWorld {
  readonly library: Library;
  readonly retriever: Retriever;
  readonly scope: Scope;
}

/** Indexes documents and opens a retriever on them. */
export async function openRetriever(contents: Partial<LibraryContents>): Promise<RetrievedWorld> {
  const library = createMemoryLibrary(contents);
  const index = createMiniSearchIndex();
  await index.add(library.documents.flatMap(({ id }) => library.get(id) ?? []));
  return { library, retriever: createRetriever({ library, index }), scope: library.scopeFor(LOCAL) };
}

/** Every sentence of a made-up document as a candidate that covers nothing; its words in lower case are its terms. */
export function createCandidates(id: string, facts: DocumentFacts | string): Candidate[] {
  const indexed = createIndexedDocument(id, typeof facts === 'string' ? { text: facts } : facts);
  const { document, passages } = indexed;
  return passages.flatMap(({ start, end }, passage) => {
    const sentences = sentencesOf(indexed, passage);
    return sentences.map((slice, at) => ({
      ...{ document, passage, passageSlice: { start, end }, sentences, at, slice },
      terms: new Set(
        document.text
          .slice(slice.start, slice.end)
          .toLowerCase()
          .match(/\p{L}+/gu),
      ),
      ...{ covered: 0, passageCovered: 0, score: 0, confidence: 0 },
    }));
  });
}

/** The one sentence of a made-up document. */
export function createCandidate(
  id: string,
  facts: DocumentFacts | string,
  measures: Partial<Candidate> = {},
) {
  const [candidate] = createCandidates(id, facts);
  if (!candidate) throw new Error(`${id} has no sentence that can be quoted.`);
  return { ...candidate, ...measures };
}
