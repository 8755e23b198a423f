import type { types } from '@slack/bolt';
import type { ChatRequest } from '../../core/bot/invocation.ts';
import type { Item } from '../../core/replies/reply.ts';
import { hint } from '../../core/text/hint.ts';
import { reply } from './answering.ts';
import { retryWhenLimited } from './calls.ts';
import { EXTERNAL, isRefused } from './external.ts';
import type { HandlerContext } from './handler-context.ts';
import { type MessageOrigin, scopeOf } from './message-origin.ts';
import { ACTIONS } from './replies.ts';
import { reportFailure } from './report-failure.ts';
import { type Block, type Button, plain, run } from './rich-text.ts';

/** Shows the topics, the digests, what is new, how Dossier is and how to ask on the app's Home tab. */
export async function showHome(
  context: HandlerContext,
  { user, channel }: { user: string; channel: string },
): Promise<void> {
  try {
    const team = (await context.people.find(user))?.team;
    const blocks = (await isRefused(context, { user, team }))
      ? context.replies.note(EXTERNAL).blocks
      : await homeBlocks(context, { team: context.team, channel, thread: null, user });
    // The channel of the person's messages with Dossier, where the buttons' answers go.
    const view = { type: 'home', private_metadata: channel, blocks } as unknown as types.HomeView;
    await retryWhenLimited(() => context.client.views.publish({ user_id: user, view }));
  } catch (cause) {
    reportFailure(context, 'Could not update the Home tab in Slack.', cause);
  }
}

const MOST_TOPICS = 30; // of the 100 blocks of a view

async function homeBlocks(context: HandlerContext, origin: MessageOrigin): Promise<readonly Block[]> {
  const list = (command: string) => itemsOf(context, origin, { kind: 'command', command, options: {} });
  const [topics, digests, status] = [await list('topics'), await list('digest'), await list('status')];
  const { note } = context.replies;
  const offer = (text: string, given: Offered) => row(text, buttonFor(context, origin, given));
  return [
    { type: 'header', text: plain('Topics') },
    ...topics.slice(0, MOST_TOPICS).map(({ id, title }) =>
      offer(title, {
        label: 'Brief',
        about: `Brief on ${title}`,
        command: 'brief',
        options: { topic: id },
      }),
    ),
    ...(topics.length > MOST_TOPICS ? note(`All ${topics.length}: ${hint('topics')}`).blocks : []),
    ...(topics.length === 0 ? note('There are no topics yet.').blocks : []),
    { type: 'header', text: plain('What is new') },
    offer('What has arrived since your last brief', {
      label: 'Show',
      about: 'Show what is new',
      command: 'new',
      options: {},
    }),
    { type: 'header', text: plain('Your digests') },
    ...digests.map(({ title, detail }) => row(`${title} · ${detail}`, null)),
    ...(digests.length === 0 ? note(NO_DIGESTS).blocks : []),
    ...elsewhere(status),
    ...note(healthOf(status)).blocks,
    ...note(HOW_TO_ASK).blocks,
  ];
}

/** For managers: the digests in other channels, whose names each reader sees as they may. */
function elsewhere(status: readonly Item[]): readonly Block[] {
  const lines = status.filter(({ id }) => id === 'digest elsewhere');
  if (lines.length === 0) return [];
  const elements = lines.map(({ detail }) => ({
    type: 'rich_text_section' as const,
    elements: run(`${detail}\n`),
  }));
  return [
    { type: 'header', text: plain('Digests in other channels') },
    { type: 'rich_text', elements },
  ];
}

const NO_DIGESTS = `None in your messages with Dossier. Order one here or in a channel with ${hint('digest', { action: 'add' })}.`;
const HOW_TO_ASK = `Write a question in the Messages tab, or type ${hint('ask')} anywhere. All commands: ${hint('help')}`;

async function itemsOf(
  context: HandlerContext,
  origin: MessageOrigin,
  request: ChatRequest,
): Promise<readonly Item[]> {
  const { message } = await reply(context, origin, { request, forAsker: true });
  return message.reply.kind === 'list' ? message.reply.items : [];
}

/** `5 documents · newest 10 Jul 2024 · 12 passages, checked against the files 2 minutes ago` */
function healthOf(status: readonly Item[]): string {
  const shown = ['documents', 'index', 'late digests', 'unconfirmed digests'];
  return status.flatMap(({ id, detail }) => (shown.includes(id) ? [detail] : [])).join(' · ');
}

interface Offered {
  readonly label: string;
  /** The label for screen readers, which says what it is about. */
  readonly about: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

function buttonFor(
  { actions }: HandlerContext,
  origin: MessageOrigin,
  { label, about, command, options }: Offered,
): Button | null {
  const value = actions.sign({ kind: 'again', command, options, page: 1 }, scopeOf(origin));
  if (value === null) return null;
  const accessibility_label = plain(about.slice(0, MAX_ABOUT)).text;
  return { type: 'button', text: plain(label), action_id: `${ACTIONS.action}-0`, value, accessibility_label };
}

const MAX_ABOUT = 75; // characters of an accessibility label (docs, Button element)

function row(text: string, accessory: Button | null): Block {
  return { type: 'section', text: plain(text), ...(accessory && { accessory }) };
}
