import { type Body, stringOf } from '../json.ts';
import { edit, post, remove, storedMessage } from './message.ts';
import { checkMessage } from './message-limits.ts';
import type { Pending } from './pending.ts';
import { fault } from './refusal.ts';
import { refused } from './refused.ts';
import type { Hook, World } from './world.ts';

const MOST_USES = 5; // (Slack docs)
const HOOK_LIVES = 30 * 60_000; // milliseconds (Slack docs)

/** Makes the response_url of what a user did. */
export function createHook(world: World, pending: Pending, originalTs?: string): string {
  const id = world.nextId('H');
  world.hooks.set(id, { pending, at: world.now(), originalTs, uses: 0 });
  return `${world.base}/hooks/${id}`;
}

/** Answers through a response_url. */
export function useHook(
  world: World,
  id: string,
  body: Body,
): { readonly status: number; readonly body: Body } {
  const hook = world.hooks.get(id);
  if (!hook || world.now() - hook.at > HOOK_LIVES)
    return { status: 404, body: { ok: false, error: 'expired_url' } };
  if (hook.uses >= MOST_USES) return { status: 404, body: { ok: false, error: 'used_url' } };
  hook.uses += 1;
  try {
    respond(world, hook, body);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    return { status: 400, body: refused(world, 'response_url', error) };
  }
}

function respond(world: World, hook: Hook, body: Body): void {
  const original = hook.originalTs === undefined ? undefined : originalOf(world, hook);
  if (body.delete_original === true) {
    if (!original) throw fault('no_original');
    remove(world, original);
    return;
  }
  checkMessage(world, body, { name: 'response_url' });
  if (body.replace_original === true) {
    if (!original) throw fault('no_original');
    edit(world, original, body);
    return;
  }
  const { ts } = postTo(world, hook.pending, body);
  hook.originalTs ??= ts;
}

function originalOf(world: World, { pending, originalTs = '' }: Hook) {
  return storedMessage(world, pending.channelId ?? '', originalTs);
}

/** Posts an answer as its response_type says: to the user alone unless that is in_channel. */
export function postTo(world: World, pending: Pending, body: Body) {
  const channel = world.channels.get(pending.channelId ?? '');
  if (!channel) throw fault('channel_not_found');
  const type = body.response_type ?? 'ephemeral';
  if (type !== 'ephemeral' && type !== 'in_channel') throw fault('invalid_response_type');
  return post(world, {
    ...{ channel, userId: world.bot.id, body, pending },
    threadTs: stringOf(body.thread_ts) || undefined,
    ephemeralFor: type === 'ephemeral' ? pending.userId : undefined,
  });
}
