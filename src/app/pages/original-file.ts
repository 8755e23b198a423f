import { basename, extname } from 'node:path';

/** How the file of a document is sent. */
export interface FileKind {
  /** What it is called: `PDF`. */
  readonly label: string;
  readonly type: string;
  /** Browsers may show it, since nothing in it acts; any other is only saved. */
  readonly isShown: boolean;
}

const TEXT = 'text/plain; charset=utf-8';

/** By the ending of the name alone, which is never guessed from the content. */
const KINDS: Readonly<Record<string, FileKind>> = {
  '.pdf': { label: 'PDF', type: 'application/pdf', isShown: true },
  '.txt': { label: 'text', type: TEXT, isShown: true },
  '.text': { label: 'text', type: TEXT, isShown: true },
  '.md': { label: 'Markdown', type: TEXT, isShown: true },
  '.markdown': { label: 'Markdown', type: TEXT, isShown: true },
  '.csv': { label: 'table', type: TEXT, isShown: true },
  '.tsv': { label: 'table', type: TEXT, isShown: true },
  '.png': { label: 'picture', type: 'image/png', isShown: true },
  '.jpg': { label: 'picture', type: 'image/jpeg', isShown: true },
  '.jpeg': { label: 'picture', type: 'image/jpeg', isShown: true },
  '.html': { label: 'web page', type: 'application/octet-stream', isShown: false },
  '.htm': { label: 'web page', type: 'application/octet-stream', isShown: false },
};

/** Says how a file is sent. What may act in a browser, and whatever is not known, is saved as bytes. */
export function fileKind(path: string): FileKind {
  const ending = extname(path).toLowerCase();
  return (
    KINDS[ending] ?? { label: ending.slice(1) || 'file', type: 'application/octet-stream', isShown: false }
  );
}

/** Sends the file of a document: its type is not guessed, and nothing in it runs in the name of this server. */
export function sendFile(path: string, bytes: Uint8Array): Response {
  const { type, isShown } = fileKind(path);
  const isPdf = type === 'application/pdf'; // in a sandbox, browsers don't show one
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; ${nameOf(basename(path))}`,
      'content-security-policy': isPdf
        ? "frame-ancestors 'none'"
        : "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    },
  });
}

/** The name by which a file is saved, for programs old and new (RFC 6266). */
function nameOf(name: string): string {
  const wellFormed = name.toWellFormed();
  const plain = wellFormed.replace(/[^A-Za-z0-9._ -]/g, '_');
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
