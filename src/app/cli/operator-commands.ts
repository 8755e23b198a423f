import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../../../commands/index.ts';
import { parseErasureTarget } from '../../core/bot/erasure-target.ts';
import { displayable } from '../../core/text/displayable.ts';
import { UserError } from '../../core/text/user-error.ts';
import { loadConfig } from '../config.ts';
import { corpusLines } from '../corpus-report.ts';
import type { EvaluateOptions } from '../evaluation/evaluate.ts';
import { VERSION } from '../version.ts';
import { openDocuments } from '../open-documents.ts';
import { examinePlatforms } from '../open-platforms.ts';
import { openStore, prepareDataDir } from '../open-store.ts';
import { tell } from '../operator.ts';
import { EXIT } from './failures.ts';

const { stdout } = process;

/** Reads the corpus and prints what was read of each collection, and every file that is not served. */
export async function listCorpus(): Promise<void> {
  const config = loadConfig();
  const { corpus, close } = await openDocuments({ ...config, version: VERSION }, null);
  await close();
  for (const line of corpusLines(corpus)) stdout.write(`${line}\n`);
}

/** Says whether everything is set up, and what to do where it is not. */
export async function doctor(): Promise<void> {
  const config = loadConfig();
  await prepareDataDir(config.dataDir);
  if (config.databaseUrl !== null) await (await openStore(config)).upkeep.close();
  const { corpus, close } = await openDocuments({ ...config, version: VERSION }, null);
  await close();
  const platforms = await examinePlatforms(config);
  const findings = [...corpusLines(corpus), ...platforms.lines];
  for (const line of findings) stdout.write(`${displayable(line)}\n`);
  if (!platforms.well) process.exitCode = EXIT.mendable;
}

/** Prints a Slack app manifest; with a public address and no app token, for HTTP. */
export async function printManifest(): Promise<void> {
  const { commandPrefix: prefix, publicUrl, slack } = loadConfig();
  const { createManifest } = await import('../../adapters/slack/manifest.ts');
  const url = publicUrl !== null && !slack?.appToken ? `${publicUrl}/slack/events` : null;
  stdout.write(`${JSON.stringify(createManifest({ commands, prefix, url }), null, 2)}\n`);
}

/** Removes what a person, or a channel, left behind, and says how much. */
export async function forget({ person, channel }: { person?: string; channel?: string }): Promise<void> {
  const config = loadConfig();
  if ((person === undefined) === (channel === undefined)) {
    throw new UserError('Name a person or a channel: --person or --channel. See dossier forget --help.', {
      code: 'invalid-option',
    });
  }
  const whom =
    person === undefined
      ? parseErasureTarget('channel', channel ?? '')
      : parseErasureTarget('person', person);
  const store = await openStore(config);
  const removed = await store.upkeep.forget(whom);
  await store.upkeep.close();
  if (whom.platform === 'terminal') await rm(historyFile(config.dataDir), { force: true });
  stdout.write(`Forgotten: ${removed} conversations, answers, remarks and digests.\n`);
}

type EvaluateFlags = Pick<EvaluateOptions, 'split' | 'out' | 'write'>;

/** Measures the answers on judged sets; the figures go to standard output, progress to standard error. */
export async function evaluateSets(dir: string, flags: EvaluateFlags): Promise<void> {
  const [{ evaluate }, { createMiniSearchIndex }] = await Promise.all([
    import('../evaluation/evaluate.ts'),
    import('../../core/search/minisearch/minisearch-index.ts'),
  ]);
  const print = (line: string) => void stdout.write(`${line}\n`);
  await evaluate({ dir, ...flags, createIndex: createMiniSearchIndex, print, progress: tell });
}

/** The file in which what was typed in the local chat is kept. */
export function historyFile(dataDir: string): string {
  return join(dataDir, 'history');
}
