import { Parser } from 'htmlparser2';
import { unreadable } from '../../core/library/reading/document-reader.ts';
import { knownPrefix } from './namespaces.ts';

/** An element; the prefixes of names are those of namespaces.ts. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element or a piece of text. */
export type XmlNode = XmlElement | string;

const MAX_DEPTH = 400; // of elements: readers climb down by recursion

/** Parses a part of a document. References to entities that a file defines itself stay as they are written. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const builder = createTreeBuilder();
  const parser = new Parser(
    { onopentag: builder.open, ontext: builder.text, onclosetag: builder.close },
    { xmlMode: true },
  );
  parser.write(decodeXml(bytes));
  if (builder.isOpen()) throw unreadable('is damaged: a part of it is cut off; save it again');
  parser.end();
  return builder.root;
}

/** Parses a page of HTML or XHTML, whose names have no prefixes and are in small letters. */
export function parseMarkup(source: string): XmlElement {
  const builder = createTreeBuilder((name) => name.replace(/^.*:/, ''));
  const parser = new Parser(
    { onopentag: builder.open, ontext: builder.text, onclosetag: builder.close },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(source);
  return builder.root;
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

const NO_ATTRIBUTES = {};

function createTreeBuilder(rename?: (name: string) => string) {
  const root: OpenElement = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const open: OpenElement[] = [root];
  const names = createNames();
  return {
    root: root as XmlElement,
    isOpen: () => open.length > 1,
    open(name: string, written: Readonly<Record<string, string>>) {
      if (open.length > MAX_DEPTH) throw unreadable(`has more than ${MAX_DEPTH} elements inside each other`);
      names.open(written);
      const element: OpenElement = {
        name: rename?.(name) ?? names.element(name),
        attributes: rename ? written : renameKeys(written, names.attribute),
        children: [],
      };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text: string) {
      const children = open.at(-1)?.children ?? [];
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    close() {
      open.pop();
      names.close();
    },
  };
}

function renameKeys(
  written: Readonly<Record<string, string>>,
  rename: (name: string) => string,
): Readonly<Record<string, string>> {
  const keys = Object.keys(written);
  if (keys.length === 0) return NO_ATTRIBUTES;
  if (keys.every((key) => rename(key) === key)) return written;
  return Object.fromEntries(keys.map((key) => [rename(key), written[key] ?? '']));
}

/** Translates names while elements that declare namespaces open and close. */
function createNames() {
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  const translate = (name: string, isElement: boolean) => {
    const colon = name.indexOf(':');
    if (colon === -1 && !isElement) return name;
    const prefix = name.slice(0, Math.max(0, colon));
    const known = scopes.at(-1)?.get(prefix);
    if (known === undefined || known === prefix) return name;
    const local = name.slice(colon + 1);
    return known === '' ? local : `${known}:${local}`;
  };
  return {
    open: (written: Readonly<Record<string, string>>) =>
      void scopes.push(withDeclared(scopes.at(-1), written)),
    close: () => void scopes.pop(),
    element: (name: string) => translate(name, true),
    attribute: (name: string) => translate(name, false),
  };
}

function withDeclared(
  outer: ReadonlyMap<string, string> = new Map(),
  written: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  let scope = outer;
  for (const key in written) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key.slice('xmlns:'.length);
    scope = new Map(scope).set(prefix, knownPrefix(written[key] ?? '') ?? unknownPrefix(prefix));
  }
  return scope;
}

/** A prefix that a file gives to another namespace is none that readers look for. */
function unknownPrefix(prefix: string): string {
  return /^(?:w|a|c|wp|dgm|p|m|r|mc|v|o|math|xlink|dc|text|table|draw|office|style)$/.test(prefix)
    ? `other-${prefix}`
    : prefix;
}

function decodeXml(bytes: Uint8Array): string {
  const mark = bytes.subarray(0, 2).join(',');
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
