import { createHash } from 'node:crypto';
import type { App, BlockAction, RespondFn } from '@slack/bolt';
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
import { type AnyUse, tellObsolete } from './obsolete.ts';
import { createRespond } from './posting.ts';
import { leaveIfRemoved } from './removal.ts';
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
  for (const removed of ['app_uninstalled', 'tokens_revoked'])
    app.event(removed, () => hold(leaveIfRemoved(context)));
  listenToCommands(app, context, once);
  listenToClicks(app, context, once);
  listenToObsolete(app, context, once);
}

/** Acknowledges, and tells how long that took. */
async function acknowledge({ observer }: HandlerContext, ack: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await ack();
  observer?.acknowledged(performance.now() - begun);
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
      await acknowledge(context, ack);
      await once(command, () => handleCommand(context, { command, respond: createRespond(respond) }));
    });
  for (const menu of MESSAGE_MENUS) {
    const constraints = { type: 'message_action', callback_id: callbackOf(menu) } as const;
    app.shortcut(constraints, async ({ ack, shortcut, respond }) => {
      await acknowledge(context, ack);
      await once(shortcut, () => useShortcut(context, shortcut, { menu, respond: createRespond(respond) }));
    });
  }
}

function listenToClicks(app: App, context: HandlerContext, once: Once): void {
  app.action(OURS, async ({ ack, body, action, respond }) => {
    await acknowledge(context, ack);
    const value = chosenValue(action);
    if (body.type !== 'block_actions' || value === null) return;
    const click = { body: body as BlockAction, value, respond: respond ? createRespond(respond) : null };
    await once(body, () => actOnClick(context, click));
  });
  app.view(FORM, async ({ ack, body, view }) => {
    await acknowledge(context, ack);
    await once(body, () => askByForm(context, { user: body.user, view } as never));
  });
}

const OURS = new RegExp(`^(?:${Object.values(ACTIONS).join('|')})`);

/** What messages, manifests and forms of other versions refer to: whoever uses it is told, instead of seeing it fail. */
function listenToObsolete(app: App, context: HandlerContext, once: Once): void {
  const commands = slashCommands(context.commands, context.prefix).map(({ name }) => name);
  const tell = (body: object, use: AnyUse, respond: RespondFn | undefined) =>
    once(body, () => tellObsolete(context, use, respond ? createRespond(respond) : null));
  app.action(notOneOf(OURS), async ({ ack, body, respond }) => {
    await acknowledge(context, ack);
    await tell(body, body as AnyUse, respond);
  });
  app.command(notOneOf(exactly(commands)), async ({ ack, command, respond }) => {
    await acknowledge(context, ack);
    await tell(command, { user: { id: command.user_id }, channel: { id: command.channel_id } }, respond);
  });
  app.shortcut(notOneOf(exactly(MESSAGE_MENUS.map(callbackOf))), async ({ ack, body, respond }) => {
    await acknowledge(context, ack);
    await tell(body, body as AnyUse, respond);
  });
  app.view(notOneOf(exactly([FORM])), async ({ ack, body }) => {
    await acknowledge(context, ack);
    await tell(body, { user: body.user }, undefined);
  });
}

function exactly(names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join('|')})$`);
}

function notOneOf({ source }: RegExp): RegExp {
  return new RegExp(`^(?!${source.slice(1)})`);
}

/** The value of a button, or of the chosen option. */
function chosenValue(action: unknown): string | null {
  const given = action as { value?: unknown; selected_option?: { value?: unknown } | null };
  const value = given.value ?? given.selected_option?.value;
  return typeof value === 'string' ? value : null;
}
