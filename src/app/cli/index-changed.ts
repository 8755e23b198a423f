import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { displayable } from '../../core/text/displayable.ts';
import { UserError } from '../../core/text/user-error.ts';
import { type Config, loadConfig } from '../config.ts';
import { formatRefusal } from '../corpus-report.ts';
import type { ScanResult } from '../corpus-scanner.ts';
import type { Documents } from '../documents.ts';
import { openRecordedDocuments } from '../open-recorded-documents.ts';
import { EXIT } from './failures.ts';

const { stdin, stdout } = process;
const PAUSE = 250; // milliseconds between two looks while a file is still being written
const LOOKS = 40; // about ten seconds

/** Indexes the given files and folders, or removes what is no longer there, and says what was done; `-`: those that standard input names, one a line. */
export async function indexChanged(given: readonly string[]): Promise<void> {
  const config = loadConfig();
  const paths = await inCorpus(await namedPaths(given), config);
  const documents = await openRecordedDocuments(config, { only: [] });
  try {
    const { isDue, isElsewhere, changes } = await scanUntilSettled(documents, paths);
    if (isElsewhere) throw followedElsewhere(config);
    const refused = refusalsAt(documents, paths, config);
    const lines = [...changeLines(changes), ...refused, ...(isDue ? [UNSETTLED] : []), total(documents)];
    for (const line of lines) stdout.write(`${line}\n`);
    if (refused.length > 0 || isDue) process.exitCode = EXIT.mendable;
  } finally {
    await documents.close();
  }
}

async function namedPaths(given: readonly string[]): Promise<string[]> {
  if (given.length === 0)
    throw new UserError('Name the files that changed, or give - to read their names from standard input.', {
      code: 'no-files',
    });
  if (!given.includes('-')) return [...given];
  const lines = (await text(stdin)).split('\n').map((line) => line.replace(/\r$/, ''));
  return [...given.filter((path) => path !== '-'), ...lines.filter((line) => line !== '')];
}

/** Full paths in the corpus folder. A relative path begins in the working directory if that leads there, else in the corpus folder. */
async function inCorpus(
  paths: readonly string[],
  { corpusDir }: Pick<Config, 'corpusDir'>,
): Promise<string[]> {
  const places = [corpusDir, await realpath(corpusDir).catch(() => corpusDir)];
  return paths.map((path) => {
    for (const full of [resolve(path), resolve(corpusDir, path)])
      for (const place of places)
        if (full.startsWith(place + sep)) return join(corpusDir, relative(place, full));
    throw new UserError(`${displayable(path)} is not in the corpus folder ${corpusDir}.`, {
      code: 'not-in-corpus',
    });
  });
}

async function scanUntilSettled({ scan }: Documents, paths: readonly string[]) {
  const changes: ScanResult['change'][] = [];
  for (let at = 1; ; at++) {
    const { isDue, unread, change, isElsewhere } = await scan(paths);
    changes.push(change);
    if (!isDue || (unread === 0 && at >= LOOKS)) return { isDue, isElsewhere, changes };
    if (unread === 0) await sleep(PAUSE);
  }
}

function followedElsewhere({ corpusDir }: Config): UserError {
  if (!existsSync(corpusDir))
    return new UserError(`There is no corpus folder at ${corpusDir}, so nothing was looked at.`, {
      code: 'no-corpus',
    });
  return new UserError('Another process follows the corpus folder, and will find what changed there.', {
    code: 'followed-elsewhere',
  });
}

const UNSETTLED = 'Some files are still being written; name them again when they are complete.';

function changeLines(changes: readonly ScanResult['change'][]): string[] {
  const linesFor = (kind: keyof ScanResult['change'], word: string) =>
    changes.flatMap((change) => change[kind]).map((id) => `${word}: ${displayable(id)}`);
  return [
    ...linesFor('added', 'Added'),
    ...linesFor('changed', 'Changed'),
    ...linesFor('removed', 'Removed'),
  ];
}

/** What is not indexed of the named files, and of folders that are named. */
function refusalsAt({ library }: Documents, paths: readonly string[], { corpusDir }: Config): string[] {
  const named = paths.map((path) => relative(corpusDir, path).split(sep).join('/').normalize('NFC'));
  return library.refusals
    .filter(
      ({ file, partly }) => !partly && named.some((path) => file === path || file.startsWith(`${path}/`)),
    )
    .map(formatRefusal);
}

function total({ library }: Documents): string {
  const count = library.size().documents;
  return `${count} ${count === 1 ? 'document' : 'documents'} in the index.`;
}
