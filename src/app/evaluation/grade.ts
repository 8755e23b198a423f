import type { Document, DocumentId } from '../../core/library/documents/document.ts';
import type { AnswerReply, NothingReply } from '../../core/replies/reply.ts';
import { containsEvidence } from './evidence-match.ts';
import type { Evidence, OwnQuestion } from './questions-file.ts';

/** How a question came out. `lower`: shown, but not first. The last two are right refusals and answers that should be none. */
export type Verdict = 'top' | 'lower' | 'other' | 'refused' | 'rightly refused' | 'wrongly answered';

/** A question, its reply, and how it came out. */
export interface Graded {
  readonly question: OwnQuestion;
  readonly reply: AnswerReply | NothingReply;
  readonly verdict: Verdict;
  /** Why no excerpt could have been right: the evidence is not in the documents as they were read; null if it is. */
  readonly unreachable: string | null;
}

/** The documents as they were read. */
export type FindDocument = (path: string) => Document | null;

/** Judges a reply by the evidence of its question. */
export function gradeReply(
  question: OwnQuestion,
  reply: AnswerReply | NothingReply,
  find: FindDocument,
): Graded {
  const verdict = verdictOn(question, reply);
  const isMiss = verdict === 'other' || verdict === 'refused';
  return { question, reply, verdict, unreachable: isMiss ? unreachable(question.evidence, find) : null };
}

function verdictOn(question: OwnQuestion, reply: AnswerReply | NothingReply): Verdict {
  if (reply.kind === 'nothing') return question.answerable ? 'refused' : 'rightly refused';
  if (!question.answerable) return 'wrongly answered';
  const at = reply.points.findIndex(({ text, document }) =>
    question.evidence.some(
      (each) =>
        (!question.sameDocument || isAt(document, each.document)) && containsEvidence(text, each.text),
    ),
  );
  return at === 0 ? 'top' : at > 0 ? 'lower' : 'other';
}

function isAt(id: string, path: string): boolean {
  return idsAt(path).some((each) => each === id);
}

/** The ids that a document of a path may have: the path without its extension, or the path. */
export function idsAt(path: string): readonly DocumentId[] {
  return [path.replace(/\.[^./]+$/, ''), path] as DocumentId[];
}

function unreachable(evidence: readonly Evidence[], find: FindDocument): string | null {
  const documents = evidence.map(({ document }) => find(document));
  if (documents.every((document) => document === null)) return 'no such document is indexed';
  const isThere = evidence.some(({ text }, at) => containsEvidence(documents[at]?.text ?? '', text));
  return isThere ? null : 'its document, as read, does not contain it';
}
