import type { Coverage } from '../library/coverage.ts';
import type { DocumentId } from '../library/document.ts';

/** What a reply is; the JSON reply's `kind`. */
export type ReplyKind = 'brief' | 'answer' | 'digest' | 'search' | 'list' | 'nothing' | 'note' | 'error';

/** One excerpt in a reply. `text` is the slice of the document's stored text from `start` to `end` (UTF-16). */
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
  readonly group: string | null;
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
}

/** One line of a list. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** Why a request could not be met, for programs. */
interface Problem {
  readonly code: string;
  readonly suggestions: readonly string[];
}

/** A command that waits for a word of consent. */
interface Confirmation {
  /** What the button says. */
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A reply as plain data, the same for every platform; with `version` and `text` it is the JSON reply (docs/json.md). */
export interface Reply {
  readonly kind: ReplyKind;
  readonly id: string | null;
  readonly conversation: string;
  readonly command: string;
  readonly topic: string | null;
  readonly question: string | null;
  readonly headline: string | null;
  readonly points: readonly Point[];
  readonly nearest: readonly Point[];
  readonly unknownWords: readonly string[];
  readonly sources: readonly Source[];
  readonly items: readonly Item[];
  readonly coverage: Coverage;
  readonly more: boolean;
  readonly problem: Problem | null;
  readonly note: string | null;
  /** What is carried out once whoever asked says so; not part of the JSON reply. */
  readonly confirm?: Confirmation;
  /** The whole stored text of one document, where that was asked for. */
  readonly stored?: string;
}

/** A reply that shows nothing yet; commands fill in what they have. */
export function emptyReply(
  kind: ReplyKind,
  request: Pick<Reply, 'conversation' | 'command' | 'coverage'>,
): Reply {
  return {
    kind,
    id: null,
    topic: null,
    question: null,
    headline: null,
    points: [],
    nearest: [],
    unknownWords: [],
    sources: [],
    items: [],
    more: false,
    problem: null,
    note: null,
    ...request,
  };
}
