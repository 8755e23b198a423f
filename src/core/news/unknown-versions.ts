import type { DigestRequest, SeenVersion } from './digest.ts';

/** Creates a filter for versions that no earlier edition reported or quoted. */
export function unknownTo({ before }: Pick<DigestRequest, 'before'>): (version: SeenVersion) => boolean {
  const name = (id: string, sha256: string) => `${sha256} ${id}`;
  const known = new Set<string>();
  for (const { documents, shown } of before) {
    for (const { id, sha256 } of documents) known.add(name(id, sha256));
    for (const { document, sha256 } of shown) known.add(name(document, sha256));
  }
  return ({ id, sha256 }) => !known.has(name(id, sha256));
}
