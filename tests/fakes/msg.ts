import { CFB } from '@e965/xlsx';

const UNICODE = '001F';
const BINARY = '0102';
const NAMES = { subject: '0037', body: '1000', sender: '0C1A', headers: '007D', rtf: '1009' } as const;

/** A message as Outlook saves it: a compound file of one stream for each property (MS-OXMSG). */
export function createMsg(
  properties: Partial<Record<keyof typeof NAMES, string | Uint8Array>>,
  attachments: readonly { readonly name: string; readonly content: Uint8Array }[] = [],
): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/__properties_version1.0', Buffer.alloc(32));
  for (const [key, value] of Object.entries(properties))
    addProperty(file, '', NAMES[key as keyof typeof NAMES], value);
  for (const [at, { name, content }] of attachments.entries()) {
    const folder = `/__attach_version1.0_#${at.toString(16).padStart(8, '0').toUpperCase()}`;
    CFB.utils.cfb_add(file, `${folder}/__properties_version1.0`, Buffer.alloc(8));
    addProperty(file, folder, '3707', name);
    addProperty(file, folder, '3701', content);
  }
  return Uint8Array.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

function addProperty(
  file: ReturnType<typeof CFB.utils.cfb_new>,
  folder: string,
  tag: string,
  value: string | Uint8Array,
): void {
  const type = typeof value === 'string' ? UNICODE : BINARY;
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : Buffer.from(value);
  CFB.utils.cfb_add(file, `${folder}/__substg1.0_${tag}${type}`, bytes);
}
