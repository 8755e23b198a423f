import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { combine, compose, type Matrix, type Picture, type PlacedPicture } from './picture.ts';

/** The pages of a PDF as they were scanned. */
export interface ScannedPages {
  readonly count: number;
  /** What the file calls a page, which is given by its place from 1. */
  labelOf(index: number): string;
  /** Null if pictures cover less than half of the page; `unknown` if such pictures can't be unpacked, JPEG 2000 for example. */
  pictureOf(index: number): Promise<Picture | 'unknown' | null>;
  close(): Promise<void>;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

const QUIET = { verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true };
const MAX_IMAGE = 40_000_000; // pixels; A3 at 400 dpi has 31 million

/** Opens the scans in a PDF that has been read before. No font is drawn: text is read without. */
export async function openScannedPages(bytes: Uint8Array): Promise<ScannedPages> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { ...QUIET, maxImageSize: MAX_IMAGE });
  const labels = await pdf.getPageLabels().catch(() => null);
  return {
    count: pdf.numPages,
    labelOf: (index) => labels?.[index - 1]?.trim() || String(index),
    async pictureOf(index) {
      const page = await pdf.getPage(index);
      try {
        return await composePage(page);
      } finally {
        page.cleanup();
      }
    },
    close: () => pdf.destroy(),
  };
}

const LEAST = 0.5; // of the page
const DPI = { least: 150, most: 300 };
const MAX_SIDE = 6000; // pixels
const POINTS = 72; // per inch

async function composePage(page: Page): Promise<Picture | 'unknown' | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const found = await findPictures(page, transform);
  const placed = found.filter((each): each is PlacedPicture => each.picture !== null);
  if (areaOf(found) < width * height * LEAST) return null;
  if (areaOf(placed) < width * height * LEAST) return 'unknown';
  const finest = placed.reduce((most, each) => Math.max(most, pixelsPerPoint(each)), 0);
  const dpi = Math.min(DPI.most, Math.max(DPI.least, finest * POINTS));
  return compose({ width, height }, placed, Math.min(dpi / POINTS, MAX_SIDE / Math.max(width, height)));
}

function areaOf(pictures: readonly FoundPicture[]): number {
  return pictures.reduce((sum, { matrix: [a = 0, b = 0, c = 0, d = 0] }) => sum + Math.abs(a * d - b * c), 0);
}

function pixelsPerPoint({ picture, matrix: [a = 0, b = 0] }: PlacedPicture): number {
  return picture.width / Math.max(1, Math.hypot(a, b));
}

/** A picture that a page paints; null if it can't be unpacked. */
interface FoundPicture extends Pick<PlacedPicture, 'matrix'> {
  readonly picture: Picture | null;
}

/** The pictures that a page paints, in order. */
async function findPictures(page: Page, viewport: Matrix): Promise<FoundPicture[]> {
  const [{ fnArray, argsArray }, { OPS }] = await Promise.all([page.getOperatorList(), getResolvedPDFJS()]);
  const found: FoundPicture[] = [];
  const saved: Matrix[] = [];
  let matrix = viewport;
  for (const [at, operator] of fnArray.entries()) {
    const given: readonly unknown[] = argsArray[at] ?? [];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? viewport;
    else if (operator === OPS.transform) matrix = combine(matrix, given as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (given[0]) matrix = combine(matrix, Array.from(given[0] as Iterable<number>));
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? viewport;
    else if (operator === OPS.paintImageXObject || operator === OPS.paintImageMaskXObject) {
      const isMask = operator === OPS.paintImageMaskXObject;
      found.push({ picture: toGrey(await findImage(page, given[0]), isMask), matrix });
    }
  }
  return found;
}

/** An image as PDF.js unpacks it. */
interface PdfImage {
  readonly width: number;
  readonly height: number;
  readonly data?: Uint8Array | Uint8ClampedArray | string | null;
}

async function findImage(page: Page, given: unknown): Promise<PdfImage | null> {
  if (typeof given !== 'string') {
    const image = given as PdfImage | null;
    return typeof image?.data === 'string' ? findImage(page, image.data) : image;
  }
  const objects = given.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(given, resolve));
}

/** Returns null for an image that could not be unpacked. A mask paints black where a bit is 0. */
function toGrey(image: PdfImage | null, isMask: boolean): Picture | null {
  if (!image?.data || typeof image.data === 'string') return null;
  const { width, height, data } = image;
  const pixels = width * height;
  const row = Math.ceil(width / 8);
  if (isMask || data.length === row * height)
    return { width, height, grey: fromBits(data, { width, height, row }) };
  const channels = data.length / pixels;
  if (channels !== 1 && channels !== 3 && channels !== 4) return null;
  const grey = new Uint8Array(pixels);
  for (let at = 0; at < pixels; at++) grey[at] = brightness(data, at * channels, channels);
  return { width, height, grey };
}

function fromBits(
  data: ArrayLike<number>,
  { width, height, row }: { readonly width: number; readonly height: number; readonly row: number },
): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = ((data[y * row + (x >> 3)] ?? 255) >> (7 - (x & 7))) & 1;
      grey[y * width + x] = bit * 255;
    }
  return grey;
}

function brightness(data: ArrayLike<number>, at: number, channels: number): number {
  const red = data[at] ?? 255;
  if (channels === 1) return red;
  return 0.299 * red + 0.587 * (data[at + 1] ?? 255) + 0.114 * (data[at + 2] ?? 255);
}
