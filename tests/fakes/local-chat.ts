import { commands } from '../../commands/index.ts';
import type { Asked } from '../../src/core/chat/invocation.ts';
import { dispatch } from '../../src/core/commands/dispatch.ts';
import { createCore } from '../../src/core/core.ts';
import { type CorpusContents, createCorpus } from '../../src/core/corpus/corpus.ts';
import { loadCorpusFolder } from '../../src/core/corpus/corpus-folder.ts';
import { type JsonReply, jsonReply } from '../../src/core/messages/json-reply.ts';
import { createMiniSearchIndex } from '../../src/core/search/minisearch-index.ts';
import { textReader } from '../../src/readers/text.ts';

/** Somebody at a terminal that has no screen. */
export interface LocalChat {
  /** Types a line, in the one conversation unless another is named. */
  say(line: string, conversation?: string): Promise<JsonReply>;
  run(asked: Asked, conversation?: string): Promise<JsonReply>;
}

/** Opens a chat on documents given, everything in it real but the terminal. */
export async function openLocalChat(contents: CorpusContents): Promise<LocalChat> {
  const corpus = createCorpus(contents);
  const index = createMiniSearchIndex();
  await index.add(corpus.documents.map((document) => ({ document, passages: corpus.passages(document.id) })));
  const core = await createCore({ corpus, index, commands });
  const run = async (asked: Asked, conversation = 'terminal:local/terminal') => {
    const reader = {
      platform: 'terminal',
      workspace: 'local',
      channel: 'terminal',
      user: 'local',
      private: false,
    };
    return jsonReply(await dispatch(core, { asked, conversation, reader, manager: true }));
  };
  return {
    run,
    say: (text, conversation) => run({ kind: 'line', text }, conversation),
  };
}

/** The corpus that comes with the project. */
export function loadOwnCorpus(): Promise<CorpusContents> {
  return loadCorpusFolder(OWN_CORPUS, [textReader]);
}

/** The folder of the corpus that comes with the project. */
export const OWN_CORPUS = new URL('../../corpus', import.meta.url).pathname;
