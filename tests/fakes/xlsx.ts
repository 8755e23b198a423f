import { createZip } from './zip.ts';

/** A sheet of a made workbook: its name, its rows as XML, and what stands before and after them. */
interface FakeSheet {
  readonly name: string;
  readonly rows: string;
  readonly hidden?: boolean;
  readonly columns?: string;
  readonly merges?: readonly string[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const FORMATS = ['General', '0.0%', '#,##0.00\\ "€"', 'yyyy-mm-dd', 'd mmmm yyyy'];

/** Styles of cells: none, 12.5%, 1,234.50 €, 2024-03-05, 5 March 2024, and the reader's own way to write dates. */
export const STYLE = { none: 0, percent: 1, euro: 2, isoDate: 3, longDate: 4, localDate: 5 } as const;

/** A workbook of these sheets. */
export function createXlsx(sheets: readonly FakeSheet[], title?: string): Uint8Array {
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at + 1}" Type="${RELATED}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return createZip([
    { name: '[Content_Types].xml', content: types(sheets.length) },
    { name: '_rels/.rels', content: ROOT },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATED}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="s" Type="${RELATED}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles() },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
    ...(title === undefined ? [] : [{ name: 'docProps/core.xml', content: core(title) }]),
  ]);
}

/** A row of cells, each a text, a number with a style, or XML of its own. */
export function row(cells: readonly (string | readonly [value: number, style: number] | null)[]): string {
  const inside = cells.map((cell) => {
    if (cell === null) return '<c/>';
    if (typeof cell === 'string') return textCell(cell);
    return `<c s="${cell[1]}"><v>${cell[0]}</v></c>`;
  });
  return `<row>${inside.join('')}</row>`;
}

/** A cell that shows this text. */
export function textCell(text: string): string {
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const ROOT = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATED}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function types(count: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.join('')}</Types>`;
}

function styles(): string {
  const formats = FORMATS.slice(1).map(
    (code, at) => `<numFmt numFmtId="${165 + at}" formatCode="${escapeXml(code)}"/>`,
  );
  const cells = [0, 165, 166, 167, 168, 14].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return `<styleSheet ${MAIN}><numFmts count="${formats.length}">${formats.join('')}</numFmts><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}

function sheetXml({ rows, columns = '', merges = [] }: FakeSheet): string {
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${cells}</mergeCells>` : '';
  return `<worksheet ${MAIN}>${columns}<sheetData>${rows}</sheetData>${merged}</worksheet>`;
}

function core(title: string): string {
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
