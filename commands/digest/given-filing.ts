import { NO_NARROWING, parseNarrowing } from '../../src/core/bot/narrowing-options.ts';
import type { Filing } from '../../src/core/text/filing.ts';
import type { DigestContext, DigestPorts } from './digest-ports.ts';

/** What a digest keeps to, as a person types it; null if not given. */
export interface GivenFiling {
  readonly tag: string | null;
  readonly grade: string | null;
}

/** Parses it against what the person may read; what is not given stays as it was, and `all` keeps to nothing. */
export async function parseFiling(
  library: DigestPorts['library'],
  { at, audience, sent }: DigestContext,
  { given: { tag, grade }, before }: { given: GivenFiling; before: Filing },
): Promise<Filing> {
  const asked = { at, audience: sent?.by ?? audience };
  const parsed = await parseNarrowing(library, asked, { ...NO_NARROWING, tag, grade });
  const tags = tag === null ? before.tags : parsed?.tags;
  const least = grade === null ? before.grade : parsed?.grade;
  return { ...(tags && { tags }), ...(least && { grade: least }) };
}
