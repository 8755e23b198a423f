// What Windows-1252 has at 0x80 to 0x9F; five places are empty.
const CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Mends what was decoded as Latin-1: TextDecoder of Node 20 takes Windows-1252 for it (nodejs/node 56542). */
export function mendWindowsCharacters(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => CHARACTERS.charAt(control.charCodeAt(0) - 0x80));
}
