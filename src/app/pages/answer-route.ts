import type { Route } from '../../core/bot/platform.ts';
import type { AnswerArchive } from '../../core/conversations/answer-archive.ts';
import type { Library } from '../../core/library/library.ts';
import type { TopicCatalog } from '../../core/library/topics/topic-catalog.ts';
import { type Exported, gatherExport } from '../../core/replies/export/exported.ts';
import { EXPORT_FORMATS, type ExportFormat, writeExport } from '../../core/replies/export/formats.ts';
import { quotedPoints } from '../../core/replies/quoted-points.ts';
import { localTimeOf } from '../../core/schedule/local-time.ts';
import { type AnswerView, answerPage } from './answer-page.ts';
import { findSuccessor } from './changed-wording.ts';
import { type FoundAnswer, findAnswer } from './find-answer.ts';
import { sendPage } from './layout.ts';
import { atQuotation } from './page-links.ts';
import { type PageAccess, pageRoute, type Visit } from './page-route.ts';

/** What the pages of answers are made from. */
export interface AnswerPagePorts {
  readonly library: Pick<Library, 'scopeFor' | 'load'>;
  readonly answers: Pick<AnswerArchive, 'find' | 'open' | 'changed'>;
  readonly topics: Pick<TopicCatalog, 'list'>;
  readonly localPlatforms: readonly string[];
  /** The time zone in which the day of the opening is told. */
  readonly zone: string;
  now(): Date;
}

/** `/answers/<id>`: an answer as it can be read now, and its exports (`?format=bibtex`). */
export function answerRoute(ports: AnswerPagePorts, access: PageAccess): Route {
  return pageRoute('answers', access, async (visit) => {
    const found = await findAnswer(ports, visit, visit.target.name);
    if (!found) return null;
    const exported = await readAnswer(ports, found);
    const asked = visit.parameters.get('format');
    if (asked === null) return sendPage(answerPage(await viewOf(ports, access, { visit, found, exported })));
    const format = EXPORT_FORMATS.find((known) => known === asked);
    return format && exported.sources.length > 0 ? sendExport(exported, format) : null;
  });
}

/** Opens an answer again: what its audience may read now, from documents that are as they were quoted. */
async function readAnswer(
  { library, answers, zone, now }: AnswerPagePorts,
  { answer, audience }: FoundAnswer,
): Promise<Exported> {
  const reply = await answers.open({ audience, conversation: answer.conversation }, answer);
  const loaded = await library.load(quotedPoints(reply).map(({ document }) => document));
  const documents = new Map([...loaded].map(([id, { document }]) => [id, document]));
  return gatherExport({ ...reply, id: answer.id }, documents, localTimeOf(now(), zone).date);
}

function sendExport(exported: Exported, format: ExportFormat): Response {
  const { name, type, text } = writeExport(exported, format);
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}

interface Opened {
  readonly visit: Visit;
  readonly found: FoundAnswer;
  readonly exported: Exported;
}

async function viewOf(
  ports: AnswerPagePorts,
  { links }: PageAccess,
  { visit, found, exported }: Opened,
): Promise<AnswerView> {
  const { target, reader, audience } = visit;
  const { answer } = found;
  const changed = await ports.answers.changed(found, answer);
  const loaded = await ports.library.load(changed.map(({ document }) => document));
  const topics = reader.until === null && exported.topic !== null ? await ports.topics.list(audience) : [];
  const topic = topics.find(({ name }) => name === exported.topic);
  return {
    exported,
    at: answer.at,
    changed: changed.map((each) => {
      const indexed = loaded.get(each.document);
      const slice = indexed ? findSuccessor(indexed, each.text) : null;
      return { ...each, successor: slice && each.now.text.slice(slice.start, slice.end) };
    }),
    pageOf: (point) =>
      links.addressFor(
        { kind: 'documents', name: point.document, answer: answer.id },
        reader,
        atQuotation(point),
      ),
    exportAs: (format) => links.addressFor(target, reader, { parameters: { format } }),
    topicPage: topic ? links.addressFor({ kind: 'topics', name: topic.name }, reader) : null, // a link leads down only: never from an answer to all of a topic
  };
}
