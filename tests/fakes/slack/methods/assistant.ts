import { type Body, bodiesOf, lengthOf, stringOf } from '../../json.ts';
import { storedMessage } from '../message.ts';
import { joinedChannel, type Method } from '../method.ts';
import { countProblems, fault, refuseIf } from '../refusal.ts';
import { itemsOf, shapeProblems, stringProblems } from '../shape.ts';
import type { World } from '../world.ts';

const scopes = ['assistant:write', 'chat:write'];
const MOST_PROMPTS = 4; // (Slack docs, assistant.threads.setSuggestedPrompts)

/** What an agent says about its threads. */
export const assistantMethods: readonly Method[] = [
  { name: 'assistant.threads.setStatus', scopes, answer: setStatus },
  { name: 'assistant.threads.setTitle', scopes: ['assistant:write'], answer: setTitle },
  { name: 'assistant.threads.setSuggestedPrompts', scopes: ['assistant:write'], answer: setPrompts },
];

function setStatus(world: World, body: Body): Body {
  inThread(world, body, true);
  if (typeof body.status !== 'string') throw fault('invalid_arguments');
  return {};
}

function setTitle(world: World, body: Body): Body {
  inThread(world, body, true);
  if (stringOf(body.title) === '' || lengthOf(stringOf(body.title)) > 255) throw fault('invalid_arguments');
  return {};
}

// The agent view takes prompts for its front page too, without a thread (Bolt 5.1's types).
function setPrompts(world: World, body: Body): Body {
  inThread(world, body, !world.options.agentView);
  refuseIf(
    [
      ...countProblems('/prompts', bodiesOf(body.prompts).length, [1, MOST_PROMPTS]),
      ...itemsOf(body.prompts, '/prompts', (prompt, at) => [
        ...shapeProblems(prompt, at, { required: ['title', 'message'] }),
        ...stringProblems(prompt, at, { field: 'title', bounds: [1, Number.POSITIVE_INFINITY] }),
        ...stringProblems(prompt, at, { field: 'message', bounds: [1, Number.POSITIVE_INFINITY] }),
      ]),
    ],
    'invalid_arguments',
  );
  return {};
}

function inThread(world: World, body: Body, isNeeded: boolean): void {
  const channel = joinedChannel(world, body.channel_id);
  if (body.thread_ts === undefined && !isNeeded) return;
  if (!storedMessage(world, channel.id, stringOf(body.thread_ts))) throw fault('invalid_thread_ts');
}
