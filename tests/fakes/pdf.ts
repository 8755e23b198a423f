/** What a made PDF holds. */
interface PdfContent {
  /** The lines of each page; an empty one leaves a gap. */
  readonly pages: readonly (readonly (string | PlacedLine)[])[];
  /** The document information, for example `{ Title: 'The lamp' }`. */
  readonly info?: Readonly<Record<string, string>>;
  /** Entries of the trailer, for example `/Encrypt 9 0 R`. */
  readonly trailer?: string;
  /** Entries of the catalog, for example `/PageLabels << … >>`. */
  readonly catalog?: string;
  /** A character map that PDF knows by name, and the collection of its font, instead of the font's own map. */
  readonly map?: { readonly name: string; readonly collection: string };
}

/** A line that is drawn elsewhere than below the last one; measures are in points from the page's lower left corner. */
interface PlacedLine {
  readonly text: string;
  readonly size?: number;
  readonly left?: number;
  readonly base?: number;
  /** Space between letters. */
  readonly spacing?: number;
}

const LEADING = 14; // points
const CATALOG = 1;
const PAGES = 2;
const FONT = 3;
const FIRST_PAGE = 7;

/** A PDF that shows lines of any characters, by a font without shapes whose codes are mapped to Unicode. */
export function createPdf({ pages, info = {}, trailer = '', catalog = '', map }: PdfContent): Uint8Array {
  const codes = new Map<string, number>();
  const contents = pages.map((lines) => drawLines(lines, map ? null : codes));
  const kids = pages.map((_, at) => `${FIRST_PAGE + at * 2} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages ${PAGES} 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /${map?.name ?? 'Identity-H'} /DescendantFonts [4 0 R] ${map ? '' : '/ToUnicode 5 0 R '}>>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /Ascent 800 /Descent -200 /ItalicAngle 0 /StemV 80 /CapHeight 700 /FontBBox [0 0 500 800] >> /CIDSystemInfo << /Registry (${map ? 'Adobe' : 'A'}) /Ordering (${map?.collection ?? 'B'}) /Supplement 0 >> >>`,
    stream(unicodeMap(codes)),
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} <FEFF${hex(value)}>`)
      .join(' ')} >>`,
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 595 842] /Contents ${FIRST_PAGE + at * 2 + 1} 0 R /Resources << /Font << /F ${FONT} 0 R >> >> >>`,
      stream(content),
    ]),
  ];
  return writeFile(objects, `/Root ${CATALOG} 0 R /Info 6 0 R ${trailer}`);
}

function drawLines(lines: PdfContent['pages'][number], codes: Map<string, number> | null): string {
  return lines
    .map((line, at) => {
      const placed = typeof line === 'string' ? { text: line } : line;
      const { text, size = 10, left = 50, base = 780 - at * LEADING, spacing = 0 } = placed;
      if (text === '') return '';
      const drawn = codes ? [...text].map((each) => code(each, codes)).join('') : hex(text);
      return `BT ${spacing} Tc /F ${size} Tf ${left} ${base} Td <${drawn}> Tj ET`;
    })
    .join('\n');
}

function code(character: string, codes: Map<string, number>): string {
  if (!codes.has(character)) codes.set(character, codes.size + 1);
  return (codes.get(character) ?? 0).toString(16).padStart(4, '0');
}

function unicodeMap(codes: ReadonlyMap<string, number>): string {
  const pairs = [...codes].map(
    ([character, at]) => `<${at.toString(16).padStart(4, '0')}> <${hex(character)}>`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const some = pairs.slice(at, at + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('\n')}
endcmap end end`;
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function writeFile(objects: readonly string[], trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return new Uint8Array(
    Buffer.from(
      `${file}${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
      'latin1',
    ),
  );
}
