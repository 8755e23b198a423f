import type { Exported } from './exported.ts';

/** Formats an answer as JSON (docs/commands.md has its shape): every excerpt is exactly the slice of its document. */
export function toJson({ points, sources, ...about }: Exported): string {
  const { id, kind, headline, topic, question, notes, accessed } = about;
  const { documents, newest, undated } = about.coverage;
  return formatJson({
    version: 1,
    ...{ id, kind, headline, topic, question, notes },
    ...{ coverage: { documents, newest, undated }, accessed },
    excerpts: points.map(
      ({
        citation,
        text,
        label,
        speaker,
        weak,
        document,
        start,
        end,
        page,
        place,
        url,
        group,
        ...dated
      }) => ({
        ...{ number: citation, text, label, speaker, weak, document, start, end, page, place, url },
        ...{ date: dated.date, dateIsRelative: dated.dateIsRelative, group: group?.text ?? null },
      }),
    ),
    sources: sources.map(
      ({
        number,
        document,
        title,
        author,
        publisher,
        published,
        language,
        url,
        sha256,
        copies,
        ...filed
      }) => ({
        ...{ number, document, title, author, publisher, published, language, url, sha256, copies },
        ...filed,
      }),
    ),
  });
}

/** Formats data as JSON in which no character acts on the screen or editor that shows it: such are written as escapes. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(ACTING, escapeUnits)}\n`;
}

// Control characters beyond those that JSON escapes itself, and marks that change the direction of text or that nobody sees.
const ACTING = /[\u007F-\u009F\p{Cf}\u2028\u2029]/gu;

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
}
