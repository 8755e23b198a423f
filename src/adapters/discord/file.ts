import {
  type APIMessageTopLevelComponent,
  type AttachmentPayload,
  ComponentType,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { showFile } from '../../core/bot/interaction/shown-file.ts';
import type { ReplyFile } from '../../core/replies/reply.ts';
import { toText } from './components.ts';
import { LIMITS } from './limits.ts';
import { inert } from './markdown.ts';

/** A file in a message: what is uploaded, and the components that show it. */
export interface FileParts {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly AttachmentPayload[];
}

/** Whether Dossier may send a file; unknown permissions count as given. */
export function mayAttach(permissions: Readonly<PermissionsBitField> | null | undefined): boolean {
  return permissions?.has(PermissionFlagsBits.AttachFiles) ?? true;
}

/** Makes a file part of a message; without the permission, its text is shown if it is short. */
export function toFileParts(file: ReplyFile, allowed: boolean): FileParts {
  const data = Buffer.from(file.text);
  if (!allowed) return shown(file, NOT_ALLOWED);
  if (data.length > LIMITS.file) return shown(file, TOO_LARGE);
  const { name } = file;
  return {
    components: [{ type: ComponentType.File, file: { url: `attachment://${name}` } }],
    files: [{ attachment: data, name }],
  };
}

const NOT_ALLOWED =
  'Dossier may not send files here. Give it the permission Attach Files, or ask in a direct message.';
const TOO_LARGE = 'The file is larger than Discord takes.';

function shown(file: ReplyFile, problem: string): FileParts {
  const { note, text } = showFile(file, problem);
  const block =
    text === null ? '' : `\n\`\`\`\n${text.toWellFormed().replaceAll('```', '``\u2060`')}\n\`\`\``;
  return { components: toText(`-# ${inert(note)}${block}`), files: [] };
}
