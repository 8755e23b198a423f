import { createHash } from 'node:crypto';
import type { App, BlockAction } from '@slack/bolt';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import type { InFlight } from '../../core/text/in-flight.ts';
import { actOnClick, askByForm } from './actions.ts';
import { handleCommand, slashCommands } from './commands.ts';
import { FORM } from './form.ts';
import type { HandlerContext } from './handler-context.ts';
import { showHome } from './home.ts';
import { callbackOf } from './manifest.ts';
import { workspaceOf } from './message-origin.ts';
import { type HeardMessage, handleMessage } from './messages.ts';
import type { Respond } from './posting.ts';
import { ACTIONS } from './replies.ts';
import { useShortcut } from './shortcuts.ts';

/** Leads what Slack tells to what is done about it. What people do is acknowledged first, and done once. */
export function listen(app: App, parts: HandlerContext, inFlight: InFlight): void {
  const hold = (work: Promise<void>) => {
    inFlight.add(work.catch((cause) => parts.report(cause)));
    return work;
  };
  const once = (payload: object, work: () => Promise<void>) => hold(doOnce(parts, payload, work));
  for (const { name } of slashCommands(parts.commands, parts.prefix))
    app.command(name, async ({ ack, command, respond }) => {
      await ack();
      await once(command, () => handleCommand(parts, { command, respond: respond as unknown as Respond }));
    });
  app.event('app_mention', ({ event }) => hold(handleMessage(parts, event as HeardMessage)));
  app.event('message', ({ event }) => hold(handleMessage(parts, event as HeardMessage)));
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await hold(showHome(parts, event));
  });
  listenToClicks(app, parts, once);
}

type Once = (payload: object, work: () => Promise<void>) => Promise<void>;

function listenToClicks(app: App, parts: HandlerContext, once: Once): void {
  const names = new RegExp(`^(?:${Object.values(ACTIONS).join('|')})`);
  app.action(names, async ({ ack, body, action, respond }) => {
    await ack();
    const value = chosenValue(action);
    if (body.type !== 'block_actions' || value === null) return;
    const click = { body: body as BlockAction, value, respond: respond as unknown as Respond };
    await once(body, () => actOnClick(parts, click));
  });
  app.view(FORM, async ({ ack, body, view }) => {
    await ack();
    await once(body, () => askByForm(parts, { user: body.user, view } as never));
  });
  for (const menu of MESSAGE_MENUS) {
    const constraints = { type: 'message_action', callback_id: callbackOf(menu) } as const;
    app.shortcut(constraints, async ({ ack, shortcut, respond }) => {
      await ack();
      await once(shortcut, () =>
        useShortcut(parts, shortcut, { menu, respond: respond as unknown as Respond }),
      );
    });
  }
}

/** The same once more, perhaps to another process, has no effect: each has its own trigger in it. */
async function doOnce(parts: HandlerContext, payload: object, work: () => Promise<void>): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(payload)).digest('base64url');
  if (await parts.chat.claim(workspaceOf(parts.team), `interaction ${hash}`)) await work();
}

/** The value of a button, or of the option that was chosen. */
function chosenValue(action: unknown): string | null {
  const given = action as { value?: unknown; selected_option?: { value?: unknown } | null };
  const value = given.value ?? given.selected_option?.value;
  return typeof value === 'string' ? value : null;
}
