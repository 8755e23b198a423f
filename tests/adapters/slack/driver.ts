import { expect } from 'vitest';
import { DECLARATIONS } from '../../../commands/index.ts';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import { FORM } from '../../../src/adapters/slack/form.ts';
import { EVENTS, SCOPES } from '../../../src/adapters/slack/manifest.ts';
import type {
  AdapterParts,
  Person,
  PlatformDriver,
  Seen,
  SentFile,
} from '../../contracts/platform-driver.ts';
import { eventually } from '../../fakes/eventually.ts';
import { post } from '../../fakes/slack/message.ts';
import { linksOf } from '../../fakes/slack/pings.ts';
import { type FakeSlack, startSlack } from '../../fakes/slack/slack.ts';
import type { Message } from '../../fakes/slack/world.ts';

/** A fake Slack as the contract of all platforms uses one. */
export async function openSlackDriver(): Promise<PlatformDriver> {
  const slack = await startSlack({ scopes: SCOPES, events: EVENTS });
  const people = { ada: slack.ids.member, tom: slack.addUser('tom') };
  slack.invite(slack.ids.channel, people.tom);
  const copies = new Set<string>();
  return {
    createAdapter: ({ refused, ...parts }: AdapterParts) =>
      createSlackAdapter({
        ...{
          ...parts,
          commands: DECLARATIONS,
          days: 90,
          managers: new Set(),
          prefix: '',
          allowExternal: false,
          readsFiles: false,
        },
        ...{ appToken: slack.appToken, signingSecret: null, api: slack.api, serve: () => undefined },
        botToken: refused ? 'xoxb-wrong' : slack.botToken,
      }),
    connected: (adapter) => eventually(() => expect(adapter.health().connected).toBe(true)),
    ...actions(slack, people, copies),
    seen: () => seenOn(slack, people).filter(({ id }) => !copies.has(id)),
    files: () => filesOn(slack, people),
    refuseFiles: () => slack.world.scopes.delete('files:write'),
    loading: () => 0, // nothing is announced here: what is there is finished
    complaints: () => slack.violations,
    attempts: () => slack.requests.filter(({ method }) => method === 'auth.test').length,
    close: () => slack.close(),
  };
}

type People = Readonly<Record<Person, string>>;

function actions(slack: FakeSlack, people: People, copies: Set<string>) {
  const { ids, world } = slack;
  const buttonOf = (on: Seen, label: string) => {
    const message = world.messages.get(on.id)?.wire;
    const button = message && slack.buttonsOf(message).find(({ text }) => text === label);
    if (!message || !button) throw new Error(`There is no button ${label} under ${on.text}`);
    return { message, ...button };
  };
  const press = (on: Seen, label: string, by: Person = 'ada') => {
    const { message, actionId } = buttonOf(on, label);
    return slack.click({ message, actionId, user: people[by] });
  };
  const pressCopy = (channelId: string, value: string) => {
    const channel = world.channels.get(channelId);
    if (!channel) throw new Error(`There is no channel ${channelId}`);
    const button = { type: 'button', text: { type: 'plain_text', text: 'Sources' }, value };
    const body = { blocks: [{ type: 'actions', elements: [{ ...button, action_id: 'deed-0' }] }] };
    const message = post(world, { channel, userId: ids.bot, body });
    copies.add(idOf(message));
    slack.click({ message, actionId: 'deed-0', user: people.ada });
  };
  let last = '';
  return {
    command: (name: string, options: Readonly<Record<string, string>>, by: Person = 'ada') => {
      const { private: hidden, ...typed } = options;
      const words = [...Object.values(typed), ...(hidden === undefined ? [] : [`private:${hidden}`])];
      last = 'slash_commands';
      slack.slash({ command: `/${name}`, text: words.join(' '), user: people[by] });
    },
    say: (text: string, by: Person = 'ada') => {
      last = 'app_mention';
      slack.say({ text: `<@${ids.bot}> ${text}`, user: people[by] });
    },
    press: (on: Seen, label: string, by?: Person) => void press(on, label, by),
    pressForged: (on: Seen, label: string) => pressCopy(ids.channel, `${buttonOf(on, label).value}x`),
    pressElsewhere: (on: Seen, label: string) => pressCopy(ids.private, buttonOf(on, label).value),
    askInForm: async (on: Seen, label: string, question: string) => {
      await press(on, label).view();
      slack.submitView({ callbackId: FORM, values: { question }, user: people.ada });
    },
    repeat: () => slack.repeat({ type: last }),
    fail: (times: number) =>
      slack.fault({ method: 'chat.postMessage', times, trouble: { kind: 'rate limit', retryAfter: 1 } }),
  };
}

function seenOn(slack: FakeSlack, people: People): readonly Seen[] {
  return [...slack.world.messages.values()]
    .filter(({ wire }) => wire.user === slack.ids.bot)
    .map(({ wire, ephemeralFor }) => ({
      ...{ id: idOf(wire), text: slack.textOf(wire) },
      onlyFor: ephemeralFor === undefined ? null : ephemeralFor === people.ada ? 'ada' : 'tom',
      buttons: slack.buttonsOf(wire).map(({ text }) => text),
      links: linksOf(wire),
    }));
}

function filesOn({ world, ids }: FakeSlack, people: People): readonly SentFile[] {
  const shared = [...world.messages.values()].filter(({ wire }) => wire.user === ids.bot && wire.upload_ids);
  return shared.flatMap(({ wire }) => {
    const channel = world.channels.get(wire.channel);
    const only = channel?.kind === 'direct' && channel.members.has(people.ada) ? 'ada' : null;
    return (wire.upload_ids as readonly string[]).flatMap((id) => {
      const { name, text } = world.uploads.get(id) ?? { name: '', text: null };
      return text === null ? [] : [{ name, text, onlyFor: only } as const];
    });
  });
}

function idOf({ channel, ts }: Message): string {
  return `${channel} ${ts}`;
}
