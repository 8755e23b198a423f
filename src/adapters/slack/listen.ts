import { createHash } from 'node:crypto';
import type { App, BlockAction } from '@slack/bolt';
import { MESSAGE_MENUS } from '../../core/bot/message-menus.ts';
import type { InFlight } from '../../core/text/in-flight.ts';
import { actOnClick } from './clicks.ts';
import { handleCommand } from './commands.ts';
import { askByForm, FORM } from './form.ts';
import type { HandlerContext } from './handler-context.ts';
import { showHome } from './home.ts';
import { callbackOf } from './manifest.ts';
import { workspaceOf } from './message-origin.ts';
import { handleMessage, type MessageEvent } from './messages.ts';
import type { Respond } from './posting.ts';
import { ACTIONS } from './replies.ts';
import { useShortcut } from './shortcuts.ts';
import { slashCommands } from './slash-commands.ts';

/** Passes what Slack reports to its handlers. What people do is acknowledged first, and done once. */
export function listen(app: App, context: HandlerContext, inFlight: InFlight): void {
  const hold = (work: Promise<void>) => {
    inFlight.add(work.catch(() => undefined)); // Bolt has it reported
    return work;
  };
  const once: Once = (payload, work) => hold(doOnce(context, payload, work));
  app.event('app_mention', ({ event }) => hold(handleMessage(context, event as MessageEvent)));
  app.event('message', ({ event }) => hold(handleMessage(context, event as MessageEvent)));
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await hold(showHome(context, event));
  });
  listenToCommands(app, context, once);
  listenToClicks(app, context, once);
}

type Once = (payload: object, work: () => Promise<void>) => Promise<void>;

/** The same event once more, perhaps to another process, has no effect: each contains its own trigger. */
async function doOnce(context: HandlerContext, payload: object, work: () => Promise<void>): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(payload)).digest('base64url');
  if (await context.chat.claim(workspaceOf(context.team), `interaction ${hash}`)) await work();
}

function listenToCommands(app: App, context: HandlerContext, once: Once): void {
  for (const { name } of slashCommands(context.commands, context.prefix))
    app.command(name, async ({ ack, command, respond }) => {
      await ack();
      await once(command, () => handleCommand(context, { command, respond: toRespond(respond) }));
    });
  for (const menu of MESSAGE_MENUS) {
    const constraints = { type: 'message_action', callback_id: callbackOf(menu) } as const;
    app.shortcut(constraints, async ({ ack, shortcut, respond }) => {
      await ack();
      await once(shortcut, () => useShortcut(context, shortcut, { menu, respond: toRespond(respond) }));
    });
  }
}

function listenToClicks(app: App, context: HandlerContext, once: Once): void {
  const names = new RegExp(`^(?:${Object.values(ACTIONS).join('|')})`);
  app.action(names, async ({ ack, body, action, respond }) => {
    await ack();
    const value = chosenValue(action);
    if (body.type !== 'block_actions' || value === null) return;
    const click = { body: body as BlockAction, value, respond: toRespond(respond) };
    await once(body, () => actOnClick(context, click));
  });
  app.view(FORM, async ({ ack, body, view }) => {
    await ack();
    await once(body, () => askByForm(context, { user: body.user, view } as never));
  });
}

/** Bolt's types know fewer blocks than Slack. */
function toRespond(respond: unknown): Respond {
  return respond as Respond;
}

/** The value of a button, or of the chosen option. */
function chosenValue(action: unknown): string | null {
  const given = action as { value?: unknown; selected_option?: { value?: unknown } | null };
  const value = given.value ?? given.selected_option?.value;
  return typeof value === 'string' ? value : null;
}
