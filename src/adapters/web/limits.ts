/** What the chat page is kept within: it stays under 100 kB, and so does what is kept for it. */
export const LIMITS = {
  /** Bytes of the turns that a session keeps; its page adds about 10 kB. */
  turns: 80_000,
  /** Browsers whose turns are kept; the one that was away for longest goes first. */
  sessions: 50,
  /** Characters of one page of a reply. */
  reply: 16_000,
  /** Characters of a quotation, of which a page of a reply may have one that is longer than the room left. */
  quote: 6000,
  /** Lines of a list on one page of a reply. */
  lines: 40,
  /** Characters of what was asked, above its reply. */
  asked: 300,
  /** Characters that can be typed. */
  typed: 2000,
} as const;
