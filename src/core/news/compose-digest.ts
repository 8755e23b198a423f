import type { Core } from '../bot/core.ts';
import type { DocumentVersion } from '../library/first-sight-store.ts';
import type { Search } from '../quoting/candidates.ts';
import { type Digest, type DigestRequest, NOTHING_NEW } from './digest.ts';
import { composeFirst } from './first-digest.ts';
import { composeNews } from './later-digest.ts';

const MARGIN = 3_600_000; // ms; clocks differ, and a document may be served a little after it was first seen

/**
 * Composes what a channel is to be shown: at first a brief on the topic, later what is new on it. Nothing is quoted or
 * counted but what its audience may read now. Documents that nobody has noted as seen yet wait for the next edition.
 */
export async function composeDigest(core: Core, request: DigestRequest): Promise<Digest> {
  const { audience, topic, since, until } = request;
  const from = new Date(Math.min((since ?? until).valueOf(), until.valueOf()) - MARGIN);
  const seen = await core.store.documents.seenAfter(from);
  await core.prepare();
  const search = core.searchFor(audience, topic.collections);
  const recent = seen.filter((version) => version.changed <= until && isServed(version, search));
  if (since === null) return composeFirst(core, request, recent);
  const fresh = recent.filter(unknownTo(request));
  return fresh.length === 0 ? NOTHING_NEW : composeNews(core, request, fresh);
}

function isServed({ id, sha256 }: DocumentVersion, { corpus, collections }: Search): boolean {
  const document = corpus.document(id);
  return document?.sha256 === sha256 && collections.includes(document.collection);
}

/** Tells versions that no edition before has reported or quoted. */
function unknownTo({ before }: DigestRequest): (version: DocumentVersion) => boolean {
  const name = (id: string, sha256: string) => `${sha256} ${id}`;
  const known = new Set<string>();
  for (const { documents, shown } of before) {
    for (const { id, sha256 } of documents) known.add(name(id, sha256));
    for (const { document, sha256 } of shown) known.add(name(document, sha256));
  }
  return ({ id, sha256 }) => !known.has(name(id, sha256));
}
