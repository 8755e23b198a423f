import { posix } from 'node:path';
import type { ChatRequest, Invocation } from '../../src/core/bot/invocation.ts';
import type { Audience } from '../../src/core/library/audience.ts';
import type { CommandOffer, ListReply, NoteReply, Reply } from '../../src/core/replies/reply.ts';
import { type CollectingWorld, createWorld } from './collecting-world.ts';
import { createContents, createDocument } from './documents.ts';
import { createTestDossier, LOCAL, type TestDossier } from './local-chat.ts';
import { openMemoryStore } from './store.ts';

/** A chat in which documents are added to a corpus, and a web without a network. */
export interface AddingWorld {
  readonly world: CollectingWorld;
  readonly dossier: TestDossier;
  ask(request: ChatRequest, who?: Partial<Invocation> & { audience?: Audience }): Promise<Reply>;
  say(text: string, who?: Partial<Invocation>): Promise<Reply>;
  /** Presses the first button of a reply. */
  press(reply: Reply, who?: Partial<Invocation>): Promise<Reply>;
}

const DOCUMENTS = [
  createDocument('news/added/quay-0badcafe', { title: 'The quay', text: 'The quay is old.' }),
  createDocument('news/about', { title: 'About', text: 'What this is about.' }),
  createDocument('secret/plan', { title: 'The plan', text: 'The plan is secret.' }),
];

/** Makes one: the collection `secret` is readable in one channel of another platform only. */
export async function createAddingWorld({ looks = true } = {}): Promise<AddingWorld> {
  const store = await openMemoryStore();
  const world = await createWorld({ over: { named: async () => [], sources: store.sources } });
  const contents = createContents(DOCUMENTS);
  const collections = contents.collections.map((each) =>
    each.id === 'secret' ? { ...each, readable: ['chat:W/C'] } : each,
  );
  const placeOf = async (id: string) => ({
    ...{ file: `${posix.dirname(id)}/sources.yaml`, name: `${posix.basename(id)}.html` },
    isPart: false,
  });
  const sourceEditor = { placeOf, change: () => Promise.reject(new Error('Nothing is described here.')) };
  const intake = { ...world.ports, looks };
  const dossier = await createTestDossier({ ...contents, collections }, { store, intake, sourceEditor });
  const ask: AddingWorld['ask'] = async (request, who = {}) => {
    const asked = { request, conversation: 'c', audience: LOCAL, manager: true, ...who };
    return (await dossier.dispatch(asked)).reply;
  };
  return {
    ...{ world, dossier, ask },
    say: (text, who) => ask({ kind: 'line', text }, who),
    press(reply, who) {
      const { command, options } = firstOffer(reply as ListReply | NoteReply);
      return ask({ kind: 'command', command, options }, who);
    },
  };
}

function firstOffer(reply: ListReply | NoteReply): CommandOffer {
  const found = reply.kind === 'list' ? reply.offers?.[0] : reply.confirm;
  if (!found) throw new Error(`Nothing is offered: ${reply.note}`);
  return found;
}
