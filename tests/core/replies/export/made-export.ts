import type { DocumentId } from '../../../../src/core/library/documents/document.ts';
import type { Exported, ExportedSource } from '../../../../src/core/replies/export/exported.ts';
import type { Point } from '../../../../src/core/replies/reply.ts';
import { createPoint, createSource } from '../../../fakes/replies.ts';

/** What a document or a person may have written, in every place of an export that shows it. */
export interface Written {
  readonly title: string;
  readonly text: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly label: string | null;
  readonly place: string | null;
  readonly document: string;
  readonly headline: string;
}

/** An export of one excerpt from a document that says this. */
export function exportOf(written: Written): Exported {
  const { title, text, author, publisher, url, label, place, headline } = written;
  const document = written.document as DocumentId;
  const source = { ...createSource({ document, title, publisher, url }), author, language: 'en' };
  const point = createPoint({ document, text, url, label, place, citation: 1 });
  return { ...ABOUT, headline, points: [point], sources: [source] };
}

const ABOUT: Omit<Exported, 'headline' | 'points' | 'sources'> = {
  ...{ id: 'abcdefgh2345', kind: 'brief', topic: 'pier', question: null, accessed: '2026-11-24' },
  ...{ notes: [], coverage: { documents: 2, newest: '2024-07-10', undated: 1 } },
};

const REPORT: ExportedSource = {
  ...createSource({ document: 'minutes/Über den Pier' as DocumentId, title: 'On the pier: 50 % & more' }),
  ...{ publisher: 'Port_Gazette', published: '2024-07-10', url: 'https://port.example/pier?a=1&b={2}' },
  ...{ author: 'Ada Øst', language: 'en' },
};
const NOTES: ExportedSource = {
  ...createSource({
    number: 2,
    document: '港/第一章' as DocumentId,
    title: '港の記録',
    published: '2024-07',
  }),
  ...{ author: null, language: 'ja' },
};
const POINTS: readonly Point[] = [
  createPoint({
    ...{
      text: 'The pier costs $5 million, “a lot” {so far}.',
      start: 120,
      end: 165,
      document: REPORT.document,
    },
    ...{ url: 'https://port.example/pier?a=1&b={2}#:~:text=The%20pier', page: '12', place: 'p. 12' },
    label: 'Council',
  }),
  createPoint({ text: '<b>港</b>は[新しい](http://x.example)。', citation: 2, document: NOTES.document }),
  createPoint({ text: 'Weak_ly *put*.', start: 300, end: 314, document: REPORT.document, weak: true }),
];

/** Two documents, one with all that may be known and one with little. */
export const SAMPLE: Exported = {
  ...ABOUT,
  ...{ headline: 'The *pier*', notes: ['One excerpt is left out: no longer available as quoted.'] },
  ...{ points: POINTS, sources: [REPORT, NOTES] },
};
