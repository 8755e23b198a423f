import type { Spelling } from '../../core/bot/spelling.ts';

/** Command lines: `dossier brief nato-asia --style timeline`. `line` is the one that is answered, without `--more`. */
export function shellSpelling(line: readonly string[]): Spelling {
  const typed = ['dossier', ...line.map(quoteForShell)].join(' ');
  return {
    command: (name, action) => ['dossier', name, ...(action === null ? [] : [action])].join(' '),
    option: (name, value) => `--${name} ${quoteForShell(value)}`,
    bare: (value) => quoteForShell(value),
    goOn: (reply) =>
      [
        ...('more' in reply && reply.more ? [`For more: ${typed} --more`] : []),
        'For the sources: dossier sources all',
      ].join(' · '),
  };
}

/** A word as a shell takes it as one. */
export function quoteForShell(word: string): string {
  if (/^[\p{L}\p{N}_:.,/@%+=-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
