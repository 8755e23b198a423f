import type { Spelling } from '../../core/bot/spelling.ts';

/**
 * Command lines: `dossier brief nato-asia --style timeline`. `line` is the one that is answered, without `--more`; `channel`: whose digests
 * it is about, if not the terminal's.
 */
export function shellSpelling(line: readonly string[], channel?: string): Spelling {
  const typed = ['dossier', ...line.map(quoteForShell)].join(' ');
  return {
    command(name, action) {
      const where = name === 'digest' && channel !== undefined ? ['--channel', quoteForShell(channel)] : [];
      return ['dossier', name, ...where, ...(action === null ? [] : [action])].join(' ');
    },
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
function quoteForShell(word: string): string {
  if (/^[\p{L}\p{N}_:.,/@%+=-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
