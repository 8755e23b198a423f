import { signsIn } from '../library/documents/sentence-key.ts';
import { compareWordings, type Wording } from './compare-wordings.ts';
import type { EarlierSentence } from './earlier-version.ts';

/** A sentence of now with the one that it stands in the place of. */
export interface SentencePair {
  readonly earlier: EarlierSentence;
  /** Only spelling, punctuation or small words differ. */
  readonly isSame: boolean;
  readonly isCorrected: boolean;
}

const ALIKE = 0.5; // share of the telling words of both sentences that both have

/** Pairs sentences that a document lost with those that it gained, the most alike first, each once; by the index of those gained. */
export function pairSentences(
  lost: readonly EarlierSentence[],
  gained: readonly { readonly text: string }[],
  read: (text: string) => Wording,
): ReadonlyMap<number, SentencePair> {
  const [before, now] = [lost, gained].map((all) => all.map(({ text }) => toTold(text, read)));
  const candidates = (now ?? []).flatMap((gain, to) =>
    (before ?? []).flatMap((loss, from) => {
      const likeness = likenessOf(loss, gain);
      return likeness >= ALIKE ? [{ from, to, likeness }] : [];
    }),
  );
  candidates.sort((a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const pairs = new Map<number, SentencePair>();
  const taken = new Set<number>();
  for (const { from, to } of candidates) {
    const [earlier, loss, gain] = [lost[from], before?.[from], now?.[to]];
    if (!earlier || !loss || !gain || pairs.has(to) || taken.has(from)) continue;
    taken.add(from);
    pairs.set(to, { earlier, ...compareTold(loss, gain) });
  }
  return pairs;
}

/** A sentence, and the terms of its telling words. */
interface Told extends Wording {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

function toTold(text: string, read: (text: string) => Wording): Told {
  const wording = read(text);
  return { ...wording, text, terms: new Set(wording.words.flatMap(({ term }) => term ?? [])) };
}

function likenessOf({ terms: a }: Told, { terms: b }: Told): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const term of a) if (b.has(term)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function compareTold(before: Told, now: Told): Pick<SentencePair, 'isSame' | 'isCorrected'> {
  const haveSameSigns = signsIn(before.text) === signsIn(now.text);
  const { isSame, isCorrected } = compareWordings(before, now);
  return { isSame: isSame && haveSameSigns, isCorrected: isCorrected || !haveSameSigns };
}
