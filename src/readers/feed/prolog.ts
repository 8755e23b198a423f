const HEAD = 1024; // bytes

/** The charset that an XML declaration or a meta tag names; null if neither does. */
export function prologCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const [, xml] = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head) ?? [];
  const [, meta] = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) ?? [];
  return xml ?? meta ?? null;
}
