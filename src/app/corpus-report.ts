import type { Corpus, Refusal } from '../core/library/corpus.ts';
import { countDocuments } from '../core/replies/coverage.ts';
import { displayable } from '../core/text/displayable.ts';

/** What was read of each collection, and every file that is not served: a line each. */
export function corpusLines(corpus: Corpus): string[] {
  const collections = corpus.collections.map(({ id }) => {
    const documents = corpus.documents.filter(({ collection }) => collection === id);
    const passages = documents.reduce((sum, document) => sum + corpus.passages(document.id).length, 0);
    const counted = `${passages} ${passages === 1 ? 'passage' : 'passages'}`;
    return `${displayable(id)}: ${countDocuments({ documents: documents.length })}, ${counted}`;
  });
  return [...collections, ...corpus.refused.map(formatRefusal)];
}

/** A file that is not served, for the operator. */
export function formatRefusal({ file, reason }: Refusal): string {
  return `Not served: ${displayable(`${file} ${reason}`)}.`;
}
