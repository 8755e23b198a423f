const HEAD = 4096; // bytes; the HTML standard looks at 1,024, but many pages declare it later

const DECLARATIONS = [
  /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/,
  /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i,
];

/** The charset that a page declares in its XML declaration or a meta tag. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  for (const declaration of DECLARATIONS) {
    const label = declaration.exec(head)?.[1];
    if (label) return label;
  }
  return null;
}
