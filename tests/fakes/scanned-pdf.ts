import { deflateSync } from 'node:zlib';
import type { Picture } from '../../src/readers/pdf/picture.ts';

/** How a page is scanned. */
export interface Scan {
  readonly picture: Picture;
  /** Pixels per inch. */
  readonly dpi?: number;
  /** In so many strips from top to bottom. */
  readonly strips?: number;
  /** Bits of a pixel, of which one may be a mask that paints black. */
  readonly bits?: 8 | 1 | 'mask';
  /** Degrees by which the page is shown turned, clockwise; its pictures stay as they are. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** Text at the page's lower edge, as archives add it. */
  readonly stamp?: string;
}

/** A PDF whose pages are pictures only, or nothing. */
export function createScannedPdf(scans: readonly (Scan | null)[], labels = ''): Uint8Array {
  const objects: string[] = ['', ''];
  const add = (object: string) => objects.push(object);
  const kids = scans.map((scan) => addPage(scan, add));
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${labels} >>`;
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  return writeFile(objects);
}

function addPage(scan: Scan | null, add: (object: string) => number): number {
  if (!scan) return add('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Resources << >> >>');
  const { picture, dpi = 300, strips = 1, bits = 8, rotate = 0, stamp = '' } = scan;
  const points = (pixels: number) => (pixels * 72) / dpi;
  const [width, height] = [points(picture.width), points(picture.height)];
  const rows = Math.ceil(picture.height / strips);
  const drawn = Array.from({ length: strips }, (_, nth) => {
    const from = nth * rows;
    const part = cut(picture, from, Math.min(rows, picture.height - from));
    const image = add(imageObject(part, bits));
    const base = height - points(from + part.height);
    return { image, content: `q ${width} 0 0 ${points(part.height)} 0 ${base} cm /I${image} Do Q` };
  });
  const text = `BT /F 9 Tf 10 10 Td (${stamp}) Tj ET`;
  const content = add(stream('', [...drawn.map((each) => each.content), text].join('\n')));
  const named = drawn.map(({ image }) => `/I${image} ${image} 0 R`).join(' ');
  return add(
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /XObject << ${named} >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
  );
}

function cut({ width, grey }: Picture, from: number, height: number): Picture {
  return { width, height, grey: grey.subarray(from * width, (from + height) * width) };
}

function imageObject(picture: Picture, bits: 8 | 1 | 'mask'): string {
  const { width, height } = picture;
  const kind = bits === 'mask' ? '/ImageMask true' : `/ColorSpace /DeviceGray`;
  const depth = bits === 'mask' ? 1 : bits;
  const data = deflateSync(depth === 8 ? picture.grey : toBits(picture)).toString('latin1');
  return stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${depth} ${kind} /Filter /FlateDecode`,
    data,
  );
}

/** A bit for each pixel, 1 is white; rows begin with a new byte. */
function toBits({ width, height, grey }: Picture): Uint8Array {
  const row = Math.ceil(width / 8);
  const bytes = new Uint8Array(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((grey[y * width + x] ?? 255) > 127)
        bytes[y * row + (x >> 3)] = (bytes[y * row + (x >> 3)] ?? 0) | (128 >> (x & 7));
  return bytes;
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function writeFile(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + table + end, 'latin1'));
}

/** Reads a PGM or PBM file of one byte or one bit a pixel. */
export function parsePicture(file: Buffer): Picture {
  const [head = '', kind, columns, rows] =
    /^P([45])\s(\d+)\s(\d+)\s(?:255\s)?/.exec(file.toString('latin1', 0, 40)) ?? [];
  const [width, height] = [Number(columns), Number(rows)];
  const data = file.subarray(head.length);
  if (kind === '5') return { width, height, grey: Uint8Array.from(data) };
  const row = Math.ceil(width / 8);
  const isBlack = (at: number) =>
    (data[Math.floor(at / width) * row + ((at % width) >> 3)] ?? 0) & (128 >> ((at % width) & 7));
  return {
    width,
    height,
    grey: Uint8Array.from({ length: width * height }, (_, at) => (isBlack(at) ? 0 : 255)),
  };
}
