import type { Spelling } from '../../core/bot/spelling.ts';

/**
 * Command lines: `dossier brief nato-asia --style timeline`. `line` is the one that is answered, without `--more`; `channel`: whose digests
 * it is about, if not the terminal's.
 */
export function shellSpelling(line: readonly string[], channel?: string): Spelling {
  const typed = ['dossier', ...inOneWord(line).map(quoteForShell)].join(' ');
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

/** Words that a shell would change are easier to read, and to type, in one pair of quotation marks. */
function inOneWord([name = '', ...given]: readonly string[]): readonly string[] {
  const at = given.findIndex((word) => word.startsWith('-'));
  const words = at < 0 ? given : given.slice(0, at);
  const isOneWord =
    words.some((word) => quoteForShell(word) !== word) && !words.some((word) => /\s/.test(word));
  return isOneWord ? [name, words.join(' '), ...given.slice(words.length)] : [name, ...given];
}

/** A word as a shell takes it as one. */
function quoteForShell(word: string): string {
  if (/^[\p{L}\p{N}_:.,/@%+=-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
