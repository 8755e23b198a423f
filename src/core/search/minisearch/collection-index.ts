import { admits, type DocumentFilter } from '../../library/documents/document-filter.ts';
import type { IndexedDocument } from '../../library/documents/indexed-document.ts';
import { loadLanguage } from '../../text/languages.ts';
import type { Pace } from '../pace.ts';
import type { BestHits } from '../scoring/best-hits.ts';
import type { ScoredTerm, Scores } from '../scoring/scores.ts';
import { countPostings } from '../scoring/term-counts.ts';
import { documentWeight, type SoughtTerm } from '../scoring/weigh-terms.ts';
import { IndexedTerms } from '../terms/indexed-terms.ts';
import { DocumentEntries, type DocumentEntry } from './document-entries.ts';
import { PostingsIndex } from './postings-index.ts';

/** What a search offers hits to, and which documents may be among them. */
export interface Sought {
  readonly best: BestHits<DocumentEntry>;
  readonly filter: DocumentFilter | undefined;
}

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

  /** Offers the passages that have the terms and may be among the best. */
  search(sought: readonly SoughtTerm[], scores: Scores, { best, filter }: Sought): void {
    const { documents } = this;
    scores.score(
      {
        directory: documents,
        totals: documents.totals,
        terms: sought.map((each) => this.#scoredTerm(each)),
        owner: (first) => documents.at(first),
        admits: (first) => filter === undefined || isAdmitted(documents.at(first), filter),
      },
      best,
    );
  }

  #scoredTerm({ term, weight }: SoughtTerm): ScoredTerm {
    const { documents, postings } = this;
    const unpacked = postings.unpack(term);
    const counts = countPostings(unpacked.texts, documents);
    return {
      weight,
      documentWeight: documentWeight(weight, counts, documents.totals),
      postings: () => unpacked,
    };
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

function isAdmitted(entry: DocumentEntry | undefined, filter: DocumentFilter): boolean {
  return entry !== undefined && admits(filter, entry.indexed.document);
}
