const LOCAL = `[A-Za-z0-9.!#$%&'*+=?^_{|}~-]{1,64}`; // of RFC 5322, without a slash, quotation marks or a backtick
const DOMAIN = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{1,62}`;
const ADDRESS = new RegExp(`^${LOCAL}@${DOMAIN}$`);
const ALLOWED = new RegExp(`^(?:${LOCAL})?@${DOMAIN}$`);

/** Whether a text is one plain mail address. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** Parses `@example.org, desk@other.example`; null if one of them is neither. */
export function parseAllowed(text: string): readonly string[] | null {
  const all = text.split(/[\s,]+/).filter((each) => each !== '');
  return all.every((each) => ALLOWED.test(each)) ? all.map((each) => each.toLowerCase()) : null;
}

/** Whether mail may go to an address: it is on the list, or its domain is. */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  const given = address.toLowerCase();
  return isAddress(address) && (allowed.includes(given) || allowed.includes(domainOf(given)));
}

/** `@example.org` */
function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@'));
}
