import type { ScheduledDigest } from '../../../commands/status/scheduled-digests.ts';
import { html, type Markup } from '../../adapters/web/markup.ts';
import { formatMost } from '../../core/bot/format-most.ts';
import { formatAddress } from '../../core/schedule/channel-address.ts';
import { filingOptions } from '../../core/text/filing.ts';
import { field, given } from './fields.ts';
import { FIELD } from './forms.ts';
import { hidden, messageMarkup, type Screen } from './layout.ts';
import { itemsOf } from './lists.ts';
import { shown, table } from './tables.ts';
import type { Act, Given, Section, Visit } from './visit.ts';

const ACTS: ReadonlySet<string> = new Set(['pause', 'resume', 'run', 'edit', 'remove']);

/** `/admin/digests`: the digests of all channels; below it a page for each. */
export const digests: Section = {
  show: (visit) => (visit.path.length === 0 ? showAll(visit) : showOne(visit)),
  async act(visit, fields) {
    const action = fields.get(FIELD.act) ?? '';
    if (visit.path.length === 0) return action === 'add' ? send(visit, fields) : null;
    const digest = await digestOf(visit);
    if (!digest || !ACTS.has(action)) return null;
    const { channel, number } = digest.subscription;
    const options = { action, number: String(number), ...settingsOf(action, fields) };
    return { command: 'digest', options, channel, next: action === 'remove' ? 'digests' : pathOf(digest) };
  },
};

/** What an action takes besides the digest; a field that is left empty keeps to nothing. */
function settingsOf(action: string, fields: URLSearchParams): Given {
  if (action === 'remove') return { confirm: 'yes' };
  return action === 'edit' ? { tag: 'all', grade: 'all', ...given(fields, ['tag', 'grade']) } : {};
}

/** Orders a digest that is sent to an address. */
function send({ recipients }: Visit, fields: URLSearchParams): Act | null {
  const options = given(fields, ['to', 'topic', 'at', 'days', 'tag', 'grade']);
  if (!recipients || options.to === undefined) return null; // without an address it would be for a channel
  return { command: 'digest', options: { action: 'add', ...options }, next: 'digests' };
}

async function showAll(visit: Visit): Promise<Screen> {
  const { base, digests: list, recipients } = visit;
  const row = (digest: ScheduledDigest) => {
    const { subscription, title, state } = digest;
    const name = `${subscription.number} · ${shown(title)}`;
    const place = html`<small>${shown(placeInWords(visit, subscription))}</small>`;
    return [html`<a href="${base}/admin/${pathOf(digest)}">${name}</a>${place}`, shown(state)] as const;
  };
  const all = table({
    ...{ caption: 'Digests in all channels', columns: ['Digest', 'When'] as const },
    rows: (await list()).map(row),
    empty: 'No digests are scheduled. They are ordered in the channel that they are posted to.',
  });
  return { title: 'Digests', body: html`${all}${recipients ? sendForm(visit) : ''}` };
}

function sendForm({ base, token, tried, query }: Visit): Markup {
  const typed = tried?.fields ?? query;
  return html`
<h2>Send a digest to an address</h2>
<p class="note">A digest for a channel is ordered in that channel.</p>
<form method="post" action="${base}/admin/digests">${hidden(token)}
${field('to', 'To', { typed, hint: 'a mail address that the operator allows', most: 254, required: true })}
${field('topic', 'Topic', { typed, hint: 'its name', most: 60, required: true })}
${field('at', 'At', { typed, hint: 'local time; empty: 08:00', most: 20 })}
${field('days', 'Days', { typed, hint: 'mon-fri, daily or “mon,thu”; empty: mon-fri', most: 60 })}
${filingFields(typed)}
<p class="buttons"><button class="main" name="${FIELD.act}" value="add">Order</button></p></form>`;
}

function filingFields(typed: URLSearchParams): Markup {
  return html`${field('tag', 'Tag', { typed, hint: 'only documents with it, or with all of several: “law, treaty”; empty: any', most: 200 })}
${field('grade', 'Grade', { typed, hint: 'only documents graded so or better: B2, B or 2; empty: any', most: 3 })}`;
}

/** Where a digest goes, and what that is called. */
function placeOf(
  { recipients }: Visit,
  { channel }: ScheduledDigest['subscription'],
): [what: string, where: string] {
  const sent = recipients?.channelOf(channel.channel);
  const where = formatAddress(channel);
  return sent && formatAddress(sent) === where ? ['sent to', channel.channel] : ['channel', where];
}

async function showOne(visit: Visit): Promise<Screen | null> {
  const digest = await digestOf(visit);
  if (!digest) return null;
  if (visit.query.has('remove')) return askToRemove(visit, digest);
  const { title, state, subscription } = digest;
  const { channel, number, topic, length, max, filing } = subscription;
  const [what, where] = placeOf(visit, subscription);
  const history = itemsOf(await visit.ask('digest', { action: 'history', number: String(number) }, channel));
  const body = html`${table({
    ...{ caption: 'What it is', columns: ['What', 'Value'], empty: '' },
    rows: [
      [what, shown(where)],
      ['topic', shown(topic)],
      ['posted', shown(state)],
      ['length', `${length}, ${formatMost(length, max)}`],
      ['tag', shown(filing.tags?.join(', ') ?? 'any')],
      ['grade', filing.grade === undefined ? 'any' : `${filing.grade} or better`],
    ],
  })}${actions(visit, digest)}${changeForm(visit, digest)}
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

function placeInWords(visit: Visit, subscription: ScheduledDigest['subscription']): string {
  const [what, where] = placeOf(visit, subscription);
  return what === 'channel' ? `in ${where}` : `${what} ${where}`;
}

/** What it keeps to; all else is changed in chat. */
function changeForm({ base, token, tried }: Visit, digest: ScheduledDigest): Markup {
  const typed = tried?.fields ?? new URLSearchParams(filingOptions(digest.subscription.filing));
  return html`
<h2>Change what it keeps to</h2>
<form method="post" action="${base}/admin/${pathOf(digest)}">${hidden(token)}
${filingFields(typed)}
<p class="buttons"><button class="main" name="${FIELD.act}" value="edit">Save</button></p></form>`;
}

function askToRemove(visit: Visit, digest: ScheduledDigest): Screen {
  const { base, token } = visit;
  const { number } = digest.subscription;
  const address = `${base}/admin/${pathOf(digest)}`;
  const body = html`<p>${shown(digest.title)}, ${shown(digest.state)}, ${shown(placeInWords(visit, digest.subscription))}.</p>
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
