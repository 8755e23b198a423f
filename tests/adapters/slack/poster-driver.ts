import { SCOPES } from '../../../src/adapters/slack/manifest.ts';
import { createSlackPoster } from '../../../src/adapters/slack/poster.ts';
import type { ChannelAddress } from '../../../src/core/schedule/channel-address.ts';
import type {
  Accepted,
  LookupFault,
  PosterDriver,
  PosterSetting,
  PostFault,
} from '../../contracts/poster-driver.ts';
import { bodyOf, stringOf } from '../../fakes/json.ts';
import { richElementsOf } from '../../fakes/slack/block-text.ts';
import type { Trouble } from '../../fakes/slack/faults.ts';
import { type FakeSlack, startSlack } from '../../fakes/slack/slack.ts';
import type { Message } from '../../fakes/slack/world.ts';

const POST = 'chat.postMessage';

/** A fake Slack as the contract of all posters uses one. */
export async function openSlackPosterDriver({ timeout = 10_000 }: PosterSetting = {}): Promise<PosterDriver> {
  const slack = await startSlack({ scopes: SCOPES, links: ['https://example.org/'] });
  const { ids, botToken, api } = slack;
  const addressOf = (channel: string): ChannelAddress => ({
    ...{ platform: 'slack', workspace: ids.team, channel },
  });
  const setting = { botToken, api, days: 90, timeout, doubts: [0, 0], now: () => new Date() };
  return {
    poster: createSlackPoster(setting),
    channel: addressOf(ids.channel),
    person: ids.member,
    cannot: { 'channel-gone': 'Slack does not tell a deleted channel from one that the app can not see' },
    addChannels: (count) => Array.from({ length: count }, (_, at) => addressOf(slack.addChannel(`c${at}`))),
    posted: ({ channel } = addressOf(ids.channel)) =>
      slack
        .messages(channel)
        .flatMap((message) => (message.user === ids.bot ? [toAccepted(slack, message)] : [])),
    trouble: (fault, { channel } = addressOf(ids.channel)) => trouble(slack, fault, channel),
    troubleLookup: (fault) => slack.fault({ method: 'conversations.history', trouble: LOOK_TROUBLE[fault] }),
    mend: () => slack.plug(),
    chatter: (count) => {
      for (let at = 0; at < count; at++) slack.say({ text: `Well, ${at}.` });
    },
    requests: () =>
      slack.requests.filter(({ method, body }) => method === POST && body.channel !== ids.member).length,
    told: () => slack.messages(ids.direct).map((message) => slack.textOf(message)),
    refusePrivate: () =>
      slack.fault({
        ...{ method: POST, channel: ids.member, times: 9 },
        trouble: { kind: 'error', error: 'messages_tab_disabled', applied: false },
      }),
    complaints: () => slack.violations,
    close: () => slack.close(),
  };
}

function toAccepted(slack: FakeSlack, message: Message): Accepted {
  const key = bodyOf(bodyOf(message.metadata).event_payload).key;
  return {
    ...{ messageId: message.ts, key: typeof key === 'string' ? key : null, text: slack.textOf(message) },
    links: richElementsOf(message.blocks).flatMap(({ type, url }) =>
      type === 'link' ? [stringOf(url)] : [],
    ),
    buttons: slack.buttonsOf(message).map(({ text }) => text),
  };
}

async function trouble(slack: FakeSlack, fault: PostFault, channel: string): Promise<void> {
  switch (fault.kind) {
    case 'refuse-connection':
      return slack.unplug();
    case 'channel-gone':
      throw new Error('Slack does not say that a channel is gone.');
    case 'closed':
      return slack.kick(channel);
    case 'bad-token':
      return slack.revoke();
    case 'too-many-requests': {
      const { retryAfter, at } = fault;
      const held = { kind: 'rate limit', retryAfter, ...(at === undefined ? {} : { at }) } as const;
      return slack.fault({ method: POST, channel, trouble: held });
    }
    default:
      slack.fault({ method: POST, channel, trouble: TROUBLE[fault.kind] });
  }
}

type Passing = Exclude<
  PostFault['kind'],
  'refuse-connection' | 'channel-gone' | 'closed' | 'bad-token' | 'too-many-requests'
>;

const TROUBLE: Readonly<Record<Passing, Trouble>> = {
  'time-out-before-accepting': { kind: 'silence', applied: false },
  'time-out-after-accepting': { kind: 'silence', applied: true },
  'break-after-headers': { kind: 'drop', applied: true, midway: true },
  'server-error-before': { kind: 'status', status: 503, applied: false },
  'server-error-after-accepting': { kind: 'status', status: 500, applied: true },
  'garbage-answer': { kind: 'page', applied: true },
};

const LOOK_TROUBLE: Readonly<Record<LookupFault, Trouble>> = {
  'time-out': { kind: 'silence', applied: false },
  'server-error': { kind: 'status', status: 502, applied: false },
  'break-after-headers': { kind: 'drop', applied: false, midway: true },
  'garbage-answer': { kind: 'page', applied: false },
};
