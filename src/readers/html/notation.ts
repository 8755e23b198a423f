import { formulaText, plainTex } from './formula.ts';
import { type Attributes, BLOCKS, EMBEDDED, type PageEvents } from './page-events.ts';
import { drawingText, imageText } from './pictures.ts';
import { createScriptWriter, scriptKind } from './script-writer.ts';
import { growTree, type Recording, recordElement, replay, textOf } from './subtree.ts';
import { createTextLine, type TextLine } from './text-line.ts';

type Kind = 'script' | 'formula' | 'drawing';

const LIMITS: Readonly<Record<Kind, number>> = { script: 50, formula: 20_000, drawing: 2000 }; // tags and texts

// What browsers put around short quotations, and what stands for the place of a reading beside its word.
const MARKS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['q', ['“', '”']],
  ['rt', ['(', ')']],
]);

/** Passes on a page's text, and all that does not stand on its lines in a form that plain text can have. */
export function writeNotation(next: PageEvents): PageEvents {
  const line = createTextLine(next.text);
  const scripts = createScriptWriter(line);
  const plain = writeLines(next, line, scripts);
  let recorder: ReturnType<typeof recordElement> | null = null;
  const end = ({ recording, isFull }: ReturnType<typeof recordElement>) => {
    recorder = null;
    const kind = kindOf(recording.name, recording.attributes);
    if (kind === 'formula') writeFormula(recording, isFull(), line);
    else if (kind === 'drawing') writeDrawing(recording, scripts.isInLink(), line);
    else if (!isFull()) scripts.write(recording);
    else {
      next.open(recording.name, recording.attributes); // it was never closed: what is in it is the page's text
      replay(recording, self);
    }
  };
  const endEndless = () => {
    if (recorder?.isFull() && scriptKind(recorder.recording.name, recorder.recording.attributes))
      end(recorder);
  };
  const self: PageEvents = {
    open(name, attributes) {
      const kind = kindOf(name, attributes);
      if (recorder) recorder.open(name, attributes);
      else if (kind) recorder = recordElement(name, attributes, LIMITS[kind]);
      else plain.open(name, attributes);
      endEndless();
    },
    text(text) {
      (recorder ?? plain).text(text);
      endEndless();
    },
    close(name) {
      if (!recorder) plain.close(name);
      else if (recorder.close(name)) end(recorder);
    },
  };
  return self;
}

/** Passes on what stands on the lines. */
function writeLines(
  next: PageEvents,
  line: TextLine,
  scripts: ReturnType<typeof createScriptWriter>,
): PageEvents {
  return {
    open(name, attributes) {
      if (BLOCKS.has(name)) line.end();
      const picture = name === 'img' || EMBEDDED.has(name) ? imageText(attributes) : null;
      if (picture) line.show(picture);
      if (EMBEDDED.has(name)) return;
      scripts.enter(name, attributes);
      next.open(name, attributes);
      line.say(MARKS.get(name)?.[0] ?? '');
    },
    text: line.say,
    close(name) {
      if (EMBEDDED.has(name)) return;
      if (BLOCKS.has(name)) line.end();
      scripts.leave(name);
      line.say(MARKS.get(name)?.[1] ?? '');
      next.close(name);
    },
  };
}

function writeFormula(recording: Recording, isFull: boolean, line: TextLine): void {
  const tree = growTree(recording);
  const text = tree.name === 'math' ? formulaText(tree) : plainTex(textOf(tree));
  line.sayFormula(isFull || text === '' ? '[…]' : text);
}

function writeDrawing(recording: Recording, isLinked: boolean, line: TextLine): void {
  const drawn = drawingText(growTree(recording));
  if (drawn && !(isLinked && drawn.text === '[…]')) line.show(drawn);
}

function kindOf(name: string, attributes: Attributes): Kind | null {
  if (name === 'math' || name === 'script') return 'formula'; // all other scripts are left out before
  if (name === 'svg') return 'drawing';
  return scriptKind(name, attributes) ? 'script' : null;
}
