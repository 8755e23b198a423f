import { createZip } from './zip.ts';

type Entries = Parameters<typeof createZip>[0];

const NAMESPACES = [
  ...['office', 'text', 'table', 'style', 'chart', 'presentation', 'manifest'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

/** The insides of the parts that an OpenDocument file may have beside its body. */
interface OdfParts {
  /** Of the automatic styles. */
  readonly styles?: string;
  /** Of the metadata. */
  readonly properties?: string;
  readonly more?: Entries;
}

/** An OpenDocument text with this inside its body. */
export function createOdt(body: string, parts: OdfParts = {}): Uint8Array {
  return createOdf(`<office:text>${body}</office:text>`, parts);
}

/** An OpenDocument presentation with these slides. */
export function createOdp(slides: string, parts: OdfParts = {}): Uint8Array {
  return createOdf(`<office:presentation>${slides}</office:presentation>`, parts);
}

/** A plain paragraph of each line, as OpenDocument has them. */
export function odfParagraphs(lines: readonly string[]): string {
  return lines.map((line) => `<text:p>${escapeXml(line)}</text:p>`).join('');
}

/** The content of a chart that is an object inside a file: a series over named places. */
export function odfChart(title: string, series: string, places: readonly string[]): string {
  const cell = (text: string, type = 'string') =>
    `<table:table-cell office:value-type="${type}"><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
  const table = `<table:table table:name="local-table"><table:table-header-rows>${row(cell('') + cell(series))}</table:table-header-rows><table:table-rows>${places.map((place) => row(cell(place) + cell('4.5', 'float'))).join('')}</table:table-rows></table:table>`;
  const titled = `<chart:title><text:p>${title}</text:p></chart:title>`;
  return `<office:document-content ${NAMESPACES}><office:body><office:chart><chart:chart>${titled}<chart:plot-area/>${table}</chart:chart></office:chart></office:body></office:document-content>`;
}

function createOdf(body: string, { styles = '', properties, more = [] }: OdfParts): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
  const meta = `<office:document-meta ${NAMESPACES}><office:meta>${properties}</office:meta></office:document-meta>`;
  return createZip([
    { name: 'content.xml', content },
    ...(properties === undefined ? [] : [{ name: 'meta.xml', content: meta }]),
    ...more,
  ]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
