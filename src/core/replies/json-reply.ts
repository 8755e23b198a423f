import type { Coverage } from '../library/coverage.ts';
import type { Message } from './message.ts';
import {
  fileOf,
  type Item,
  type Point,
  type Problem,
  type Reply,
  type ReplyKind,
  type Source,
} from './reply.ts';

/** A point in the JSON reply; `group` is what it stands under. Only what was read by OCR says so. */
export type JsonPoint = Omit<Point, 'place' | 'ocr' | 'group'> & {
  readonly group: string | null;
  readonly ocr?: true;
};

/** The JSON reply (docs/json.md): a stable shape with every key present, in this order; only `stored`, and `ocr` of a point, may be absent. */
export interface JsonReply {
  readonly version: 1;
  readonly kind: ReplyKind;
  readonly id: string | null;
  readonly conversation: string;
  readonly command: string;
  readonly topic: string | null;
  readonly question: string | null;
  readonly headline: string | null;
  readonly points: readonly JsonPoint[];
  readonly nearest: readonly JsonPoint[];
  readonly unknownWords: readonly string[];
  readonly sources: readonly Source[];
  readonly items: readonly Item[];
  readonly coverage: Coverage;
  readonly more: boolean;
  readonly problem: Problem | null;
  readonly note: string | null;
  readonly text: string;
  /** The whole stored text of one document, if that was asked for. */
  readonly stored?: string;
}

const ABSENT = {
  ...{ id: null, topic: null, question: null, headline: null, points: [], nearest: [], unknownWords: [] },
  ...{ sources: [], items: [], more: false, problem: null, stored: null },
} as const;

/** A message as its JSON reply. */
export function jsonReply({ reply, text }: Message): JsonReply {
  const { kind, conversation, command } = reply;
  const { documents, newest, undated } = reply.coverage;
  const { id, topic, question, headline, unknownWords, sources, items, more, problem, stored, ...rest } = {
    ...ABSENT,
    ...reply,
  };
  const [points, nearest] = [rest.points.map(toJson), rest.nearest.map(toJson)];
  return {
    version: 1,
    ...{ kind, id, conversation, command, topic, question, headline, points, nearest, unknownWords },
    ...{
      sources,
      items: items.map(({ url: _, ...item }) => item),
      coverage: { documents, newest, undated },
      more,
      problem,
      note: noteOf(reply),
    },
    text: fileOf(reply)?.text ?? text,
    ...(stored === null ? {} : { stored }),
  };
}

function noteOf(reply: Reply): string | null {
  return reply.kind === 'digest' ? [reply.window, ...reply.footer].join('\n') : reply.note;
}

function toJson(point: Point): JsonPoint {
  const { text, citation, label, speaker, weak, document, start, end, url, date, dateIsRelative } = point;
  const { page, ocr } = point;
  return {
    ...{ text, citation, label, speaker, weak, document, start, end, url, date, dateIsRelative },
    ...{ page, group: point.group?.text ?? null },
    ...(ocr && { ocr }),
  };
}
