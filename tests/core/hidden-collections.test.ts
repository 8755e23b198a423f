import { beforeAll, describe, expect, test } from 'vitest';
import type { Dispatch } from '../../src/core/bot/dispatch.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { CollectionId } from '../../src/core/library/documents/document.ts';
import type { Grade } from '../../src/core/library/documents/grade.ts';
import type { LibraryContents } from '../../src/core/library/memory-library.ts';
import { jsonReply } from '../../src/core/replies/json-reply.ts';
import { createDocument } from '../fakes/documents.ts';
import { createTestDossier, LOCAL } from '../fakes/local-chat.ts';

const OPEN = createDocument('open/ferry', {
  title: 'The ferry',
  text: 'The ferry sails at noon. The war of words about its price goes on.',
});
const SECRET = createDocument('secret/merger', {
  title: 'Project Falcon',
  published: '2031-05-04',
  tags: ['merger'],
  grade: 'A1' as Grade,
  text: 'Project Falcon merges the ferry with Acme. The ferry is worth nine million crowns.',
});
const GERMAN = createDocument('secret/krieg', {
  language: 'de',
  text: 'Der Preis war hoch, und die Fähre war alt.',
});

const TOPICS = [
  { name: 'ferry', title: 'The ferry', query: 'ferry price', collections: null, synonyms: [], aspects: [] },
  {
    name: 'falcon',
    title: 'Project Falcon',
    query: 'merger',
    collections: ['secret' as CollectionId],
    synonyms: [],
    aspects: [],
  },
];

const contents = (hidden: boolean): LibraryContents => ({
  documents: hidden ? [OPEN, SECRET, GERMAN] : [OPEN],
  collections: [
    { id: 'open' as CollectionId, title: null, readable: 'everywhere' as const },
    ...(hidden
      ? [{ id: 'secret' as CollectionId, title: 'Mergers', readable: ['chat:W1', 'chat:W2/C7'] }]
      : []),
  ],
  topics: hidden ? TOPICS : TOPICS.slice(0, 1),
  refused: hidden ? [{ file: 'secret/scan.txt', reason: 'holds no text' }] : [],
});

// Every way to reach a document, in one conversation.
const WAYS = [
  ...[
    '/brief',
    '/brief falcon',
    '/brief falco',
    '/brief ferry',
    '/brief ferry 3m',
    'more',
    'sources',
    '/sources 1',
  ],
  ...[
    'What is the ferry worth?',
    'war',
    'And Acme?',
    'Who merges with Acme?',
    'Project Falcon',
    'more',
    'sources',
    '/sources 2',
  ],
  ...['What is the ferry worth?', 'why', '/why secret/merger', '/why open/ferry', '/brief ferry', 'why'],
  ...['/ask topic:falcon What is it worth?', '/ask topic:ferry What is it worth?'],
  ...[
    '/search ferry',
    '/search Acme',
    '/search title:Falcon',
    '/search after:2030',
    '/search ferry tag:merger',
    '/search list:"Acme; Falcon; the ferry"',
    '/sources secret/merger grade:B2 confirm:yes',
    '/search ferry grade:A1',
    '/ask tag:merger What is the ferry worth?',
    '/brief ferry grade:A',
    '/new tag:merge',
    '/search "Project Falcon" page:1',
  ],
  ...[
    '/sources',
    '/sources secret/merger',
    '/sources secret/merge',
    '/sources secret/scan',
    '/topics',
    '/topics show falcon',
    '/status',
    '/brief ferry style:timeline',
    '/brief falcon style:timeline',
    '/brief ferry style:voices',
    '/brief falcon style:voices',
    '/brief ferry style:differences',
    '/brief falcon style:differences',
    '/help',
  ],
];

const OUTSIDERS: readonly Audience[] = [
  { platform: 'chat', workspace: 'W2', channel: 'C1', user: 'U1', private: false, local: false },
  { platform: 'chat', workspace: 'W3', channel: 'C7', user: 'U1', private: true, local: false },
  { platform: 'other', workspace: 'W1', channel: 'C7', user: 'U1', private: false, local: false },
  LOCAL,
];

let holding: Dispatch;
let without: Dispatch;

beforeAll(async () => {
  ({ dispatch: holding } = await createTestDossier(contents(true)));
  ({ dispatch: without } = await createTestDossier(contents(false)));
});

describe.each(OUTSIDERS)('to an audience in $platform:$workspace/$channel', (audience) => {
  test.each([true, false])(
    'a hidden collection is as if it were not there (manager: %s)',
    async (manager) => {
      const conversation = `${JSON.stringify(audience)} ${manager}`;
      expect(await talk(holding, audience, conversation, manager)).toEqual(
        await talk(without, audience, conversation, manager),
      );
    },
  );
});

describe.each([
  ['its workspace', { workspace: 'W1', channel: 'C1' }],
  ['its channel', { workspace: 'W2', channel: 'C7' }],
])('to an audience in %s', (_where, place) => {
  test('it is there', async () => {
    const audience: Audience = { platform: 'chat', user: 'U1', private: false, local: false, ...place };
    const replies = (await talk(holding, audience, JSON.stringify(place), false)).join('\n');
    expect(replies).toContain('Project Falcon merges the ferry with Acme.');
  });
});

async function talk(
  dispatch: Dispatch,
  audience: Audience,
  conversation: string,
  manager: boolean,
): Promise<string[]> {
  const replies: string[] = [];
  for (const text of WAYS) {
    const message = await dispatch({
      request: { kind: 'line', text },
      conversation,
      audience,
      manager,
    });
    replies.push(JSON.stringify(jsonReply(message)));
  }
  return replies;
}
