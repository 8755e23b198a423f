import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createReplies as forDiscord } from '../src/adapters/discord/replies.ts';
import { createReplies as forSlack } from '../src/adapters/slack/replies.ts';
import { localInvocation } from '../src/adapters/terminal/local-invocation.ts';
import { createReplies as forWeb } from '../src/adapters/web/replies.ts';
import { createActionSigner } from '../src/core/bot/action-signer.ts';
import { packAction } from '../src/core/bot/button-action.ts';
import type { ReplySetting } from '../src/core/bot/interaction/reply-layout.ts';
import { restoreCorpus, saveCorpus } from '../src/core/library/following/saved-corpus.ts';
import { createFileReader } from '../src/core/library/reading/read-document.ts';
import { jsonReply } from '../src/core/replies/json-reply.ts';
import type { Message } from '../src/core/replies/message.ts';
import { createMiniSearchIndex } from '../src/core/search/minisearch/minisearch-index.ts';
import { loadCorpusFolder } from './fakes/corpus-folder.ts';
import { createFolder } from './fakes/folder.ts';
import { followInMemory } from './fakes/follow.ts';
import { createTestDossier } from './fakes/local-chat.ts';
import { pagedReader } from './fakes/paged-reader.ts';

const FILES = {
  'topics.yaml': 'ferry: { title: The ferry, query: ferry fares island council }',
  'harbour/report.pdf':
    '[iv]The ferry to the island will cost ten crowns, the council decided in \f[v OCR]March after a long debate about fares.',
  'harbour/talk.pptx': 'Our harbour is old.\n\n\fThe island ferry carried 40,000 people last year.',
  'harbour/fares.xlsx': '[Summer]Ferry fares to the island: adults ten crowns, children four crowns.',
  'harbour/letter.pdf': '[1 OCR]Dear council, the ferry to the island is far too dear for us.',
  'harbour/sources.yaml': 'report.pdf: { url: "https://example.org/report.pdf" }',
};
const LINES = [
  '/brief ferry',
  'What will the ferry cost?',
  'sources',
  '/sources 1',
  '/search ferry',
  '/digest add ferry',
  '/digest preview',
];

const now = () => new Date('2026-11-24T14:00:00Z');
const actions = createActionSigner({ secret: 's', days: 90, longest: 100, now });
const setting: ReplySetting = {
  ...{ request: { kind: 'line', text: '' }, page: 1, scope: { workspace: 'W', channel: 'C' } },
  ...{ forAsker: false, followsText: false, shareable: true, threads: false },
};
const PLATFORMS: Readonly<Record<string, (message: Message) => unknown>> = {
  replies: ({ text }) => text,
  discord: (message) => forDiscord(actions).of(message, setting).components,
  slack: (message) => forSlack(actions).of(message, setting),
  web: (message) => forWeb({ sign: packAction, spell: String }).of(message, setting).markup,
};

let root: string;
let messages: readonly Message[];

beforeAll(async () => {
  root = createFolder(FILES);
  const dossier = await createTestDossier(await loadCorpusFolder(root, [pagedReader]));
  const said: Message[] = [];
  for (const text of LINES) said.push(await dossier.dispatch(localInvocation({ kind: 'line', text })));
  messages = said;
});

describe('replies from documents with pages', () => {
  test.each(Object.keys(PLATFORMS))('name them as kept: %s', async (platform) => {
    const shown = messages.map((message, at) => `› ${LINES[at]}\n\n${plain(PLATFORMS[platform]?.(message))}`);
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${platform}/pages.txt`);
  });

  test('have the label of the page in JSON, and what was read by OCR says so', () => {
    const points = messages.map(jsonReply).flatMap((reply) => reply.points);
    const pages = new Set(points.map(({ document, page, url, ocr }) => [document, page, url, ocr].join(' ')));
    expect([...pages].sort()).toEqual([
      'harbour/fares Summer  ',
      'harbour/letter 1  true',
      'harbour/report iv https://example.org/report.pdf#page=1 true',
      'harbour/talk 2  ',
    ]);
  });

  test('name the same pages once the corpus was saved and restored', async () => {
    const saved = { path: join(createFolder(), 'index.jsonl'), root, version: '1.0.0' };
    const [index, again] = [createMiniSearchIndex(), createMiniSearchIndex()];
    const read = createFileReader([pagedReader]);
    const follower = followInMemory({ root, read, sink: index, now });
    await follower.refresh();
    await saveCorpus(saved, follower.state, index);
    const { state } = await restoreCorpus(saved, again);
    const restored = followInMemory({ root, read, sink: again, now, saved: state });
    await restored.refresh();
    expect(restored.library.documents).toEqual(follower.library.documents);
    expect(restored.library.documents.map(({ pages }) => pages?.starts.length)).toEqual([1, 1, 2, 2]);
  });
});

/** What is sent, without the signed part of buttons, which changes from day to day. */
function plain(sent: unknown): string {
  if (typeof sent === 'string') return sent;
  const isSigned = (key: string) => key === 'custom_id' || key === 'value';
  const json = JSON.stringify(sent, (key, value) => (isSigned(key) ? undefined : value), 1);
  return json.replaceAll('\\n', '\n');
}
