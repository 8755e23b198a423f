import { existsSync } from 'node:fs';
import { DECLARATIONS } from '../../../commands/index.ts';
import { parseErasureTarget } from '../../core/bot/erasure-target.ts';
import type { Findings, OperatorCommand } from '../../core/bot/platform.ts';
import { createMiniSearchIndex } from '../../core/search/minisearch/minisearch-index.ts';
import { displayable } from '../../core/text/displayable.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type Config, type ConfiguredPlatform, environmentVariables, loadConfig } from '../config.ts';
import { corpusLines } from '../corpus-report.ts';
import type { EvaluateOptions } from '../evaluation/evaluate.ts';
import { openRecordedDocuments } from '../open-recorded-documents.ts';
import { openStore, prepareDataDir } from '../open-store.ts';
import { tell } from '../operator.ts';
import { PLATFORMS } from '../platforms.ts';
import { warningOf } from '../settings-file.ts';
import { completeAddress } from './channel.ts';
import { EXIT } from './failures.ts';
import { examineMailbox } from './mailbox-findings.ts';

const { stdout } = process;

/** Reads the corpus and prints what was read of each collection, and every file that is not indexed. */
export async function listCorpus(): Promise<void> {
  printLines(await readCorpusLines(loadConfig()));
}

/** Checks the settings, the store and every platform, and says what to do about problems. */
export async function doctor(): Promise<void> {
  const config = loadConfig();
  await prepareDataDir(config.dataDir);
  if (config.databaseUrl !== null) await (await openStore(config)).upkeep.close();
  const corpus = await readCorpusLines(config);
  const found = await Promise.all([...config.platforms.map(examine), examineMailbox(config.mailbox)]);
  const settings = warningOf('.env');
  printLines(
    [...(settings === null ? [] : [settings]), ...corpus, ...found.flatMap(({ lines }) => lines)].map(
      displayable,
    ),
  );
  if (found.some(({ ok }) => !ok)) process.exitCode = EXIT.mendable;
}

/** What a platform says of its settings, or how to turn it on. */
async function examine({ platform, settings }: ConfiguredPlatform): Promise<Findings> {
  if (settings) return (await platform.doctor?.(settings)) ?? { lines: [], ok: true };
  const { name, title, settings: schema } = platform;
  return { lines: [`${title}: ${schema.variables[0]} is not set (docs/${name}.md).`], ok: true };
}

async function readCorpusLines(config: Config): Promise<string[]> {
  const { library, close } = await openRecordedDocuments(config, { isThorough: true });
  await close();
  if (!existsSync(config.corpusDir))
    tell(`There is no corpus folder at ${config.corpusDir}: this is what the database has.`);
  return corpusLines(library);
}

function printLines(lines: readonly string[]): void {
  for (const line of lines) stdout.write(`${line}\n`);
}

/** Prints what a command of a platform's gives. */
export async function runOperatorCommand({ run }: OperatorCommand): Promise<void> {
  const { publicUrl } = loadConfig();
  const text = await run({ variables: environmentVariables(), commands: DECLARATIONS, publicUrl });
  stdout.write(`${text}\n`);
}

/** Deletes the data of a person or a channel, and says how much. */
export async function forget({ person, channel }: { person?: string; channel?: string }): Promise<void> {
  const config = loadConfig();
  if ((person === undefined) === (channel === undefined)) {
    throw new UserError('Give either --person or --channel. See dossier forget --help.', {
      code: 'invalid-option',
    });
  }
  const target =
    person === undefined
      ? parseErasureTarget('channel', completeAddress(channel ?? ''), 'terminal:local/terminal')
      : parseErasureTarget('person', person, 'terminal:local/local');
  const store = await openStore(config);
  const removed = await store.upkeep.forget(target);
  await store.upkeep.close();
  await PLATFORMS.find(({ name }) => name === target.platform)?.erase?.(target, config.dataDir);
  stdout.write(`Deleted ${removed} conversations, answers, feedback entries and digests.\n`);
}

type EvaluateFlags = Pick<EvaluateOptions, 'split' | 'out' | 'write'>;

/** Measures the answers to questions of one's own, or on judged sets; prints figures to standard output, progress to standard error. */
export async function evaluateSets(dir: string, flags: EvaluateFlags): Promise<void> {
  const print = (line: string) => void stdout.write(`${line}\n`);
  const { evaluateQuestions, findQuestions } = await import('../evaluation/evaluate-questions.ts');
  const folders = await findQuestions(dir);
  if (folders.length > 0)
    return evaluateQuestions({ ...flags, folders, config: loadConfig(), print, progress: tell });
  const { evaluate } = await import('../evaluation/evaluate.ts');
  await evaluate({ dir, ...flags, createIndex: async () => createMiniSearchIndex(), print, progress: tell });
}
