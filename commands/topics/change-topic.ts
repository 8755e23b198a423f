import type { RequestContext } from '../../src/core/bot/invocation.ts';
import type { Library } from '../../src/core/library/library.ts';
import { findTopic, topicNamed } from '../../src/core/library/topics/find-topic.ts';
import { MAX_TITLE, TOPIC_NAME, type Topic } from '../../src/core/library/topics/topic.ts';
import type { TopicCatalog } from '../../src/core/library/topics/topic-catalog.ts';
import type { TopicStore } from '../../src/core/library/topics/topic-store.ts';
import { composeNote, replyContext, toItem } from '../../src/core/replies/compose-reply.ts';
import type { NoteReply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { type Hint, hint } from '../../src/core/text/hint.ts';
import { UserError } from '../../src/core/text/user-error.ts';

/** The ports of `/topics`. */
export interface TopicsPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly topics: TopicCatalog;
  readonly topicStore: TopicStore;
}

/** A topic as a person describes it in chat. */
export interface TopicDraft {
  readonly name: string | null;
  readonly query: string | null;
  readonly title: string | null;
}

const MAX_NAME = 60; // characters
const MAX_QUERY = 500; // characters
const MAX_TOPICS = 200; // of one workspace

/** Adds a topic for this workspace. */
export async function addTopic(
  ports: TopicsPorts,
  context: RequestContext,
  draft: TopicDraft,
): Promise<NoteReply> {
  const name = newName(needed(draft.name, 'a topic name and a query', { action: 'add', ...SAMPLE }));
  const query = checkedQuery(needed(draft.query, 'a query', { action: 'add', ...SAMPLE, name }));
  await refuseTaken(ports, context, name);
  const title = draft.title === null ? titleFor(name) : checkedTitle(draft.title);
  // In this order: the ids of briefs hash the topic.
  const topic: Topic = { name, query, title, collections: null, synonyms: [], aspects: [] };
  return store(ports, context, topic, `Added. Type ${hint('brief', { topic: name })} for a brief.`);
}

/** A name may be used once; a workspace has so many topics at most. */
async function refuseTaken(
  { topics, topicStore }: TopicsPorts,
  { audience }: RequestContext,
  name: string,
): Promise<void> {
  const known = await topics.list(audience);
  if (topicNamed(name, known))
    throw new UserError(
      `The topic "${name}" already exists. Change it with ${hint('topics', { action: 'edit', name })}.`,
      {
        code: 'topic-exists',
      },
    );
  const { length } = await topicStore.list(audience);
  if (length >= MAX_TOPICS)
    throw new UserError(`There are ${length} topics, the maximum. Remove one first.`, {
      code: 'too-many-topics',
    });
}

/** Changes the query of a topic of this workspace, its title, or both. */
export async function editTopic(
  ports: TopicsPorts,
  context: RequestContext,
  { name, query, title }: TopicDraft,
): Promise<NoteReply> {
  const wanted = needed(name, 'a topic name and a new query', { action: 'edit', ...SAMPLE });
  const topic = await ownTopic(ports, context, wanted);
  if (query === null && title === null)
    needed(null, 'a query', { action: 'edit', ...SAMPLE, name: topic.name });
  const changed: Topic = {
    ...topic,
    query: query === null ? topic.query : checkedQuery(query),
    title: title === null ? topic.title : checkedTitle(title),
  };
  return store(ports, context, changed, `Changed. Type ${hint('brief', { topic: topic.name })} for a brief.`);
}

/** Removes a topic of this workspace; the reply says how to add it again. */
export async function removeTopic(
  ports: TopicsPorts,
  context: RequestContext,
  name: string | null,
): Promise<NoteReply> {
  const topic = await ownTopic(
    ports,
    context,
    needed(name, 'a topic name', { action: 'remove', name: SAMPLE.name }),
  );
  await ports.topicStore.remove(context.audience, topic.name);
  const { name: again, title, query } = topic;
  const adding = hint('topics', { action: 'add', name: again, title, query });
  const note = `Removed ${again}. To add it again: ${adding}`;
  return composeNote(replyContext(ports.library, context, 'topics'), note);
}

async function store(
  { library, topicStore }: TopicsPorts,
  context: RequestContext,
  topic: Topic,
  note: string,
): Promise<NoteReply> {
  const { audience, at } = context;
  await topicStore.put(audience, topic, { user: audience.user, at });
  const items = [toItem('query', topic.query)];
  const about = replyContext(library, context, 'topics');
  return composeNote(about, note, { topic: topic.name, headline: topic.title, items });
}

/** Finds a topic that was added in chat; those of the corpus are changed in their file. */
async function ownTopic(
  { topics, topicStore }: TopicsPorts,
  { audience }: RequestContext,
  name: string,
): Promise<Topic> {
  const topic = findTopic(name, await topics.list(audience));
  const added = await topicStore.list(audience);
  const own = topicNamed(topic.name, added);
  if (own && !topics.isOfCorpus(topic)) return own;
  throw new UserError(`The topic "${topic.name}" comes from topics.yaml. Change it there.`, {
    code: 'topic-of-corpus',
  });
}

const SAMPLE = { name: 'ferry-fares', query: 'ferry fares island' };

function needed(value: string | null, what: string, example: Hint['options']): string {
  if (value !== null) return value;
  throw new UserError(`Give ${what}, for example: ${hint('topics', example)}`, { code: 'missing-option' });
}

function checkedName(name: string): string {
  if (TOPIC_NAME.test(name) && name.length <= MAX_NAME) return name.normalize('NFC');
  throw new UserError(
    `"${echo(name)}" is not a topic name. Use up to ${MAX_NAME} letters, digits and hyphens, for example ferry-fares.`,
    { code: 'invalid-option' },
  );
}

const NO_NAME = /^(?:an?|the|my|our|your|new|this|that|topic|ein|eine|mein|le|la|les|un|une|mon|el|il|lo)$/i;

/** The name of a new topic: of several words in quotation marks, one with hyphens; never a word that only points at the name. */
function newName(typed: string): string {
  if (!NO_NAME.test(typed)) return checkedName(typed.trim().replace(/\s+/g, '-'));
  const example = hint('topics', { action: 'add', ...SAMPLE });
  throw new UserError(
    `"${echo(typed)}" is not a topic name. Type one word, or several in quotation marks, then what to search for: ${example}`,
    { code: 'invalid-option' },
  );
}

/** Returns a query on one line; a UserError if it has no words or too many characters. */
export function checkedQuery(query: string): string {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new UserError('The query has no words. Add words to search for.', {
      code: 'invalid-option',
    });
  if (query.length <= MAX_QUERY) return query.replace(/\s+/g, ' ');
  throw new UserError(`The query has ${query.length} characters. Use at most ${MAX_QUERY}.`, {
    code: 'invalid-option',
  });
}

function checkedTitle(title: string): string {
  if (title.length <= MAX_TITLE) return title.replace(/\s+/g, ' ');
  throw new UserError(`The title has ${title.length} characters. Use at most ${MAX_TITLE}.`, {
    code: 'invalid-option',
  });
}

/** `ferry-fares` → `Ferry fares` */
function titleFor(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words.replace(/^./u, (letter) => letter.toUpperCase());
}
