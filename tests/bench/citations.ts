import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { DocumentId } from '../../src/core/library/documents/document.ts';
import { originOf } from '../../src/core/library/documents/document-origin.ts';
import { createFileReader } from '../../src/core/library/reading/read-document.ts';
import { documentsOf } from '../../src/core/library/reading/read-outcome.ts';
import { displayable } from '../../src/core/text/displayable.ts';
import { docxReader } from '../../src/readers/docx/reader.ts';
import { htmlReader } from '../../src/readers/html/reader.ts';
import { markdownReader } from '../../src/readers/markdown/reader.ts';
import { pdfReader } from '../../src/readers/pdf/reader.ts';
import { textReader } from '../../src/readers/text/reader.ts';
import { followInMemory } from '../fakes/follow.ts';
import { LOCAL } from '../fakes/local-chat.ts';
import { marksIn, openPagesOn, type PagesWorld } from '../fakes/pages.ts';

// Opens every citation of answers over corpora and compares what is marked with what was quoted, character for character; and
// follows each text fragment link as a browser does, over the stored text and over the whole page that it was read from.
// Arguments: how many questions of each set, then folders that hold `corpus` and `questions.jsonl`, or corpora alone.

interface Asked {
  readonly question: string;
  readonly history: readonly unknown[];
}

const [, , most = '40', ...folders] = process.argv;
const now = () => new Date('2026-11-24T14:00:00Z');
const read = createFileReader([textReader, markdownReader, htmlReader, pdfReader, docxReader]);

for (const folder of folders) await check(folder);

async function check(folder: string): Promise<void> {
  const root = existsSync(join(folder, 'corpus')) ? join(folder, 'corpus') : folder;
  const sink = { add: async () => {}, remove: async () => {} };
  const follower = followInMemory({ root, read, sink, now });
  await follower.refresh();
  const { documents, collections, topics } = follower.library;
  const world = await openPagesOn({ documents, collections, topics }, { now });
  const lines = [...topics.map(({ name }) => `/brief ${name} length:3m`), ...questionsOf(folder)].slice(
    0,
    Number(most),
  );
  const wholes = new Map<string, string | null>();
  const wholeOf = async (id: DocumentId) => {
    const known = wholes.get(id);
    if (known !== undefined) return known;
    const origin = originOf(follower.state, id);
    const collection = documents.find((each) => each.id === id)?.collection;
    const outcome =
      origin && collection && (await read({ ...origin, root, collection, known: null, whole: true }));
    const text = (outcome && documentsOf(outcome)[0]?.document.text) ?? null;
    wholes.set(id, text);
    return text;
  };
  const counts = { answers: 0, points: 0, marked: 0, fragments: 0, inText: 0, wholePages: 0, inWhole: 0 };
  for (const line of lines) {
    const { id, points } = await world.say(line);
    if (points.length > 0) counts.answers++;
    for (const point of points) {
      counts.points++;
      const wanted = displayable(point.text);
      const marked = await markedAt(world, { ...point, answer: id ?? '' });
      if (marked === wanted) counts.marked++;
      else tell('marked otherwise', point.document, { wanted, marked });
      const fragment = point.url?.split(':~:text=')[1];
      const text = world.dossier.library.get(point.document)?.document.text;
      if (!fragment || !text) continue;
      counts.fragments++;
      if (found(fragment, text) === wanted.replace(/\s+/g, ' ')) counts.inText++;
      else tell('the fragment finds something else in the text', point.document, { wanted, fragment });
      const whole = await wholeOf(point.document);
      if (whole === null) continue;
      counts.wholePages++;
      const inWhole = found(fragment, whole);
      if (inWhole === wanted.replace(/\s+/g, ' ')) counts.inWhole++;
      else
        tell('the fragment finds something else in the whole page', point.document, {
          wanted,
          inWhole,
          fragment,
        });
    }
  }
  process.stdout.write(`${folder}: ${JSON.stringify(counts)}\n`);
}

function questionsOf(folder: string): string[] {
  const file = join(folder, 'questions.jsonl');
  if (!existsSync(file)) return [];
  const all = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked);
  return all.filter(({ history }) => history.length === 0).map(({ question }) => question);
}

async function markedAt(
  world: PagesWorld,
  quoted: Parameters<PagesWorld['links']['linkTo']>[0],
): Promise<string> {
  const page = await world.get(world.links.linkTo(quoted, LOCAL) ?? '');
  const marks = marksIn(page);
  const first = marks.findIndex(({ id }) => id === 'quote');
  const next = marks.findIndex(({ id }, at) => at > first && id !== '');
  return displayable(
    marks
      .slice(first, next === -1 ? undefined : next)
      .map(({ words }) => words)
      .join(' '),
  );
}

/** What a browser would mark in a text (wicg.github.io/scroll-to-text-fragment): the first match, by whole words. */
function found(fragment: string, text: string): string | null {
  const all = text.replace(/\s+/g, ' ');
  const parts = fragment.split(',');
  if (parts.some((part) => /[&\s]/.test(part) || /-/.test(part.replace(/-$/, '')))) return null;
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : null;
  const [start = '', end = null] = parts.map(decodeURIComponent);
  const at = (words: string, from: number) => wordAt(all, words, from);
  for (let from = 0; ; ) {
    const before = prefix === null ? from : at(prefix, from);
    if (before === -1) return null;
    const begin = at(start, prefix === null ? before : before + prefix.length);
    if (begin === -1) return null;
    if (prefix !== null && all.slice(before + prefix.length, begin).trim() !== '') {
      from = before + 1;
      continue;
    }
    if (end === null) return all.slice(begin, begin + start.length);
    const last = at(end, begin + start.length);
    return last === -1 ? null : all.slice(begin, last + end.length);
  }
}

function wordAt(text: string, words: string, from: number): number {
  const [lower, wanted] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = lower.indexOf(wanted, from); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const inWord = (place: number) => /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, place - 1), place + 1));
    if (!inWord(at) && !inWord(at + wanted.length)) return at;
  }
  return -1;
}

function tell(what: string, document: string, details: object): void {
  process.stdout.write(`${what}: ${document} ${JSON.stringify(details)}\n`);
}
