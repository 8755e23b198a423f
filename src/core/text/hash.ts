/** A number of 32 bits that stands for a text (FNV-1a over its UTF-16 units): the same for every start and machine. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
