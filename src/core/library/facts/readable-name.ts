const ENDING = /\.[\p{L}\d]{1,9}$/u;
const STAND_INS =
  /^[_\W]*(?:index|readme|main|default|document|content|text|page|post|article|download|untitled|proposal)[\W\d_]*$/i;
const NUMBERED = /^[a-z]{2,5} ?\d+$/i; // "eip-1154"
const NUMBERS = /^(?:[a-z]{2,5}[-_ ])?\d[\d._-]*[-_ ]+(?=.*\p{L})/iu;

/**
 * The words of a file's name, for a document that does not say its title: `0255-object-safety.md` is "Object safety". A
 * stand-in such as `README.md` is named after its folder. Null if the name has no words.
 */
export function readableName(path: string): string | null {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '').replace(ENDING, '');
  const own = STAND_INS.test(stem) ? (parts.length > 1 ? parts.at(-1) : undefined) : stem;
  const words =
    own
      ?.replace(NUMBERS, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() ?? '';
  if (!/\p{L}{3}/u.test(words) || NUMBERED.test(words) || (/\d/.test(words) && !/ /.test(words))) return null;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
