import type { IndexedDocument } from '../../library/indexed-document.ts';
import { loadLanguage } from '../../text/languages.ts';
import { informativeness, type TermStatistics } from '../term-statistics.ts';
import type { BestHits } from './best-hits.ts';
import { DocumentEntries, type DocumentEntry } from './document-entries.ts';
import { IndexedTerms } from './indexed-terms.ts';
import type { Pace } from './pace.ts';
import { PostingsIndex } from './postings-index.ts';
import { Scores } from './scores.ts';

/** The index of one collection. Searches find a document from when all of it is added until its removal begins. */
export class CollectionIndex {
  readonly postings = new PostingsIndex();
  readonly documents = new DocumentEntries();

  /** Adds a document, or replaces it: searches find the former one until all of the new one is added. */
  async add(indexed: IndexedDocument, pace: Pace): Promise<void> {
    const first = this.postings.next;
    const terms = new IndexedTerms(indexed, await loadLanguage(indexed.document.language));
    const lengths: number[] = [];
    for (const passage of terms.passages()) {
      await pace.take(1);
      await this.postings.packIfDue(pace);
      lengths.push(this.postings.addPassage(passage));
    }
    const former = this.documents.get(indexed.document.id);
    if (former) this.documents.remove(former);
    this.documents.add({ indexed, first, length: terms.size, lengths });
    if (former) await this.#erase(former, pace);
  }

  async remove(entry: DocumentEntry, pace: Pace): Promise<void> {
    this.documents.remove(entry);
    await this.#erase(entry, pace);
  }

  /** Offers every passage that has one of the terms; `all` are the terms' statistics in everything searched. */
  search(weights: ReadonlyMap<string, number>, all: TermStatistics, best: BestHits): void {
    const scores = new Scores(this.postings, this.documents);
    for (const [term, weight] of weights)
      if (weight > 0) scores.addTerm(term, weight * informativeness(all, term));
    scores.offerTo(best);
  }

  async #erase({ indexed, first }: DocumentEntry, pace: Pace): Promise<void> {
    const terms = new IndexedTerms(indexed, await loadLanguage(indexed.document.language));
    let number = first;
    for (const passage of terms.passages()) {
      await this.postings.packIfDue(pace);
      await this.postings.removePassage(number++, passage, pace);
    }
  }
}
