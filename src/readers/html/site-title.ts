const SEPARATED = /\s+[|–—·•«»:-]{1,2}\s+[^|–—·•«»]*$/;
const UNSPACED = /\s*[|｜_:：–—-]\s*[^|｜_:：]*$/;
const SECTION = /\s+\|\s+[^|]{1,30}$/; // between a title and its site: “Fish prices rise | Business”
const SHORTEST = 10; // characters of a heading by which a title can be told from what follows it

// A heading that has a name of its own after it.
const PART =
  /^(?:part|chapter|volume|book|teil|kapitel|band|partie|chapitre|parte|capítulo|capitolo|deel) \S+$/i;
const LONGEST = 300; // characters of a title; a longer one is none that a site's name was put after

/** A title without the name of its site: "Vote on the lighthouse | Harbour Gazette". */
export function withoutSite(
  title: string | null,
  publisher: string | null,
  heading: string | null,
): string | null {
  if (title === null || title === heading || title.length > LONGEST) return title;
  const isPart = publisher !== null && PART.test(heading ?? '');
  if (heading !== null && heading !== publisher && !isPart && isHeaded(title, heading)) return heading;
  const at = title.search(SEPARATED);
  const start = at < 1 ? title : title.slice(0, at);
  if ((start === heading && !isPart) || (at > 0 && isSite(title.slice(at), publisher)))
    return withoutSection(start, title);
  const end = title.search(UNSPACED);
  return end > 0 && nameOf(title.slice(end)) === nameOf(publisher ?? '') ? title.slice(0, end) : title;
}

/** Whether a title is its page's heading with less after a mark, which is no subtitle. */
function isHeaded(title: string, heading: string): boolean {
  if (heading.length < SHORTEST || heading.length * 2 < title.length || !title.startsWith(heading))
    return false;
  return /^(?:\s*[|｜_：–—]|\s-\s|:(?!\s))/u.test(title.slice(heading.length));
}

/** Whether the end of a title names the site, or a part of it: “Harbour Gazette Politics”. */
function isSite(end: string, publisher: string | null): boolean {
  const [site, name] = [nameOf(end), nameOf(publisher ?? '')];
  return name !== '' && (site === name || site.startsWith(`${name} `) || site.endsWith(` ${name}`));
}

function nameOf(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^the\s+/i, '')
    .trim()
    .toLowerCase();
}

/** A section of the site stands between the title and the site: “… | India News - Times of India”. */
function withoutSection(start: string, title: string): string {
  const at = start.search(SECTION);
  return at > 0 && /^\s+[-–—]/.test(title.slice(start.length)) ? start.slice(0, at) : start;
}
