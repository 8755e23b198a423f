import { type Command, declare, implement } from '../../src/core/bot/command.ts';
import type { AnswerArchive } from '../../src/core/conversations/answer-archive.ts';
import type { Recall } from '../../src/core/conversations/recall.ts';
import { explainGrade } from '../../src/core/library/documents/grade.ts';
import type { Library } from '../../src/core/library/library.ts';
import { joinKnown } from '../../src/core/replies/block-lines.ts';
import { composeList, composeNote, replyContext } from '../../src/core/replies/compose-reply.ts';
import { quotedPoints } from '../../src/core/replies/quoted-points.ts';
import {
  type Item,
  type ListReply,
  type OpenedReply,
  questionOf,
  type ReplyContext,
  type Source,
} from '../../src/core/replies/reply.ts';
import { formatKnownDate } from '../../src/core/text/format-date.ts';
import { hint } from '../../src/core/text/hint.ts';
import { earlierWordings } from './earlier-wordings.ts';

/** The word `sources`: the sources of the latest answer. */
export const cited = declare({
  name: 'cited',
  description: 'Show the sources of the latest answer',
  visibleTo: 'asker',
  hidden: true,
  word: 'sources',
  options: {},
  example: {},
});

/** The ports of the word `sources`. */
export interface CitedPorts {
  readonly library: Pick<Library, 'scopeFor'>;
  readonly conversations: Pick<Recall, 'recall'>;
  readonly answers: Pick<AnswerArchive, 'find' | 'open' | 'own'>;
}

/** Creates the word `sources`. */
export function createCited({ library, conversations, answers }: CitedPorts): Command {
  return implement(cited, async (context) => {
    const about = replyContext(library, context, 'sources');
    const { last } = await conversations.recall(context);
    const [latest] = context.replyTo === undefined ? await answers.own(context, 1) : [];
    const isNews = latest?.said === null && latest.reply.kind === 'brief'; // on everything: nothing follows it but its sources
    const answer = isNews ? latest : last && (await answers.find(context, last.answer));
    if (!answer)
      return composeNote(about, `Nothing has been quoted here yet. ${hint('sources')} lists the documents.`);
    return listSources(about, await answers.open(context, answer));
  });
}

/** Lists the sources of a reply with all metadata that is useful for reading them. */
function listSources(about: ReplyContext, reply: OpenedReply): ListReply {
  const { id } = reply;
  const sources = reply.kind === 'note' ? [] : reply.sources;
  const topic = 'topic' in reply ? reply.topic : null;
  const lost = reply.kind === 'digest' ? reply.window : reply.note;
  const note = sources.length > 0 ? HOW_TO_OPEN : lost;
  return composeList(about, {
    id,
    topic,
    question: questionOf(reply),
    items: [
      ...sources.map((source) => sourceItem(source, placesIn(reply, source))),
      ...earlierWordings(reply),
    ],
    sources,
    note,
  });
}

const HOW_TO_OPEN = `Type ${hint('sources', { what: '1' })} to read an excerpt in context.`;

/** The pages that a reply quotes of a document, each once; null if none is known. */
function placesIn(reply: OpenedReply, { number }: Source): string | null {
  const quoted = quotedPoints(reply).filter(({ citation }) => citation === number);
  const places = new Set(quoted.flatMap(({ place }) => place ?? []));
  return places.size === 0 ? null : [...places].join('; ');
}

function sourceItem(source: Source, places: string | null): Item {
  const { number, title, publisher, published, url, grade, tags } = source;
  const filed = [explainGrade(grade), tags?.join(', ') ?? null];
  const known = [publisher, formatKnownDate(published), ...filed, places, url];
  return { id: `[${number}]`, title, detail: joinKnown(known) };
}
