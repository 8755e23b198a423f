import { createHeadTracker } from './article-head.ts';
import { createBlockLine } from './block-line.ts';
import { isAuthorLine, isPhotoLabel, personName, type SignedLine } from './byline-names.ts';
import type { Attributes, PageEvents } from './page-events.ts';

const PROFILE =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|staff|people|profiles?|contributors?|journalists?|by)\/[^/]+\/?$/i;
const NAMED = /(?:^|[-_\s])(?:author|writer|byline)[-_]*(?:name)?(?:$|\s)/i;
const MARKED = /(?:^|[-_\s])(?:authors?|writers?|bylines?)(?:$|[-_\s])/i;
const PHOTO = /caption|credit|photograph|(?:photo|image|picture)[-_]*by|fotograf/i;
const MAX_TEXT = 1000; // characters
const MOST = 4; // authors

/**
 * Collects who wrote a page's article, as marked at its head: by an element that is called so, or by a link to a profile
 * that stands alone in its line, after “By” or in a byline.
 */
export function createAuthorCollector(): PageEvents & { readonly authors: readonly string[] } {
  const authors: string[] = [];
  const add = (name: string) => {
    if (authors.length < MOST && !authors.includes(name)) authors.push(name);
  };
  const head = createHeadTracker();
  const paragraph = createHearing((text) => head.line(text));
  const signed = createSigned(add);
  const named = createHearing((text) => signed.name(text, true));
  const linked = createHearing((text) => signed.name(text, signed.isMarked()));
  const heard = [paragraph, named, linked];
  return {
    authors,
    open(name, attributes) {
      head.open(name);
      signed.open(name, attributes);
      paragraph.open(name === 'p');
      named.open(head.isHead() && isNamed(name, attributes));
      linked.open(head.isHead() && isProfile(name, attributes));
    },
    text(text) {
      signed.text(text);
      for (const hearing of heard) hearing.text(text);
    },
    close(name) {
      head.close(name);
      for (const hearing of heard) hearing.close();
      signed.close(name);
    },
  };
}

/** Keeps the names that a line may sign with until it has ended, and tells those that it does sign with. */
function createSigned(tell: (name: string) => void) {
  const marked = createDepth();
  const photos = createDepth();
  let waiting: SignedLine['names'] = [];
  let above = '';
  const line = createBlockLine((text) => {
    const isOfPhoto = isPhotoLabel(above);
    for (const { name } of isOfPhoto
      ? []
      : waiting.filter((one) => isAuthorLine({ text, names: waiting }, one)))
      tell(name);
    waiting = [];
    if (text !== '') above = text;
  });
  return {
    isMarked: marked.isIn,
    name(text: string, isMarked: boolean) {
      const name = photos.isIn() ? null : personName(text);
      const before = line.heard();
      const end = before.endsWith(text) ? before.length : 0;
      if (name !== null)
        waiting = [...waiting, { name, isMarked, start: Math.max(0, end - text.length), end }];
    },
    open(name: string, attributes: Attributes) {
      line.open(name, attributes);
      marked.open(name !== 'body' && MARKED.test(attributes.class ?? ''));
      photos.open(name === 'figure' || PHOTO.test(attributes.class ?? ''));
    },
    text: line.text,
    close(name: string) {
      line.close(name);
      marked.close();
      photos.close();
    },
  };
}

/** Tells whether a parser is within an element of some kind. */
function createDepth() {
  let depth = 0;
  return {
    open(begins: boolean) {
      if (depth > 0 || begins) depth++;
    },
    close() {
      if (depth > 0) depth--;
    },
    isIn: () => depth > 0,
  };
}

/** Hears what is between the tags of an element, and tells it when the element ends. */
function createHearing(tell: (text: string) => void) {
  let text: string | null = null;
  let depth = 0;
  return {
    open(begins: boolean) {
      if (text !== null) depth++;
      else if (begins) [text, depth] = ['', 0];
    },
    text(heard: string) {
      if (text !== null && text.length <= MAX_TEXT) text += heard;
    },
    close() {
      if (text === null || depth-- > 0) return;
      tell(text.replace(/\s+/g, ' ').trim());
      text = null;
    },
  };
}

function isNamed(name: string, { rel = '', itemprop = '', class: classes = '' }: Attributes): boolean {
  if (name === 'a') return /\bauthor\b/i.test(rel);
  return /^author$/i.test(itemprop) || NAMED.test(classes);
}

function isProfile(name: string, { href = '' }: Attributes): boolean {
  return name === 'a' && PROFILE.test(href.split(/[?#]/, 1)[0] ?? '');
}
