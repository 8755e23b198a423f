import MailComposer from 'nodemailer/lib/mail-composer';
import type { Block, Message } from '../../core/replies/message.ts';
import { plainWords } from '../../core/replies/plain-text.ts';
import { clip } from '../../core/text/clip.ts';
import { displayable } from '../../core/text/displayable.ts';
import { writeHtml } from './html.ts';

/** A digest to be mailed. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  /** The key of its edition, the same for every attempt. */
  readonly key: string;
  readonly message: Message;
  readonly date: Date;
}

/** The id by which a mailbox knows an edition, the same for every attempt. */
export function messageIdOf({ from, key }: Pick<Letter, 'from' | 'key'>): string {
  return `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** Writes a digest as a mail with its text as it stands and as HTML. */
export function composeMail(letter: Letter): Promise<Buffer> {
  const { from, to, key, message, date } = letter;
  const composer = new MailComposer({
    ...{ from, to, date, messageId: messageIdOf(letter), subject: subjectOf(message) },
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: [plainWords(message), ...linesOfLinks(message.blocks), ''].join('\n'),
    html: writeHtml(message.blocks),
    ...{ baseBoundary: key, disableFileAccess: true, disableUrlAccess: true },
  });
  return composer.compile().build();
}

const MAX_SUBJECT = 150; // characters

function subjectOf({ reply, text }: Message): string {
  if (reply.kind !== 'digest') return clip(displayable(text), MAX_SUBJECT);
  return clip(displayable(`${reply.headline} · ${reply.window}`), MAX_SUBJECT);
}

/** The addresses of the citations: plain text shows no links. */
function linesOfLinks(blocks: readonly Block[]): string[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'quote' && block.url !== null ? [`[${block.citation}] ${block.url}`] : [],
  );
  return lines.length === 0 ? [] : ['', ...new Set(lines)];
}
