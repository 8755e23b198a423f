/** A command, with options, that a sentence names. */
export interface Hint {
  /** Empty: the options alone. */
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

// Noncharacters, which no text contains (Unicode 16, 23.7).
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];
const HINT = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'g');
const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, 'g');

/** Names a command in a sentence. It is written as people type it once it is known where the sentence is shown. */
export function hint(command: string, options: Hint['options'] = {}): string {
  return `${OPEN}${JSON.stringify([command, options])}${CLOSE}`;
}

/** Names options alone: `since:7d`. */
export function optionHint(options: Hint['options']): string {
  return hint('', options);
}

const TIME = 'time'; // no command has this name

/** Names a moment. `words` say it where a platform has no times of its own, which each reader sees in their zone. */
export function timeHint(at: Date, words: string): string {
  return hint(TIME, { at: String(at.valueOf()), words });
}

/** The moment that a hint names, if it names one. */
export function timeOf({ command, options: { at, words = '' } }: Hint): { at: Date; words: string } | null {
  return command === TIME && at !== undefined ? { at: new Date(Number(at)), words } : null;
}

const CHANNEL = 'channel'; // nor this one

/** Names a channel by its id on its platform. `words` stand for it where a platform has no mentions of channels. */
export function channelHint(id: string, words: string): string {
  return hint(CHANNEL, { id, words });
}

/** The channel that a hint names, if it names one. */
export function channelOf({
  command,
  options: { id, words = '' },
}: Hint): { id: string; words: string } | null {
  return command === CHANNEL && id !== undefined ? { id, words } : null;
}

/** Gives options to every naming of a command in a text. */
export function addToHints(text: string, command: string, options: Hint['options']): string {
  return text.replace(HINT, (named, packed: string) => {
    const found = unpack(packed);
    return found.command === command ? hint(command, { ...found.options, ...options }) : named;
  });
}

/** Replaces the commands that a text names by how they are written. */
export function replaceHints(text: string, write: (hint: Hint) => string): string {
  if (!text.includes(OPEN)) return text;
  return text.replace(HINT, (_, packed: string) => write(unpack(packed))).replace(MARKS, '');
}

/** A text as it is read where nothing can be typed: without the parts, divided by “ · ”, and the sentences that name a command. */
export function withoutCommands(text: string): string {
  const kept = text.split(' · ').flatMap((part) => {
    const sentences = part.split(/(?<=[.!?]) /).filter((sentence) => !namesCommand(sentence));
    return sentences.length === 0 ? [] : [sentences.join(' ')];
  });
  return replaceHints(kept.join(' · '), (named) => timeOf(named)?.words ?? channelOf(named)?.words ?? '');
}

function namesCommand(text: string): boolean {
  return [...text.matchAll(HINT)].some(([, packed = '']) => {
    const named = unpack(packed);
    return timeOf(named) === null && channelOf(named) === null;
  });
}

/** What a document contains by chance or on purpose names no command. */
function unpack(packed: string): Hint {
  try {
    const [command, options] = JSON.parse(packed) as [unknown, unknown];
    const given = typeof options === 'object' && options !== null ? Object.entries(options) : [];
    return {
      command: String(command),
      options: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    };
  } catch {
    return { command: '', options: {} };
  }
}
