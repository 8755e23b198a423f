import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { FeedProblem } from '../../src/core/collecting/feed.ts';
import { feedReader } from '../../src/readers/feed/reader.ts';

// Reads every feed in folders, and each again with bytes changed, cut or doubled; counts what was read, what was refused and why, what
// failed in any other way, and how long the slowest took. Arguments: how many changed versions of each file, then folders.

const [, , versions = '0', ...folders] = process.argv;
const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
let slowest = { milliseconds: 0, file: '' };
let seed = 1;

for (const folder of folders) {
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(file);
    await tryFile(file, bytes, 'as it is');
    for (let version = 0; version < Number(versions); version++)
      await tryFile(file, change(bytes), 'changed');
  }
}
for (const [what, number] of [...counts].sort()) process.stdout.write(`${number}\t${what}\n`);
process.stdout.write(`slowest: ${slowest.milliseconds} ms, ${slowest.file}\n`);

async function tryFile(file: string, bytes: Uint8Array, how: string): Promise<void> {
  const begun = performance.now();
  try {
    const { items } = await feedReader.read(bytes, { address: 'https://example.org/feed', charset: null });
    count(`${how}: read${items.length === 0 ? ', without items' : ''}`);
  } catch (error) {
    if (error instanceof FeedProblem) count(`${how}: ${error.message}`);
    else {
      count(`${how}: CRASHED`);
      process.stdout.write(`${file}: ${error}\n`);
    }
  }
  const milliseconds = Math.round(performance.now() - begun);
  if (milliseconds > slowest.milliseconds)
    slowest = { milliseconds, file: `${file} (${bytes.length} bytes)` };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:xml|json|rss|atom|rdf)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A version with a few bytes replaced, a part cut out or a part doubled; the same in every run. */
function change(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let times = random(8); times >= 0 && changed.length > 0; times--)
    changed[random(changed.length)] = random(256);
  const [at, length] = [random(changed.length + 1), random(200)];
  switch (random(3)) {
    case 0:
      return changed;
    case 1:
      return Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)]);
    default:
      return Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)]);
  }
}

function random(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}
