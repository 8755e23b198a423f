import type { Item, Reply } from './reply.ts';

/** Writes what a reply says in the bot's own voice anew, the commands that it names as they are typed somewhere. */
export function spellReply(reply: Reply, spell: (text: string) => string): Reply {
  const all = (lines: readonly string[]) => lines.map(spell);
  const any = (text: string | null) => (text === null ? null : spell(text));
  const items = (list: readonly Item[]) =>
    list.map(({ id, title, detail, ...rest }) => ({
      ...rest,
      ...{ id: spell(id), title: spell(title), detail: spell(detail) },
    }));
  switch (reply.kind) {
    case 'brief':
    case 'answer':
    case 'nothing':
      return { ...reply, note: any(reply.note) };
    case 'digest':
      return { ...reply, window: spell(reply.window), footer: all(reply.footer) };
    case 'list':
      return { ...reply, headline: any(reply.headline), items: items(reply.items), note: any(reply.note) };
    case 'note':
      return {
        ...reply,
        ...{ headline: any(reply.headline), items: items(reply.items), note: spell(reply.note) },
        confirm: reply.confirm && { ...reply.confirm, how: spell(reply.confirm.how) },
      };
    case 'search':
    case 'error':
      return { ...reply, note: spell(reply.note) };
  }
}
