const LINK = /<a\s[^<>]{0,4000}?href\s*=\s*(?:"([^"<>]{1,3000})"|'([^'<>]{1,3000})')[^<>]{0,2000}>/gi;
const REACH = 400; // characters of markup in which a link's words stand
const OFFER =
  /(?:view|read|open|see|ansehen|anzeigen|[öo]ffnen|lesen|voir|afficher|lire|ver|leer|bekijk|lees|visualizza).{0,50}(?:browser|online|on the web|web version|webversion|webseite|navigat(?:eur|or)|en ligne|navegador|en línea|nel browser)|(?:browser|online|im web|web version|webversion).{0,30}(?:ansehen|anzeigen|öffnen|lesen|view|bekijken)|^(?:online|web)[- ]?(?:version|ansicht|versie)$/iu;

/**
 * Where a newsletter stands on the web: the address that it states (Archived-At, RFC 5064; some put it into List-Post), else that of its offer to be read in
 * a browser. Null if there is none, or if it could tell who the reader is: citations show the address to everybody.
 */
export function webVersion(inHeaders: string | null, { markup, plain }: Bodies): string | null {
  const stated = /<?(https?:[^<>\s]{1,2000})>?/i.exec(inHeaders ?? '')?.[1];
  const offered = stated ?? offeredLink(markup ?? '') ?? offeredAddress(plain ?? '');
  return offered === null ? null : publicAddress(offered);
}

interface Bodies {
  readonly markup: string | null;
  readonly plain: string | null;
}

function offeredLink(markup: string): string | null {
  for (const { 0: tag, 1: quoted, 2: single, index } of markup.matchAll(LINK)) {
    const after = markup.slice(index + tag.length, index + tag.length + REACH);
    const words = (/^[\s\S]*?(?=<\/a\b)/i.exec(after)?.[0] ?? '').replace(/<[^<>]*>/g, ' ');
    if (OFFER.test(words.replace(/\s+/g, ' ').trim()))
      return (quoted ?? single ?? '').replace(/&amp;/g, '&').trim();
  }
  return null;
}

/** In plain text, the address stands behind the offer or on the next line. */
function offeredAddress(plain: string): string | null {
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => OFFER.test(line.replace(ADDRESSES, '').trim()) && line.length < 2000);
  return at === -1 ? null : (`${lines[at]} ${lines[at + 1] ?? ''}`.match(ADDRESSES)?.[0] ?? null);
}

const ADDRESSES = /https?:\/\/[^\s<>()[\]"]{1,2000}/gi;

// What tells where a visitor comes from, or which subscriber he is; `e` is that of Mailchimp's pages.
const PERSONAL =
  /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|e|r|e?mail|subscriber.*|recipient.*|contact.*|uid|ref)$/i;
const TOKEN = /[\w~.%+=-]{32,}/g; // what could stand for one reader
const WORDS = /^(?:[a-z\d]{1,20}[-_.])*[a-z\d]{1,20}$/i; // words joined by hyphens, as in the address of an article

/** An address that is the same for all readers; null if it may be one reader's own. */
function publicAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '') return null;
  for (const key of [...url.searchParams.keys()]) if (PERSONAL.test(key)) url.searchParams.delete(key);
  url.hash = '';
  const rest = `${url.pathname}${url.search}`;
  const isPersonal = /@|%40|\/(?:click|track|redirect|ls\/click|wf\/open|c\/ey)/i.test(rest);
  const hasToken = (rest.match(TOKEN) ?? []).some((token) => !WORDS.test(token) || isUuid(token));
  return isPersonal || hasToken ? null : url.href;
}

function isUuid(token: string): boolean {
  return /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i.test(token);
}
