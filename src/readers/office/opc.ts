import { parseXml, type XmlElement } from './xml.ts';
import { elementsOf } from './xml-tree.ts';
import type { ZipEntries } from './zip-directory.ts';

/** A part of an Office Open XML file that another part refers to. */
export interface RelatedPart {
  readonly id: string;
  /** The last word of its type, such as `styles` or `slide`. */
  readonly type: string;
  /** Its name in the zip file. */
  readonly name: string;
}

/** An Office Open XML file: its parts, and which of them belong to which. */
export interface OpcFile {
  /** The content of a part; undefined if it is missing. */
  part(name: string | undefined): XmlElement | undefined;
  /** The bytes of a part. */
  bytes(name: string): Uint8Array | undefined;
  /** What a part refers to inside the file; `''` is the file itself. */
  related(name: string): readonly RelatedPart[];
}

/** Reads the parts of an Office Open XML file as they are asked for. */
export function createOpcFile(entries: ZipEntries): OpcFile {
  const byName = new Map([...entries].map(([name, unpack]) => [partKey(name), unpack]));
  const bytesOf = (name: string) => byName.get(partKey(name))?.();
  const part = (name: string | undefined) => {
    const bytes = name === undefined ? undefined : bytesOf(name);
    return bytes && elementsOf(parseXml(bytes))[0];
  };
  return {
    part,
    bytes: bytesOf,
    related(name) {
      const folder = name.slice(0, name.lastIndexOf('/') + 1);
      const list = part(`${folder}_rels/${name.slice(folder.length)}.rels`);
      return elementsOf(list)
        .filter(({ attributes }) => attributes.TargetMode !== 'External')
        .map(({ attributes }) => ({
          id: attributes.Id ?? '',
          type: (attributes.Type ?? '').replace(/^.*\//, ''),
          name: resolveName(attributes.Target ?? '', folder),
        }));
    },
  };
}

/** Names of parts are the same in capitals and small letters. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function resolveName(target: string, folder: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
