import type { ReplyFile } from '../../replies/reply.ts';

const MAX_SHOWN = 2500; // characters of a file whose text is shown in a message

/** What is shown where a file can't be sent: why, and its text if that is short. */
export interface ShownFile {
  readonly note: string;
  /** Null if it is too long. */
  readonly text: string | null;
}

/** Shows a file in a message, where a platform takes no file from Dossier; `problem` says why and what mends it. */
export function showFile({ name, text }: ReplyFile, problem: string): ShownFile {
  if (text.length <= MAX_SHOWN) return { note: `${problem} This is ${name}:`, text };
  return {
    note: `${problem} ${name} is too long to show here (${text.length} characters).`,
    text: null,
  };
}
