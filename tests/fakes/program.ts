import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import type { jsonReplyContract } from '../contracts/json-reply.ts';
import { OWN_CORPUS } from './corpus-folder.ts';
import { createFolder } from './folder.ts';

/** The built program. */
export const PROGRAM = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const PROGRESS = /^Reading documents: [\d,]+ of [\d,]+(?:, about \d+ \w+ left)?\.\n/gm; // said on a slow machine only
const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m;

/** How a run of the program ended, and what it said. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given; the corpus is the project's own unless another is named. */
export interface Settings {
  readonly input?: string | Uint8Array;
  readonly corpus?: string;
  readonly data?: string;
  /** The address of a PostgreSQL database. */
  readonly database?: string;
  /** Hosts on this machine that feeds may be fetched from. */
  readonly fetchAllow?: string;
  /** Settings besides, by their names. */
  readonly more?: Readonly<Record<string, string>>;
}

/** What a run finds in its environment: nothing but its own settings. */
export function environmentFor({
  corpus = OWN_CORPUS,
  data = '',
  database = '',
  fetchAllow = '',
  more = {},
}: Settings): Record<string, string> {
  const dossier = { DOSSIER_CORPUS_DIR: corpus, DOSSIER_DATA_DIR: data, DATABASE_URL: database };
  return { PATH: process.env.PATH ?? '', ...dossier, DOSSIER_FETCH_ALLOW: fetchAllow, ...more };
}

/** Runs the built program in an empty folder, with nothing in its environment but its own settings. No run may show a stack trace. */
export function dossier(
  args: readonly string[],
  { input = '', corpus = OWN_CORPUS, data, ...others }: Settings = {},
): Promise<Run> {
  const folder = createFolder();
  const env = environmentFor({ corpus, ...others, data: data ?? join(folder, 'data') });
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { cwd: folder, env },
      (_error, stdout, stderr) => {
        const traced = STACK_TRACE.test(stdout + stderr);
        if (traced) reject(new Error(`${args.join(' ')} shows a stack trace: ${stdout}${stderr}`));
        else resolve({ code: child.exitCode, stdout, stderr: stderr.replace(PROGRESS, '') });
      },
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/** A reply as programs get it. */
export type Reply = z.infer<typeof jsonReplyContract>;

/** The JSON replies on standard output, one a line. */
export function repliesOf({ stdout }: Run): Reply[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** The only JSON reply on standard output. */
export function replyOf(run: Run): Reply {
  const [reply, ...others] = repliesOf(run);
  if (!reply || others.length > 0) throw new Error(`Not one reply: ${run.stdout}${run.stderr}`);
  return reply;
}
