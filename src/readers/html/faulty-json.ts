/**
 * Parses the objects and lists in a script that programs wrote with small faults: raw line breaks and unescaped quotation
 * marks in strings, commas before brackets or none between properties, comments, several objects, something around them. What stays broken is left out.
 */
export function parseFaultyJson(script: string): readonly unknown[] {
  return splitValues(unescapeMarks(script.replace(CDATA, ' '))).flatMap((value) => {
    try {
      return [JSON.parse(value) as unknown];
    } catch {
      return [];
    }
  });
}

const CDATA = /<!\[CDATA\[|\]\]>/g;

/** Some templates escape the quotation marks of the script itself. */
function unescapeMarks(script: string): string {
  if (!/^[^"]{0,100}[[{]\s{0,20}&(?:quot|#34|#x22);/i.test(script)) return script;
  return script.replace(/&(?:quot|#34|#x22);/gi, '"').replace(/&amp;/gi, '&');
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"|[[\]{},]|[^"[\]{},/]+|\//y;

const MAX_SPACE = 200; // characters between two properties

/** The texts of the values, mended. */
function splitValues(script: string): readonly string[] {
  const values: string[] = [];
  let value = '';
  let depth = 0;
  let comma = '';
  for (let at = 0; at < script.length; ) {
    TOKEN.lastIndex = at;
    const [token = ''] = TOKEN.exec(script) ?? [];
    at += token.length;
    if (/^\/[/*]/.test(token) || (depth === 0 && !/[[{]/.test(token))) continue;
    if (token === ',') {
      comma = ',';
      continue;
    }
    if (/[[{]/.test(token)) depth++;
    if (/\S/.test(token)) {
      const isMissing = comma === '' && /^["[{]$/.test(token) && /["\]}\w]\s*$/.test(value.slice(-MAX_SPACE));
      if (!/[\]}]/.test(token)) value += isMissing ? ',' : comma;
      comma = '';
    }
    const string = token === '"' ? readString(script, at) : null;
    value += string ? string.text : token;
    at = string?.end ?? at;
    if (/^[\]}]$/.test(token) && --depth === 0) {
      values.push(value);
      value = '';
    }
  }
  return values;
}

/** The string that starts after a quotation mark, with what may not stand in it escaped. */
function readString(script: string, start: number): { readonly text: string; readonly end: number } {
  let text = '"';
  for (let at = start; at < script.length; at++) {
    const character = script[at] ?? '';
    if (character === '\\') {
      const isEscape = /^(?:["\\/bfnrt]|u[\da-f]{4})/i.test(script.slice(at + 1, at + 6));
      if (isEscape) text += `\\${script[++at]}`;
    } else if (character !== '"')
      text += character < ' ' ? JSON.stringify(character).slice(1, -1) : character;
    else if (closesString(script, at + 1)) return { text: `${text}"`, end: at + 1 };
    else text += '\\"';
  }
  return { text: `${text}"`, end: script.length };
}

/** Whether a quotation mark is followed by what follows a string; one inside a string has words after it. */
function closesString(script: string, at: number): boolean {
  const after = script.slice(at, at + MAX_SPACE * 2);
  return /^\s{0,200}(?:[,:}\]]|\/[/*]|$)/.test(after) || /^\s{1,200}"[^"\n]{1,100}"\s{0,20}:/.test(after);
}
