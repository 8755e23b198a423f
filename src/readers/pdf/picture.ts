/** A grey picture: a byte for each pixel, row by row from the top, 255 is white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** The linear map [a b c d e f] of PDFs: x′ = ax + cy + e, y′ = bx + dy + f. */
export type Matrix = readonly number[];

/** A picture in a page, and the map from the unit square to the page's points, x to the right and y down. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly matrix: Matrix;
}

/** Combines two maps: first `inner`, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Puts the pictures of a page, the strips of a scan for example, together on white. `scale`: pixels per point. */
export function compose(
  { width, height }: { readonly width: number; readonly height: number },
  pictures: readonly PlacedPicture[],
  scale: number,
): Picture {
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const page = { ...size, grey: new Uint8Array(size.width * size.height).fill(255) };
  for (const { picture, matrix } of pictures)
    draw(page, picture, combine([scale, 0, 0, scale, 0, 0], matrix));
  return page;
}

/** Fills each pixel that the picture covers with the mean of the pixels below it. */
function draw(page: Picture, picture: Picture, matrix: Matrix): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix;
  const area = a * d - b * c;
  if (area === 0) return;
  const [left, right] = extent([e, e + a, e + c, e + a + c], page.width);
  const [top, bottom] = extent([f, f + b, f + d, f + b + d], page.height);
  const reach = Math.min(
    MOST,
    Math.max(1, Math.round(Math.sqrt((picture.width * picture.height) / Math.abs(area)))),
  );
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = (d * dx - c * dy) / area;
      const v = 1 - (a * dy - b * dx) / area; // rows of a picture go down, y of the unit square goes up
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      page.grey[y * page.width + x] = meanAt(picture, u * picture.width, v * picture.height, reach);
    }
}

const MOST = 4; // pixels on each side that are averaged

function extent(values: readonly number[], most: number): readonly [number, number] {
  return [Math.max(0, Math.floor(Math.min(...values))), Math.min(most, Math.ceil(Math.max(...values)))];
}

function meanAt({ width, height, grey }: Picture, x: number, y: number, reach: number): number {
  const left = Math.max(0, Math.min(width - reach, Math.round(x - reach / 2)));
  const top = Math.max(0, Math.min(height - reach, Math.round(y - reach / 2)));
  let sum = 0;
  for (let row = top; row < top + reach; row++)
    for (let column = left; column < left + reach; column++) sum += grey[row * width + column] ?? 255;
  return sum / (reach * reach);
}

/** Writes a picture as a PGM file, which needs no packing. */
export function toPgm({ width, height, grey }: Picture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
