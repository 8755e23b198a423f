import type { DocumentMetadata } from '../../core/library/documents/document.ts';
import { unreadable } from '../../core/library/reading/document-reader.ts';
import { mathmlText } from '../office/mathml.ts';
import { parseProperties } from '../office/properties.ts';
import { parseXml, type XmlElement } from '../office/xml.ts';
import { elementsOf, findChild } from '../office/xml-tree.ts';
import { openZip } from '../office/zip-directory.ts';
import { readOdfChart } from './chart.ts';
import type { OdfObject } from './inline.ts';
import { readOdfStyles } from './styles.ts';
import type { OdfContext } from './text.ts';

/** An OpenDocument file that has been opened. */
export interface OdfFile {
  /** The text, the presentation or whatever else it contains. */
  readonly body: XmlElement;
  readonly context: OdfContext;
  readonly embedded: DocumentMetadata;
}

/** Opens an OpenDocument file; `body` is the name of what it should contain, `kind` what the file should be. */
export function openOdf(bytes: Uint8Array, body: string, kind: string): OdfFile {
  const entries = openZip(bytes, kind);
  const unpack = (name: string) => entries.get(name)?.() ?? null;
  if (Buffer.from(unpack('META-INF/manifest.xml') ?? []).includes('encryption-data'))
    throw unreadable('is password-protected; save it without a password');
  const part = (name: string) => {
    const found = unpack(name);
    return found === null ? undefined : elementsOf(parseXml(found))[0];
  };
  const content = part('content.xml');
  const found = findChild(content, 'office:body', body);
  if (!found) throw unreadable(`is not a readable ${kind} (damaged, or another format); save it again`);
  const object = (name: string): OdfObject => {
    const content = part(name);
    if (content?.name === 'math:math' || content?.name === 'math')
      return { formula: mathmlText(content), blocks: [] };
    return { blocks: readOdfChart(findChild(content, 'office:body', 'office:chart', 'chart:chart')) };
  };
  return {
    body: found,
    context: { styles: readOdfStyles(content, part('styles.xml')), object },
    embedded: parseProperties(unpack('meta.xml')),
  };
}
