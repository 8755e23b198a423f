import { html, type Markup } from '../../adapters/web/markup.ts';
import type { Message } from '../../core/replies/message.ts';
import type { Item } from '../../core/replies/reply.ts';
import { messageMarkup, type Screen } from './layout.ts';
import { shown, table } from './tables.ts';
import type { Section, Visit } from './visit.ts';

/** The lines of a list that a command replied with; none if it replied with anything else. */
export function itemsOf({ reply }: Message): readonly Item[] {
  return reply.kind === 'list' || reply.kind === 'note' ? reply.items : [];
}

/** What a command replied below its list, or instead of one. */
function noteOf({ reply }: Message): string | null {
  return 'note' in reply ? reply.note : null;
}

/** Which page of a table an address asks for. */
function pageNumber({ query }: Pick<Visit, 'query'>): number {
  const asked = query.get('page') ?? '1';
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** `/admin`: what `/status` says, without what has a section of its own. */
export const state: Section = {
  async show({ ask, path }) {
    if (path.length > 0) return null;
    const items = itemsOf(await ask('status', {})).filter(({ id }) => !ELSEWHERE.has(id));
    const rows = items.map(
      ({ id, title, detail }) => [shown(id), shown(`${title} ${detail}`.trim())] as const,
    );
    const body = table({
      caption: 'How things are',
      columns: ['What', 'State'],
      rows,
      empty: 'Nothing is known.',
    });
    return { title: 'State', body };
  },
};

const ELSEWHERE: ReadonlySet<string> = new Set(['not indexed', 'note', 'admin page']);

/** `/admin/documents`: what could not be read and why, then what was read. */
export const documents: Section = {
  async show(visit) {
    const { ask, path, opensDocuments } = visit;
    if (path.length > 0) return null;
    const [unread, known] = [await ask('status', { what: 'unread' }), await ask('sources', {})];
    const link = ({ id, title }: Item) =>
      opensDocuments
        ? html`<a href="/documents/${id.split('/').map(encodeURIComponent).join('/')}">${shown(title)}</a>`
        : shown(title);
    const body = html`${table({
      caption: 'Not read, or only in part',
      columns: ['File', 'Why'],
      rows: itemsOf(unread).map(({ id, detail }) => [shown(id), shown(detail)]),
      empty: 'Every file was read.',
      page: pageNumber(visit),
    })}${table({
      caption: 'Read',
      columns: ['Document', 'Known of it'],
      rows: itemsOf(known).map((item) => [
        link(item),
        html`${shown(item.detail)}<small>${shown(item.id)}</small>`,
      ]),
      empty: 'There are no documents.',
      page: pageNumber(visit),
    })}${note(countLeft(known))}`;
    return { title: 'Documents', body };
  },
};

/** How many documents a long list leaves out; the commands find each by its name. */
function countLeft(known: Message): string | null {
  const { coverage } = known.reply;
  const left = coverage.documents - itemsOf(known).length;
  return left > 0 ? `… and ${left} more.` : null;
}

/** `/admin/questions`: what found nothing, each with a way to a topic on it. */
export const questions: Section = {
  async show(visit) {
    const { ask, path, base } = visit;
    if (path.length > 0) return null;
    const reply = await ask('status', { what: 'questions' });
    const row = ({ id, detail }: Item) => {
      const address = `${base}/admin/topics?${new URLSearchParams({ query: id })}`;
      return [
        shown(id),
        html`${shown(detail)} <small><a href="${address}">Try it as a topic</a></small>`,
      ] as const;
    };
    const items = itemsOf(reply);
    if (items.length === 0) return { title: 'Questions', body: messageMarkup(withoutHeading(reply)) };
    const content = { caption: 'Questions that found nothing', columns: ['Question', 'Asked'] } as const;
    const list = table({ ...content, rows: items.map(row), empty: '', page: pageNumber(visit) });
    return { title: 'Questions', body: html`${list}${note(noteOf(reply))}` };
  },
};

/** `/admin/feedback`: what people said of answers, without their names. */
export const feedback: Section = {
  async show(visit) {
    if (visit.path.length > 0) return null;
    const items = itemsOf(await visit.ask('feedback', { text: 'list' }));
    const body = table({
      ...{
        caption: 'Feedback',
        columns: ['When', 'What'],
        empty: 'No feedback yet.',
        page: pageNumber(visit),
      },
      rows: items.map(({ id, detail }) => [shown(id), shown(detail)]),
    });
    return { title: 'Feedback', body } satisfies Screen;
  },
};

function withoutHeading({ blocks }: Message): Pick<Message, 'blocks'> {
  return { blocks: blocks.filter(({ kind }) => kind !== 'heading') };
}

function note(text: string | null): Markup | string {
  return text === null ? '' : html`<p class="note">${shown(text)}</p>\n`;
}
