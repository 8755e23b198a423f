import { displayTitle } from '../../src/core/library/documents/document.ts';
import type { PhraseHit, PhraseHits } from '../../src/core/library/documents/find-phrases.ts';
import { citationLink } from '../../src/core/quoting/citation-link.ts';
import { citedPages } from '../../src/core/quoting/cited-pages.ts';
import { linkTo, standingPage, toEntities } from '../../src/core/replies/export/standing-page.ts';
import type { ReplyFile } from '../../src/core/replies/reply.ts';
import { formatCsv } from '../../src/core/text/csv.ts';
import { formatDate } from '../../src/core/text/format-date.ts';
import { inQuotes } from '../../src/core/text/quotation-marks.ts';

const COLUMNS = [
  ...['query', 'hits', 'document', 'title', 'publisher', 'published', 'page', 'excerpt', 'link', 'sha256'],
];

/** One row for each document of each name; one without documents for a name that none has. */
export function tableOf(found: readonly PhraseHits[]): ReplyFile {
  const rows = found.flatMap(({ phrase, documents, hits }) => {
    const query = [phrase, String(documents)];
    return hits.length === 0
      ? [[...query, ...COLUMNS.slice(query.length).map(() => '')]]
      : hits.map((hit) => [...query, ...cellsOf(hit)]);
  });
  return { name: 'search.csv', type: 'text/csv', text: formatCsv([COLUMNS, ...rows]) };
}

function cellsOf(hit: PhraseHit): string[] {
  const { id, publisher, published, sha256 } = hit.document;
  const { page, excerpt, link } = placeOf(hit);
  const known = [publisher, published, page].map((each) => each ?? '');
  return [id, displayTitle(hit.document), ...known, excerpt, link ?? '', sha256];
}

function placeOf({ document, slice }: PhraseHit) {
  return {
    page: slice && citedPages(document, slice).page,
    excerpt: slice ? document.text.slice(slice.start, slice.end) : '',
    link: slice ? citationLink(document, slice) : document.url,
  };
}

/** The same table to read: a page that stands alone. */
export function pageOf(found: readonly PhraseHits[], summary: string): ReplyFile {
  const text = standingPage('Search by list', [
    '<h1>Search by list</h1>',
    `<p class="small">${toEntities(summary)}</p>`,
    '<table><thead><tr><th scope="col">Name</th><th scope="col">Documents</th><th scope="col">Where</th></tr></thead><tbody>',
    ...found.map(
      ({ phrase, documents, hits }) =>
        `<tr><th scope="row" dir="auto">${toEntities(phrase)}</th><td>${documents}</td><td>${hits.map(hitOf).join('')}</td></tr>`,
    ),
    '</tbody></table>',
  ]);
  return { name: 'search.html', type: 'text/html', text };
}

function hitOf(hit: PhraseHit): string {
  const { document } = hit;
  const { page, excerpt, link } = placeOf(hit);
  const date = document.published === null ? null : formatDate(document.published);
  const known = [document.publisher, date, page === null ? null : `p. ${page}`].filter(
    (each) => each !== null,
  );
  const source = [linkTo(displayTitle(document), link), ...known.map(toEntities)].join(' · ');
  const quoted =
    excerpt === '' ? '' : `<br><span dir="auto">${inQuotes(excerpt, toEntities(excerpt))}</span>`;
  return `<p>${source}${quoted}</p>`;
}
