import type { ScheduledDigest } from '../../../commands/status/scheduled-digests.ts';
import { html, type Markup } from '../../adapters/web/markup.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import { FIELD } from './forms.ts';
import { hidden, messageMarkup, type Screen } from './layout.ts';
import { itemsOf } from './lists.ts';
import { shown, table } from './tables.ts';
import type { Section, Visit } from './visit.ts';

const ACTS: ReadonlySet<string> = new Set(['pause', 'resume', 'run', 'remove']);

/** `/admin/digests`: the digests of all channels; below it a page for each. */
export const digests: Section = {
  show: (visit) => (visit.path.length === 0 ? showAll(visit) : showOne(visit)),
  async act(visit, fields) {
    const digest = await digestOf(visit);
    const action = fields.get(FIELD.act) ?? '';
    if (!digest || !ACTS.has(action)) return null;
    const { channel, number } = digest.subscription;
    const confirmed = action === 'remove' ? { confirm: 'yes' } : {};
    const options = { action, number: String(number), ...confirmed };
    return { command: 'digest', options, channel, next: action === 'remove' ? 'digests' : pathOf(digest) };
  },
};

async function showAll({ base, digests: list }: Visit): Promise<Screen> {
  const row = (digest: ScheduledDigest) => {
    const { subscription, title, state } = digest;
    const name = `${subscription.number} · ${shown(title)}`;
    const place = html`<small>${shown(formatAddress(subscription.channel))}</small>`;
    return [html`<a href="${base}/admin/${pathOf(digest)}">${name}</a>${place}`, shown(state)] as const;
  };
  const body = table({
    ...{ caption: 'Digests in all channels', columns: ['Digest', 'When'] as const },
    rows: (await list()).map(row),
    empty: 'No digests are scheduled. They are ordered in the channel that they are posted to.',
  });
  return { title: 'Digests', body };
}

async function showOne(visit: Visit): Promise<Screen | null> {
  const digest = await digestOf(visit);
  if (!digest) return null;
  if (visit.query.has('remove')) return askToRemove(visit, digest);
  const { title, state, subscription } = digest;
  const { channel, number, topic, length, max } = subscription;
  const history = itemsOf(await visit.ask('digest', { action: 'history', number: String(number) }, channel));
  const body = html`${table({
    ...{ caption: 'What it is', columns: ['What', 'Value'], empty: '' },
    rows: [
      ['channel', shown(formatAddress(channel))],
      ['topic', shown(topic)],
      ['posted', shown(state)],
      ['length', `${length}, up to ${max} excerpts`],
    ],
  })}${actions(visit, digest)}
<h2>What it would post now</h2>
<div id="preview">${await previewOf(visit, digest)}</div>
${table({
  ...{ caption: 'Recent editions', columns: ['Edition', 'What came of it'], empty: 'No editions yet.' },
  rows: history.map((item) => [shown(item.title), shown(item.detail)]),
})}`;
  return { title: `Digest ${number}: ${shown(title)}`, body };
}

/** A channel that reads more than its manager may read here keeps its preview to itself. */
async function previewOf(
  { ask, mayReadAsMuchAs }: Visit,
  { subscription }: ScheduledDigest,
): Promise<Markup> {
  const { channel, number } = subscription;
  if (!mayReadAsMuchAs(channel))
    return html`<p class="note">This channel may read documents that this page may not show. Preview the digest there.</p>`;
  return messageMarkup(await ask('digest', { action: 'preview', number: String(number) }, channel));
}

function actions({ base, token }: Visit, digest: ScheduledDigest): Markup {
  const address = `${base}/admin/${pathOf(digest)}`;
  const [act, label] = digest.subscription.paused === null ? ['pause', 'Pause'] : ['resume', 'Resume'];
  return html`<form method="post" action="${address}">${hidden(token)}<p class="buttons">
<button name="${FIELD.act}" value="${act}">${label}</button> <button name="${FIELD.act}" value="run">Post an extra edition now</button>
<a class="danger" href="${address}?remove">Remove …</a></p></form>`;
}

function askToRemove({ base, token }: Visit, digest: ScheduledDigest): Screen {
  const { number, channel } = digest.subscription;
  const address = `${base}/admin/${pathOf(digest)}`;
  const body = html`<p>${shown(digest.title)}, ${shown(digest.state)}, in ${shown(formatAddress(channel))}.</p>
<form method="post" action="${address}">${hidden(token)}<p class="buttons"><button class="danger" name="${FIELD.act}" value="remove">Remove</button>
<a href="${address}">Keep it</a></p></form>`;
  return { title: `Remove digest ${number}?`, body };
}

/** The digest that an address names, among those that the manager looks after; a proxy may have decoded the address. */
async function digestOf({ path, digests: list }: Visit): Promise<ScheduledDigest | undefined> {
  const named = `digests/${path.map((part) => part.split('/').map(encodeURIComponent).join('/')).join('/')}`;
  return (await list()).find((digest) => decodeURIComponent(pathOf(digest)) === decodeURIComponent(named));
}

function pathOf({ subscription: { channel, number } }: ScheduledDigest): string {
  return `digests/${encodeURIComponent(formatAddress(channel))}/${number}`;
}
