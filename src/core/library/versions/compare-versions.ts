import type { Slice } from '../../text/slice.ts';
import type { Document } from '../documents/document.ts';
import { allSentences, type IndexedDocument } from '../documents/indexed-document.ts';
import { sentenceKey, wordsAndSigns } from '../documents/sentence-key.ts';
import type { LostSentence, Revision } from './revision-store.ts';

/** A document in the version that was replaced, and in the one that replaced it. */
export interface Replacement {
  readonly before: IndexedDocument;
  readonly now: IndexedDocument;
}

const MOST = 400; // sentences lost or gained; more is another text
const LONGEST = 1000; // characters of a lost sentence that is kept
const ENOUGH = 20_000; // characters kept of one version

/**
 * Finds the sentences that a new version lost and gained. Other white space, case, punctuation or another order is no
 * change. Null if the text is the same, or another one.
 */
export function compareVersions({ before, now }: Replacement, at: Date): Revision | null {
  if (before.document.sha256 === now.document.sha256) return null;
  const lost = missingIn(now, before);
  const gained = missingIn(before, now);
  if (Math.max(lost.length, gained.length) > MOST) return null;
  return {
    ...{ id: now.document.id, before: before.document.sha256, now: now.document.sha256, at },
    lost: keepTexts(lost, before.document),
    gained: [...new Set(gained.map((slice) => sentenceKey(textOf(now.document, slice))))],
  };
}

/** The sentences of a document whose words another version has nowhere in this order; one more than counts, at most. */
function missingIn(other: IndexedDocument, { document, passages }: IndexedDocument): Slice[] {
  const known = new Set(allSentences(other).map((slice) => wordsAndSigns(textOf(other.document, slice))));
  const whole = wordsAndSigns(other.document.text);
  const missing: Slice[] = [];
  for (const slice of allSentences({ document, passages })) {
    const words = wordsAndSigns(textOf(document, slice));
    if (!known.has(words) && !whole.includes(words)) missing.push(slice);
    if (missing.length > MOST) break;
  }
  return missing;
}

function keepTexts(lost: readonly Slice[], document: Document): LostSentence[] {
  let room = ENOUGH;
  return lost.map(({ start, end }) => {
    const text = textOf(document, { start, end });
    const isKept = text.length <= Math.min(LONGEST, room);
    if (isKept) room -= text.length;
    return { key: sentenceKey(text), start, end, text: isKept ? text : null };
  });
}

function textOf({ text }: Document, { start, end }: Slice): string {
  return text.slice(start, end);
}
