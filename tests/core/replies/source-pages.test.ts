import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../src/core/library/documents/document.ts';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { composeList, composeNote } from '../../../src/core/replies/compose-reply.ts';
import { jsonReply } from '../../../src/core/replies/json-reply.ts';
import type { AnswerReply, Reply } from '../../../src/core/replies/reply.ts';
import { NO_PAGES, type SourcePages, withPages } from '../../../src/core/replies/source-pages.ts';
import { ADA } from '../../fakes/insider-chat.ts';
import { LOCAL } from '../../fakes/local-chat.ts';
import { CONTEXT, createPoint, createSource } from '../../fakes/replies.ts';

const PAGES: SourcePages = {
  linkTo: ({ document, start, answer }, { user }) => `https://desk/${document}/${start}/${user}/${answer}`,
  pageOf: ({ kind, name }, { user }) => `https://desk/${kind}/${name}/${user}`,
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
    'https://desk/harbour/bare/7/local/abc',
    'https://harbour.example/#:~:text=a',
    'https://desk/harbour/bare/90/local/abc',
  ]);
  const listed = blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []));
  expect(listed.map(({ url }) => url)).toEqual([
    'https://desk/harbour/bare/7/local/abc',
    'https://harbour.example/',
  ]);
});

test('the JSON reply keeps what is known of the document, and without pages nothing changes', () => {
  const message = composeMessage(REPLY, { shown: withPages(REPLY, PAGES, LOCAL) });
  expect(jsonReply(message)).toEqual(jsonReply(composeMessage(REPLY)));
  expect(withPages(REPLY, NO_PAGES, LOCAL)).toEqual(REPLY);
});

describe('the page of what a list is about', () => {
  const shown = (reply: Reply, pages = PAGES) => composeMessage(withPages(reply, pages, LOCAL)).text;
  const file = { name: 'dossier-abc.md', type: 'text/markdown', text: '# Who?' };

  test('is named under the sources of an answer, its export and the details of a topic', () => {
    const sources = composeList({ ...CONTEXT, command: 'sources' }, { id: 'abc' });
    expect(shown(sources)).toBe('page · https://desk/answers/abc/local');
    const exported = composeNote({ ...CONTEXT, command: 'export' }, 'dossier-abc.md: 1 excerpt.', {
      id: 'abc',
      file,
    });
    expect(shown(exported)).toContain('page · https://desk/answers/abc/local');
    const topic = composeList({ ...CONTEXT, command: 'topics' }, { topic: 'ferry' });
    expect(shown(topic)).toBe('page · https://desk/topics/ferry/local');
  });

  test('is a link in words where its address is signed, since nobody can read that', () => {
    const signed = { ...PAGES, pageOf: () => 'https://desk/answers/abc?key=1' };
    const sources = composeList({ ...CONTEXT, command: 'sources' }, { id: 'abc' });
    expect(composeMessage(withPages(sources, signed, ADA)).text).toBe(
      'page · this answer, to read, print and export',
    );
    const [block] = composeMessage(withPages(sources, signed, ADA)).blocks;
    expect(block).toMatchObject({ items: [{ url: 'https://desk/answers/abc?key=1' }] });
    expect(shown(sources, signed)).toBe('page · https://desk/answers/abc?key=1'); // a terminal may show no links
  });

  test('is not named under an answer, nor under any other list or note', () => {
    for (const reply of [
      REPLY,
      composeList({ ...CONTEXT, command: 'topics' }, {}),
      composeList({ ...CONTEXT, command: 'digest' }, { topic: 'ferry' }),
      composeNote(CONTEXT, 'Saved.', { id: 'abc' }),
    ])
      expect(shown(reply)).not.toContain('page ·');
  });
});
