import { diffWordsWithSpace } from 'diff';
import { html, type Markup } from '../../adapters/web/markup.ts';
import { allSentences, type IndexedDocument } from '../../core/library/documents/indexed-document.ts';
import { displayablePart } from '../../core/text/displayable.ts';
import type { Slice } from '../../core/text/slice.ts';

const LIKE = 0.5; // share of the words of both that stand in both, from which one is the other changed
const MOST = 3; // sentences of an excerpt

/** Finds what stands now in place of words that were quoted; null if nothing is like them. */
export function findSuccessor(indexed: IndexedDocument, quoted: string): Slice | null {
  const sentences = allSentences(indexed);
  const before = countWords(quoted);
  let best: { readonly slice: Slice; readonly likeness: number } | null = null;
  for (const [at, { start }] of sentences.entries())
    for (const { end } of sentences.slice(at, at + MOST)) {
      if (end - start > quoted.length * 2) break;
      const likeness = share(before, countWords(indexed.document.text.slice(start, end)));
      if (likeness >= LIKE && likeness > (best?.likeness ?? 0)) best = { slice: { start, end }, likeness };
    }
  return best?.slice ?? null;
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+|[\p{Script=Han}]/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function share(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, count) => all + count, 0);
  const both = [...one].reduce((all, [word, count]) => all + Math.min(count, other.get(word) ?? 0), 0);
  return (2 * both) / Math.max(1, sum(one) + sum(other));
}

/** Two wordings, with what went struck out in the old one and what came underlined in the new one. */
export function compared(before: string, now: string): { readonly before: Markup; readonly now: Markup } {
  const changes = diffWordsWithSpace(displayablePart(before), displayablePart(now), { timeout: 200 }) ?? [];
  if (changes.length === 0)
    return { before: html`${displayablePart(before)}`, now: html`${displayablePart(now)}` };
  return {
    before: html`${changes.filter(({ added }) => !added).map(({ removed, value }) => (removed ? html`<del>${value}</del>` : value))}`,
    now: html`${changes.filter(({ removed }) => !removed).map(({ added, value }) => (added ? html`<ins>${value}</ins>` : value))}`,
  };
}

/** A section with a wording as it was quoted, and as it is now if something is like it. */
export function changedSection(changed: {
  readonly quoted: string;
  readonly on: string;
  readonly now: string | null;
  readonly language: string;
}): Markup {
  const { quoted, on, now, language } = changed;
  const both = now === null ? null : compared(quoted, now);
  return html`<section aria-labelledby="changed" class="notice"><h2 id="changed">Changed since it was quoted</h2>
<p class="said">As quoted on ${on}:</p><blockquote lang="${language}" dir="auto">${both?.before ?? displayablePart(quoted)}</blockquote>
${both ? html`<p class="said">As it is now, <a href="#quote">in the text</a>:</p><blockquote lang="${language}" dir="auto">${both.now}</blockquote>` : html`<p class="said">Nothing like it is in the document any more.</p>`}</section>
`;
}
