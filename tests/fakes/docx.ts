import { createZip } from './zip.ts';

type Entries = Parameters<typeof createZip>[0];

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONSHIPS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A Word document of plain paragraphs; `properties` is the inside of its core properties. */
export function createDocx(
  paragraphs: readonly string[],
  { properties, more = [] }: { properties?: string; more?: Entries } = {},
): Uint8Array {
  const body = paragraphs.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`,
  );
  return createDocxOf(body.join(''), [
    ...(properties === undefined ? [] : [{ name: 'docProps/core.xml', content: properties }]),
    ...more,
  ]);
}

/** The insides of a Word document's other parts. */
interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
}

/** A Word document with this inside its body and with other parts that it refers to. */
export function createDocxWith(body: string, parts: DocxParts): Uint8Array {
  const names = Object.keys(parts);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = names.map(
    (name) => `<Relationship Id="${name}" Type="${type}/${name}" Target="${name}.xml"/>`,
  );
  return createDocxOf(body, [
    { name: 'word/_rels/document.xml.rels', content: `<Relationships>${list.join('')}</Relationships>` },
    ...Object.entries(parts).map(([name, inside]) => ({
      name: `word/${name}.xml`,
      content: `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`,
    })),
  ]);
}

/** A Word document with this inside its body. */
export function createDocxOf(body: string, more: Entries = []): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return createZip([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: RELATIONSHIPS },
    { name: 'word/document.xml', content: document },
    ...more,
  ]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
