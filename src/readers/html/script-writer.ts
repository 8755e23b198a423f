import { scriptOf } from '../clean/style-classes.ts';
import type { Attributes } from './page-events.ts';
import { plainScript, raise } from './scripts.ts';
import { growTree, type Recording, textOf } from './subtree.ts';
import type { TextLine } from './text-line.ts';

/** Writes what stands above or below the line into it. Marks of notes are left out; they are counted. */
export function createScriptWriter(line: TextLine) {
  let link: Attributes | null = null;
  let nextNote = 1;
  return {
    enter(name: string, attributes: Attributes) {
      if (name === 'a') link = attributes;
    },
    leave(name: string) {
      if (name === 'a') link = null;
    },
    isInLink: () => link !== null,
    write(recording: Recording) {
      const tree = growTree(recording);
      const { name, attributes } = tree;
      const elements = [recording, { name: 'a', attributes: link ?? {} }, ...elementsIn(recording)];
      const plain = plainScript({
        kind: scriptKind(name, attributes) ?? 'sup',
        text: textOf(tree),
        isNote: elements.some(isNoteElement),
        before: line.before(),
        nextNote,
      });
      if ('text' in plain) return line.say(plain.text);
      if ('word' in plain) return line.sayApart(plain.word);
      line.skip(raise(plain.note));
      nextNote = Number(/\d+/.exec(plain.note)?.[0] ?? nextNote - 1) + 1;
    },
  };
}

/** Whether an element stands above or below its line; a reference to a note does in most styles. */
export function scriptKind(name: string, attributes: Attributes): 'sup' | 'sub' | null {
  if (name === 'sup' || name === 'sub') return name;
  if (!INLINE.has(name)) return null;
  const script = scriptOf(attributes.style ?? '');
  if (script) return script;
  return NOTE_ROLE.test(`${attributes.role ?? ''} ${attributes['epub:type'] ?? ''}`) ||
    NOTE_MARK.test(attributes.class ?? '')
    ? 'sup'
    : null;
}

const INLINE = new Set(['a', 'span', 'small']);
const NOTE_ROLE = /\b(?:doc-)?noteref\b/i;
const NOTE_MARK =
  /(?:^|\s)(?:foot-?note-?(?:ref|link|mark|anchor|number)|note-?ref|fn-?ref|sd(?:foot|end)note(?:anc|sym))(?:\s|$)/i;
const NOTE = /note|(?:^|[\s_-])(?:fn|ref|cite|reference|sdfoot)/i;

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
}

function elementsIn({ events }: Recording): readonly Element[] {
  return events.flatMap((event) =>
    'text' in event || event.attributes === null ? [] : [{ name: event.name, attributes: event.attributes }],
  );
}

function isNoteElement({ name, attributes }: Element): boolean {
  const { id = '', class: classes = '', href = '', role = '' } = attributes;
  const leads = name === 'a' && /#/.test(href) && NOTE.test(href.slice(href.indexOf('#') + 1));
  return leads || (name === 'a' && /^#./.test(href)) || NOTE_ROLE.test(role) || NOTE.test(`${id} ${classes}`);
}
