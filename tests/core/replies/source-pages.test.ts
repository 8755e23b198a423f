import { expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/document.ts';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { AnswerReply } from '../../../src/core/replies/reply.ts';
import { NO_PAGES, type SourcePages, withPages } from '../../../src/core/replies/source-pages.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import { CONTEXT, createPoint, createSource } from '../../fakes/replies.ts';

const PAGES: SourcePages = {
  linkTo: ({ document, start }, { user }) => `https://desk/${document}/${start}/${user}`,
};
const [BARE, LINKED] = ['harbour/bare', 'harbour/linked'] as [DocumentId, DocumentId];
const REPLY: AnswerReply = {
  ...CONTEXT,
  ...{ kind: 'answer', id: 'abc', topic: null, question: 'Who?', unknownWords: [], note: null, more: false },
  points: [
    createPoint({ document: BARE, start: 7, citation: 1, url: null }),
    createPoint({ document: LINKED, start: 3, citation: 2, url: 'https://harbour.example/#:~:text=a' }),
    createPoint({ document: BARE, start: 90, citation: 1, url: null }),
  ],
  sources: [
    createSource({ number: 1, document: BARE, url: null }),
    createSource({ number: 2, document: LINKED, url: 'https://harbour.example/' }),
  ],
};

test('a document without an address is opened on its page, at what each citation quotes', () => {
  const { blocks } = composeMessage(REPLY, { shown: withPages(REPLY, PAGES, LOCAL) });
  expect(blocks.flatMap((block) => (block.kind === 'quote' ? [block.url] : []))).toEqual([
    'https://desk/harbour/bare/7/local',
    'https://harbour.example/#:~:text=a',
    'https://desk/harbour/bare/90/local',
  ]);
  const listed = blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  expect(listed.map(({ url }) => url)).toEqual([
    'https://desk/harbour/bare/7/local',
    'https://harbour.example/',
  ]);
});

test('the JSON reply keeps what is known of the document, and without pages nothing changes', () => {
  const message = composeMessage(REPLY, { shown: withPages(REPLY, PAGES, LOCAL) });
  expect(jsonReply(message)).toEqual(jsonReply(composeMessage(REPLY)));
  expect(withPages(REPLY, NO_PAGES, LOCAL)).toEqual(REPLY);
});
