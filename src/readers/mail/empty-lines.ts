const MOST = 100; // line breaks in a row
const [RETURN, FEED] = [13, 10];

/**
 * A message without the empty lines of a longer row: its parser takes a line at a time, and a million empty ones take
 * it many seconds.
 */
export function dropEmptyLines(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  let breaks = 0;
  for (const byte of bytes) {
    if (byte === FEED) breaks++;
    else if (byte !== RETURN) breaks = 0;
    if (breaks < MOST || (breaks === MOST && byte !== RETURN)) kept[length++] = byte;
  }
  return kept.subarray(0, length);
}
