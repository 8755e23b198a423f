import type { types } from '@slack/bolt';
import { EXTERNAL, isRefused, reply } from './answering.ts';
import { retryWhenLimited } from './calls.ts';
import type { HandlerContext } from './handler-context.ts';
import { LIMITS } from './limits.ts';
import type { Block } from './rich-text.ts';

const SHOWN = ['topics', 'status', 'help'] as const;

/** Shows, on the app's Home tab, the topics, how Dossier is, and how to ask. */
export async function showHome(
  parts: HandlerContext,
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  try {
    if (isRefused(parts, await parts.people.teamOf(user)))
      return await publish(parts, user, parts.replies.note(EXTERNAL).blocks);
    const origin = { team: parts.team, channel, thread: null, user };
    const blocks: Block[] = [];
    for (const command of SHOWN) {
      const request = { kind: 'command', command, options: {} } as const;
      const { payload } = await reply(parts, origin, { request, forAsker: true });
      blocks.push(...payload.blocks.filter(({ type }) => type !== 'actions'));
    }
    await publish(parts, user, blocks.slice(0, LIMITS.blocks));
  } catch (cause) {
    parts.report(new Error('The Home tab in Slack could not be shown.', { cause }));
  }
}

async function publish({ client }: HandlerContext, user: string, blocks: readonly Block[]): Promise<void> {
  const view = { type: 'home', blocks } as unknown as types.HomeView;
  await retryWhenLimited(() => client.views.publish({ user_id: user, view }));
}
