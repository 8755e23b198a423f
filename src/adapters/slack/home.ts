import type { types } from '@slack/bolt';
import { reply } from './answering.ts';
import { retryWhenLimited } from './calls.ts';
import { EXTERNAL, isRefused } from './external.ts';
import type { HandlerContext } from './handler-context.ts';
import { LIMITS } from './limits.ts';
import type { MessageOrigin } from './message-origin.ts';
import type { Block } from './rich-text.ts';

/** Shows the topics, the status and how to ask on the app's Home tab. */
export async function showHome(
  context: HandlerContext,
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  try {
    const blocks = isRefused(context, await context.people.teamOf(user))
      ? context.replies.note(EXTERNAL).blocks
      : await homeBlocks(context, { team: context.team, channel, thread: null, user });
    const view = { type: 'home', blocks } as unknown as types.HomeView;
    await retryWhenLimited(() => context.client.views.publish({ user_id: user, view }));
  } catch (cause) {
    context.report(new Error('Could not update the Home tab in Slack.', { cause }));
  }
}

const SHOWN = ['topics', 'status', 'help'] as const;

async function homeBlocks(context: HandlerContext, origin: MessageOrigin): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const command of SHOWN) {
    const request = { kind: 'command', command, options: {} } as const;
    const { payload } = await reply(context, origin, { request, forAsker: true });
    blocks.push(...payload.blocks.filter(({ type }) => type !== 'actions'));
  }
  return blocks.slice(0, LIMITS.blocks);
}
