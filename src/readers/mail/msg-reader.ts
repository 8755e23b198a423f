import type { FieldsData } from '@kenjiuno/msgreader';
import { type DocumentReader, unreadable } from '../../core/library/reading/document-reader.ts';
import { decodeText } from '../clean/decode.ts';
import { type MarkupText, type Message, readMessage } from './message.ts';
import { type Attachment, toParts } from './parts.ts';

/** Creates a reader of messages as Outlook saves them. */
export function createMsgReader(markupText: MarkupText): DocumentReader {
  return {
    format: 'msg',
    accepts: (name) => /\.msg$/i.test(name),
    read: async (bytes) => readMessage(await parseMsg(bytes), markupText),
  };
}

async function parseMsg(bytes: Uint8Array): Promise<Message> {
  const { default: exported } = await import('@kenjiuno/msgreader');
  const MsgReader = typeof exported === 'function' ? exported : exported.default; // as a test runner or Node has it
  try {
    const reader = new MsgReader(Uint8Array.from(bytes).buffer);
    const fields = reader.getFileData();
    if (fields.error) throw new Error(fields.error);
    const attachments = (fields.attachments ?? []).map((attachment) => toAttachment(attachment, reader));
    return await toMessage(fields, [...(await richBody(fields)), ...attachments]);
  } catch (cause) {
    throw unreadable('is not a readable Outlook message (damaged, or another format); save it again', cause);
  }
}

/** A text that was saved as RTF alone, for whoever reads RTF. */
async function richBody({ body, bodyHtml, html, compressedRtf }: FieldsData): Promise<Attachment[]> {
  if (body?.trim() || bodyHtml || html || !compressedRtf) return [];
  const { decompressRTF } = await import('@kenjiuno/decompressrtf');
  const bytes = Uint8Array.from(decompressRTF(Array.from(compressedRtf)));
  return [{ name: 'text.rtf', type: 'application/rtf', isInline: false, bytes }];
}

async function toMessage(fields: FieldsData, attachments: readonly Attachment[]): Promise<Message> {
  const { subject, senderName, senderSmtpAddress, senderEmail, headers, body, bodyHtml, html } = fields;
  const header = (name: string) => headerIn(headers ?? '', name);
  const decoded = html ? await decodeText(html, charsetOf(fields.internetCodepage)) : null;
  return {
    subject: subject ?? null,
    headers: { name: senderName ?? null, address: senderSmtpAddress || senderEmail || null, header },
    date: header('date') ?? fields.clientSubmitTime ?? null,
    plain: body ?? null,
    markup: bodyHtml ?? decoded,
    parts: toParts(attachments),
  };
}

/** The value of a header, whose further lines begin with a space. */
function headerIn(headers: string, name: string): string | null {
  const found = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(headers)?.[1];
  return found?.replace(/\r?\n[ \t]+/g, ' ') ?? null;
}

/** The name of a code page of Windows that TextDecoder knows; null for the others. */
function charsetOf(page: number | undefined): string | null {
  if (page === 65001) return 'utf-8';
  if (page && page >= 1250 && page <= 1258) return `windows-${page}`;
  if (page && page > 28590 && page < 28607) return `iso-8859-${page - 28590}`;
  const others: Readonly<Record<string, string>> = {
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
  };
  return others[String(page)] ?? null;
}

interface AttachmentReader {
  getAttachment(attachment: FieldsData): { readonly fileName: string; readonly content: Uint8Array };
}

function toAttachment(fields: FieldsData, reader: AttachmentReader): Attachment {
  const { fileName, content } = reader.getAttachment(fields);
  const type = fields.attachMimeTag?.toLowerCase() ?? null;
  return {
    name: fileName,
    type,
    isInline: fields.attachmentHidden === true || fields.pidContentId !== undefined,
    bytes: content,
  };
}
