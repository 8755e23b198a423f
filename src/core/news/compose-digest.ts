import type { DocumentId } from '../library/documents/document.ts';
import { summariesOf } from '../library/documents/summaries-of.ts';
import type { Library } from '../library/library.ts';
import { phraseOf } from '../library/topics/phrase-topic.ts';
import type { DocumentVersion } from '../library/versions/first-sight-store.ts';
import type { RevisionStore } from '../library/versions/revision-store.ts';
import type { LoadedDocuments } from '../quoting/loaded-documents.ts';
import { type Digest, type DigestRequest, NOTHING_NEW, type SeenVersion } from './digest.ts';
import { findChanges } from './document-change.ts';
import { newAsWhole } from './edition-content.ts';
import { composeFirstDigest } from './first-digest.ts';
import { composeLaterDigest } from './later-digest.ts';
import { composePhraseDigest } from './phrase-digest.ts';
import { findRepeats } from './repeats.ts';
import {
  createTopicSearch,
  type DigestMaterial,
  type TopicFindings,
  type TopicSearchPorts,
} from './topic-search.ts';
import { unknownTo } from './unknown-versions.ts';

/** Composes what a channel is shown: first a brief on the topic, later what is new on it. */
export type ComposeDigest = (request: DigestRequest) => Promise<Digest>;

/** What digests are composed with. */
export interface DigestPorts extends TopicSearchPorts {
  readonly revisions: Pick<RevisionStore, 'of'>;
}

/**
 * Creates what composes digests. One serves all channels of a process: those whose digests come at once share their
 * searches. A digest quotes and counts only what its audience can read now.
 */
export function createComposeDigest(ports: DigestPorts): ComposeDigest {
  const { retriever, library, revisions } = ports;
  const searchTopic = createTopicSearch(ports);
  return async (request) => {
    const { audience, topic, since, until, seen } = request;
    const recent = seen.filter(({ changed }) => changed <= until);
    const unknown = since === null ? recent : recent.filter(unknownTo(request));
    const wanted = request.again ? unknown.filter(isAmong(request.again)) : unknown;
    const fresh = await keptOf(library, request, wanted);
    if (since !== null && fresh.length === 0) return NOTHING_NEW;
    const tokenize = await retriever.tokenizer();
    const changesIn = (ids: Iterable<DocumentId>) =>
      findChanges({ revisions, tokenize }, { fresh: since === null ? [] : unknown, among: new Set(ids) });
    const phrase = phraseOf(topic.name);
    if (phrase !== null) return composePhraseDigest(ports, request, { phrase, fresh, changesIn });
    const findings = await searchTopic(audience, topic);
    const loaded = await loadShown(library, request, findings);
    const onTopic = freshIn(request, findings, fresh.filter(isCurrent(findings)));
    const changeOf = await changesIn(onTopic.fresh.map(({ id }) => id));
    const material = { findings, loaded, changeOf, ...onTopic };
    return since === null
      ? composeFirstDigest(retriever, request, material)
      : markChanged(composeLaterDigest(request, material), fresh, since);
  };
}

/** Marks the documents that were there before the time that is covered; there is more only of the others. */
function markChanged(digest: Digest, fresh: readonly SeenVersion[], since: Date): Digest {
  const ids = new Set(fresh.filter(({ firstSeen }) => firstSeen <= since).map(({ id }) => id));
  const documents = digest.content.documents.map((version) =>
    ids.has(version.id) ? { ...version, isChanged: true as const } : version,
  );
  const more = digest.more && newAsWhole(documents).length > 0;
  return { ...digest, more, content: { ...digest.content, documents } };
}

function isAmong(versions: readonly DocumentVersion[]): (version: SeenVersion) => boolean {
  return ({ id, sha256 }) => versions.some((known) => known.id === id && known.sha256 === sha256);
}

/** The versions of documents that the digest keeps to, as they are filed now. */
async function keptOf(
  library: Pick<Library, 'list' | 'scopeFor'>,
  { audience, topic, filter = null }: DigestRequest,
  versions: readonly SeenVersion[],
): Promise<readonly SeenVersion[]> {
  if (filter === null) return versions;
  const { collections } = library.scopeFor(audience, topic.collections);
  const ids = versions.map(({ id }) => id);
  const kept = await summariesOf(library, { collections, filter }, ids);
  return versions.filter(({ id }) => kept.has(id));
}

/** The fresh versions, and what of their text is not. */
function freshIn(
  { arrived }: DigestRequest,
  { documents }: TopicFindings,
  fresh: readonly SeenVersion[],
): Pick<DigestMaterial, 'fresh' | 'isRepeated'> {
  if (!arrived) return { fresh, isRepeated: () => false };
  const older = [...documents].flatMap(([id, indexed]) => (arrived.has(id) ? [] : [indexed]));
  const { isCopy, isRepeated } = findRepeats(older, documents);
  const left = fresh.filter(({ id }) => {
    const indexed = documents.get(id);
    return indexed === undefined || !isCopy(indexed);
  });
  return { fresh: left, isRepeated };
}

/** Adds the documents that the channel was shown to those found on the topic. */
async function loadShown(
  library: Library,
  { before }: DigestRequest,
  { documents, tokenize }: TopicFindings,
): Promise<LoadedDocuments> {
  const ids = new Set(before.flatMap(({ shown }) => shown.map(({ document }) => document)));
  const shown = await library.load([...ids].filter((id) => !documents.has(id)));
  return { documents: new Map([...documents, ...shown]), tokenize };
}

/** Creates a filter for versions in which documents on the topic exist now. */
function isCurrent({ documents }: TopicFindings): (version: SeenVersion) => boolean {
  return ({ id, sha256 }) => documents.get(id)?.document.sha256 === sha256;
}
