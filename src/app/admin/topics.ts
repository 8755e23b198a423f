import { html, type Markup } from '../../adapters/web/markup.ts';
import { field, given, typedIn } from './fields.ts';
import { FIELD } from './forms.ts';
import { hidden, messageMarkup, type Screen } from './layout.ts';
import { itemsOf } from './lists.ts';
import { shown, table } from './tables.ts';
import type { Act, Section, Visit } from './visit.ts';

/** `/admin/topics`: all topics and a form for another; below it a page for each. */
export const topics: Section = {
  show: (visit) => (visit.path.length === 0 ? showAll(visit) : showOne(visit)),
  async act({ path }, fields) {
    const [name] = path;
    const options = { ...given(fields, ['name', 'query', 'title']), ...(name !== undefined && { name }) };
    const { [FIELD.act]: act = '' } = given(fields, [FIELD.act]);
    if (act === 'try') {
      const query = fields.get('query')?.trim() ?? '';
      return { command: 'topics', options: { action: 'try', query }, next: 'topics' };
    }
    const allowed = path.length === 0 ? ['add'] : path.length === 1 ? ['edit', 'remove'] : [];
    return allowed.includes(act) ? actOn(act, options) : null;
  },
};

function actOn(act: string, options: Readonly<Record<string, string>>): Act {
  const { name = '' } = options;
  if (act === 'remove') return { command: 'topics', options: { action: act, name }, next: 'topics' };
  const next = act === 'add' ? 'topics' : `topics/${encodeURIComponent(name)}`;
  return { command: 'topics', options: { action: act, ...options }, next };
}

async function showAll(visit: Visit): Promise<Screen> {
  const { ask, base, tried, query } = visit;
  const rows = itemsOf(await ask('topics', {})).map(
    ({ id, title }) =>
      [
        html`<a href="${base}/admin/topics/${encodeURIComponent(id)}">${shown(id)}</a>`,
        shown(title),
      ] as const,
  );
  const typed = tried?.fields ?? query;
  const body = html`${table({ caption: 'All topics', columns: ['Name', 'Title'], rows, empty: 'No topics yet.' })}
<h2>Add a topic</h2>
<p class="note">A topic is a saved query that anybody here can be briefed on by its name.</p>
<form method="post" action="${base}/admin/topics" data-tries>${hidden(visit.token)}
${field('name', 'Name', { typed, hint: 'letters, digits and hyphens: ferry-fares', most: 60 })}
${queryField(typed)}
${field('title', 'Title', { typed, hint: 'the headline of its brief; empty: made of the name', most: 90 })}
${buttons({ act: 'add', label: 'Add' })}</form>
${preview(visit)}`;
  return { title: 'Topics', body };
}

async function showOne(visit: Visit): Promise<Screen | null> {
  const { ask, base, path, query, tried } = visit;
  const [name = '', ...more] = path;
  const known = itemsOf(await ask('topics', {})).find(({ id }) => id === name);
  if (!known || more.length > 0) return null;
  if (query.has('remove')) return askToRemove(visit, name);
  const facts = itemsOf(await ask('topics', { action: 'show', name }));
  const fact = (id: string) => facts.find((each) => each.id === id)?.detail ?? '';
  const list = table({
    ...{ caption: 'What it is', columns: ['What', 'Value'], empty: '' },
    rows: [
      ['name', name],
      ...facts.map(({ id, title, detail }) => [shown(`${id} ${title}`.trim()), shown(detail)] as const),
    ],
  });
  const typed = tried?.fields ?? new URLSearchParams({ query: fact('query'), title: known.title });
  const address = `${base}/admin/topics/${encodeURIComponent(name)}`;
  const own = html`<h2>Change it</h2>
<form method="post" action="${address}" data-tries>${hidden(visit.token)}
${queryField(typed)}
${field('title', 'Title', { typed, hint: 'the headline of its brief', most: 90 })}
${buttons({ act: 'edit', label: 'Save' })}</form>
${preview(visit)}
<p><a class="danger" href="${address}?remove">Remove this topic …</a></p>`;
  return { title: shown(known.title), body: html`${list}${fact('made') === 'here' ? own : ''}` };
}

function askToRemove({ base, token }: Visit, name: string): Screen {
  const address = `${base}/admin/topics/${encodeURIComponent(name)}`;
  const body = html`<p>Nobody can then be briefed on ${shown(name)}, and its digests pause.</p>
<form method="post" action="${address}">${hidden(token)}<p class="buttons"><button class="danger" name="${FIELD.act}" value="remove">Remove</button>
<a href="${address}">Keep it</a></p></form>`;
  return { title: `Remove ${shown(name)}?`, body };
}

function queryField(typed: URLSearchParams): Markup {
  return html`<label for="query">Query <small>(the words that its documents use)</small></label>
<textarea id="query" name="query" maxlength="500" rows="3">${typedIn(typed, 'query')}</textarea>`;
}

function buttons({ act, label }: { readonly act: string; readonly label: string }): Markup {
  return html`<p class="buttons"><button class="main" name="${FIELD.act}" value="${act}">${label}</button>
<button name="${FIELD.act}" value="try">Try the query</button></p>`;
}

/** What the query that was typed would bring. */
function preview({ tried }: Visit): Markup {
  const inside = tried?.fields.get(FIELD.act) === 'try' ? messageMarkup(tried.message) : '';
  return html`<section id="preview" aria-live="polite" aria-label="What the query would bring">${inside}</section>`;
}
