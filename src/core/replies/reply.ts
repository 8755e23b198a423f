import type { Coverage } from '../library/coverage.ts';
import type { DocumentId } from '../library/documents/document.ts';
import type { Grade } from '../library/documents/grade.ts';
import type { Narrowing } from '../library/documents/narrowing.ts';
import type { Slice } from '../text/slice.ts';
import type { EarlierWording } from './earlier-wording.ts';

/** One excerpt in a reply. `text` is the slice of the document's stored text from `start` to `end` (UTF-16 units). */
export interface Point {
  readonly text: string;
  readonly citation: number;
  readonly label: string | null;
  readonly speaker: string | null;
  readonly weak: boolean;
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly url: string | null;
  readonly date: string | null;
  readonly dateIsRelative: boolean;
  /** What the document calls the page of its first character; null if it has no pages. */
  readonly page: string | null;
  /** Its pages as a citation names them: `p. 12`, `slides 3–4`, `p. 12, read by OCR`. */
  readonly place: string | null;
  /** Some of it was read by OCR. */
  readonly ocr: boolean;
  /** Of an excerpt shown in context: what was quoted (slices of the document's text). Absent: all of it. */
  readonly quoted?: readonly Slice[];
  /** What stood in its place before, or when the channel was last shown it; absent if nothing is known to have. */
  readonly earlier?: EarlierWording;
  /** What it stands under; absent if under nothing. */
  readonly group?: PointGroup;
}

/** What points have in common: a voice, or what they differ about. */
export interface PointGroup {
  /** In words of its document. */
  readonly text: string;
  readonly document: DocumentId;
  /** Where those words stand. */
  readonly places: readonly Slice[];
  /** Where the speaker's name stands; null if they have no common speaker. */
  readonly speaker: Slice | null;
}

/** One cited document. `copies` are the ids of near-identical documents that are not quoted themselves. */
export interface Source {
  readonly number: number;
  readonly document: DocumentId;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly sha256: string;
  readonly copies: readonly DocumentId[];
  /** Absent if the document has none. */
  readonly tags?: readonly string[];
  readonly grade?: Grade;
}

/** One line of a list. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** What it opens; not in JSON. Absent: nothing. */
  readonly url?: string;
}

/** What every reply says of the request it answers. */
export interface ReplyContext {
  readonly conversation: string;
  readonly command: string;
  /** What was searched: only what this audience may read. */
  readonly coverage: Coverage;
}

interface Cited {
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
  /** There is more to show than fitted. */
  readonly more: boolean;
}

/** A topic in a few excerpts. */
export interface BriefReply extends ReplyContext, Cited {
  readonly kind: 'brief';
  readonly id: string;
  /** Null if it is on everything that is new. */
  readonly topic: string | null;
  readonly headline: string;
  readonly note: string | null;
}

/** Excerpts that answer a question. */
export interface AnswerReply extends ReplyContext, Cited {
  readonly kind: 'answer';
  readonly id: string;
  readonly topic: string | null;
  readonly question: string;
  readonly unknownWords: readonly string[];
  readonly note: string | null;
}

/** New material on a topic for a channel. */
export interface DigestReply extends ReplyContext, Cited {
  readonly kind: 'digest';
  /** Null for a preview, and for a digest without excerpts. */
  readonly id: string | null;
  readonly topic: string;
  readonly headline: string;
  /** The line above the excerpts: the time they cover. */
  readonly window: string;
  /** The lines below: lateness, doubt, the next edition. */
  readonly footer: readonly string[];
}

/** Passages in rank order. */
export interface SearchReply extends ReplyContext, Cited {
  readonly kind: 'search';
  readonly id: string;
  readonly question: string;
  readonly unknownWords: readonly string[];
  /** What it keeps to; null or absent: all that may be read. */
  readonly narrowing?: Narrowing | null;
  readonly note: string;
}

/** A reply that may be about an answer, a topic or a question. */
interface AboutReply extends ReplyContext {
  readonly id: string | null;
  readonly topic: string | null;
  readonly question: string | null;
  readonly headline: string | null;
}

/** The documents don't answer; at most the nearest passages, marked weak. */
export interface NothingReply extends AboutReply {
  readonly kind: 'nothing';
  readonly nearest: readonly Point[];
  readonly sources: readonly Source[];
  readonly unknownWords: readonly string[];
  /** Replaces "Nothing in 5 documents answers this."; null keeps it. */
  readonly note: string | null;
  readonly more: boolean;
}

/** A list, or the excerpts of an answer in context. */
export interface ListReply extends AboutReply {
  readonly kind: 'list';
  /** The answer whose sources are shown. */
  readonly id: string | null;
  readonly points: readonly Point[];
  readonly sources: readonly Source[];
  readonly items: readonly Item[];
  readonly note: string | null;
  /** The whole stored text of one document; only in JSON. */
  readonly stored: string | null;
  /** People tell the items apart by their titles; ids are for programs. Absent: by ids too. */
  readonly byTitle?: boolean;
  /** Commands that can be given by a button; not in JSON. Absent: none. */
  readonly offers?: readonly CommandOffer[];
}

/** A text file that comes with a reply. */
export interface ReplyFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly text: string;
}

/** A sentence in the bot's own voice. */
export interface NoteReply extends AboutReply {
  readonly kind: 'note';
  readonly items: readonly Item[];
  readonly note: string;
  /** What was asked for is this file; the note only names it. In JSON it is the text. */
  readonly file: ReplyFile | null;
  /** Carried out once the person confirms; not in JSON. */
  readonly confirm: Confirmation | null;
}

/** A command that carries out what was asked about; `how` says how to give it where there are no buttons. */
export interface Confirmation extends CommandOffer {
  readonly how: string;
}

/** What the person can fix. */
export interface ErrorReply extends ReplyContext {
  readonly kind: 'error';
  readonly problem: Problem;
  readonly note: string;
}

/** Why a request could not be met, for programs. */
export interface Problem {
  readonly code: string;
  readonly suggestions: readonly string[];
}

/** A command that a button gives. */
export interface CommandOffer {
  /** The button's label. */
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A reply as plain data, the same on every platform. */
export type Reply =
  | BriefReply
  | AnswerReply
  | DigestReply
  | SearchReply
  | NothingReply
  | ListReply
  | NoteReply
  | ErrorReply;

/** What a reply is; the JSON reply's `kind`. */
export type ReplyKind = Reply['kind'];

/** A reply that quotes, can be stored, and opened again. */
export type StorableReply = BriefReply | AnswerReply | DigestReply | SearchReply | NothingReply;

/** A stored reply, opened again; a note if nothing that it quoted is left. */
export type OpenedReply = StorableReply | NoteReply;

/** The question that a reply answers; null if it answers none. */
export function questionOf(reply: Reply): string | null {
  return 'question' in reply ? reply.question : null;
}

/** The file that comes with a reply; null for most. */
export function fileOf(reply: Reply): ReplyFile | null {
  return reply.kind === 'note' ? reply.file : null;
}
