import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { localServer } from '../local-server.ts';
import { createFeedLinks, type FeedLinks } from './feed-links.ts';

/** The secret with which links are signed: the operator's, or that of the data directory. */
export async function linkSecret({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): Promise<string> {
  return secret ?? (await readSecret(dataDir));
}

/** The links to feeds, as they are made by whatever process asks. */
export async function openFeedLinks(
  config: Pick<Config, 'server' | 'publicUrl' | 'dataDir' | 'secret'>,
): Promise<FeedLinks> {
  const base = config.publicUrl ?? localServer(config)?.address ?? null;
  return createFeedLinks({ base, secret: await linkSecret(config) });
}

/** The secret of this data directory, made when it is first needed; only its owner can read it. */
async function readSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'link-secret');
  const made = randomBytes(32).toString('base64url');
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch(() => {}); // it is there already
  return (await readFile(file, 'utf8').catch(() => made)).trim();
}
