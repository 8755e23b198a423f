import type { Call } from '../../src/core/bot/core.ts';
import { findTopic } from '../../src/core/library/find-topic.ts';
import { topicKey } from '../../src/core/library/readable-topics.ts';
import { MAX_TITLE, TOPIC_NAME, type Topic } from '../../src/core/library/topic.ts';
import { emptyReply, type Reply } from '../../src/core/replies/reply.ts';
import { echo } from '../../src/core/text/echo.ts';
import { UserError } from '../../src/core/text/user-error.ts';

const MAX_NAME = 60; // characters
const MAX_QUERY = 500; // characters
const MAX_TOPICS = 200; // of one workspace

/** A topic as somebody in a chat describes it. */
export interface TopicDraft {
  readonly name: string | null;
  readonly query: string | null;
  readonly title: string | null;
}

/** Makes a topic for this workspace. */
export async function addTopic(call: Call, draft: TopicDraft): Promise<Reply> {
  const name = checkedName(
    needed(draft.name, 'a name and what to look for', 'add ferry-fares ferry fares island'),
  );
  const query = checkedQuery(needed(draft.query, 'what to look for', `add ${name} ferry fares island`));
  if (call.topics.some((known) => topicKey(known) === topicKey({ name })))
    throw new UserError(`There is a topic "${name}" already. Change it with /topics edit ${name}.`, {
      code: 'topic-exists',
    });
  const made = await call.core.store.topics.list(call.invocation.audience);
  if (made.length >= MAX_TOPICS)
    throw new UserError(`There are ${made.length} topics, which is the most. Remove one first.`, {
      code: 'too-many-topics',
    });
  const topic: Topic = {
    ...{ name, query, title: draft.title === null ? titleOf(name) : checkedTitle(draft.title) },
    ...{ collections: null, synonyms: [], aspects: [] },
  };
  return store(call, topic, `Added. Type /brief ${name} for a brief.`);
}

/** Changes what a topic of this workspace looks for, its title, or both. */
export async function editTopic(call: Call, { name, query, title }: TopicDraft): Promise<Reply> {
  const topic = await ownTopic(
    call,
    needed(name, 'its name and what to look for', 'edit ferry-fares ferry fares island'),
  );
  if (query === null && title === null)
    needed(null, 'what to look for', `edit ${topic.name} ferry fares island`);
  const changed: Topic = {
    ...topic,
    query: query === null ? topic.query : checkedQuery(query),
    title: title === null ? topic.title : checkedTitle(title),
  };
  return store(call, changed, `Changed. Type /brief ${topic.name} for a brief.`);
}

/** Removes a topic of this workspace, and says how to make it again. */
export async function removeTopic(call: Call, name: string | null): Promise<Reply> {
  const topic = await ownTopic(call, needed(name, 'its name', 'remove ferry-fares'));
  await call.core.store.topics.remove(call.invocation.audience, topic.name);
  const again = `/topics add ${topic.name} title:"${topic.title.replaceAll('"', '”')}" ${topic.query}`;
  return { ...topicReply(call), note: `Removed ${topic.name}. To make it again: ${again}` };
}

async function store(call: Call, topic: Topic, note: string): Promise<Reply> {
  const { core, invocation, at } = call;
  await core.store.topics.put(invocation.audience, topic, { user: invocation.audience.user, at });
  const items = [{ id: 'query', title: '', detail: topic.query }];
  return { ...topicReply(call), topic: topic.name, headline: topic.title, items, note };
}

/** A topic that was made in chat; those of the corpus are changed in their file. */
async function ownTopic(call: Call, name: string): Promise<Topic> {
  const topic = findTopic(name, call.topics);
  const made = await call.core.store.topics.list(call.invocation.audience);
  const own = made.find((known) => topicKey(known) === topicKey(topic));
  if (own && !call.core.corpus.topics.includes(topic)) return own;
  throw new UserError(`The topic "${topic.name}" comes from topics.yaml. Change it there.`, {
    code: 'topic-of-corpus',
  });
}

function topicReply({ invocation, coverage }: Call): Reply {
  return emptyReply('note', { conversation: invocation.conversation, command: 'topics', coverage });
}

function needed(value: string | null, what: string, example: string): string {
  if (value !== null) return value;
  throw new UserError(`Say ${what}, for example: /topics ${example}`, { code: 'missing-option' });
}

function checkedName(name: string): string {
  if (TOPIC_NAME.test(name) && name.length <= MAX_NAME) return name.normalize('NFC');
  throw new UserError(
    `"${echo(name)}" is not a topic name. Use letters, digits and hyphens, at most ${MAX_NAME}, for example ferry-fares.`,
    { code: 'invalid-option' },
  );
}

function checkedQuery(query: string): string {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new UserError('There are no words to look for. Name what the topic is about.', {
      code: 'invalid-option',
    });
  if (query.length <= MAX_QUERY) return query.replace(/\s+/g, ' ');
  throw new UserError(`What to look for has ${query.length} characters. Use at most ${MAX_QUERY}.`, {
    code: 'invalid-option',
  });
}

function checkedTitle(title: string): string {
  if (title.length <= MAX_TITLE) return title.replace(/\s+/g, ' ');
  throw new UserError(
    `The title has ${title.length} characters. Use at most ${MAX_TITLE}, a line on a phone.`,
    {
      code: 'invalid-option',
    },
  );
}

/** `ferry-fares` → `Ferry fares` */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ').trim();
  return words.replace(/^./u, (letter) => letter.toUpperCase());
}
