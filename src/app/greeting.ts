import { LOCAL } from '../adapters/terminal/local-invocation.ts';
import { countDocuments } from '../core/replies/coverage.ts';
import type { Config } from './config.ts';
import type { Dossier } from './open-dossier.ts';
import type { ReadyPlatform } from './open-platforms.ts';

const { stdout } = process;

/** Tells the operator how many documents are indexed, and which platforms run. */
export async function announce(
  { documents }: Dossier,
  { corpusDir, bucket }: Config,
  platforms: readonly ReadyPlatform[],
): Promise<void> {
  const names = platforms.map(({ platform }) => platform.title).join(' and ');
  stdout.write(
    `Indexed ${countDocuments(localCoverage(documents))} from ${bucket?.url ?? corpusDir}. Starting on ${names}.\n`,
  );
}

/** What the first lines of a start without platforms depend on. */
export interface Greeting {
  /** Where pages open; null: nowhere. */
  readonly address: string | null;
  readonly hasPage: boolean;
  /** Nobody can type. */
  readonly isUnattended: boolean;
  /** Digests go on after the input has ended. */
  readonly outlasts: boolean;
}

/** The first lines on this machine: what is indexed, where the page is, what to type. */
export async function greet(
  { documents, topics }: Dossier,
  { corpusDir, bucket }: Config,
  { address, hasPage, isUnattended, outlasts }: Greeting,
): Promise<void> {
  const opened = hasPage
    ? ` Open ${address} to chat in a browser; citations open there too.`
    : address && ` Citations open at ${address}.`;
  stdout.write(
    `Indexed ${countDocuments(localCoverage(documents))} from ${bucket?.url ?? corpusDir}.${opened ?? ''}\n`,
  );
  if (hasPage && isUnattended) return; // until it is stopped
  await inviteToType(topics, outlasts ? 'digests keep being written to files until you stop it' : LEAVING);
}

const LEAVING = 'exit or Ctrl-D leaves';

/** The first lines of a chat: what to type, and how to leave. */
export async function inviteToType(topics: Dossier['topics'], leaving = LEAVING): Promise<void> {
  const [topic] = await topics.list(LOCAL);
  const example = topic ? `/brief ${topic.name}` : '/sources';
  stdout.write(`Type ${example}, a question, or /help; ${leaving}.\n\n`);
}

function localCoverage({ library }: Dossier['documents']) {
  return library.scopeFor(LOCAL).coverage;
}
