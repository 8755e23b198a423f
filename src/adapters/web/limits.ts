/** What the chat page is kept within: it stays under 100 kB, and so does what is kept for it. */
export const LIMITS = {
  /** Bytes of the turns that a session keeps; its page, style and script add about 22 kB. */
  turns: 68_000,
  /** Browsers whose turns are kept; the one that was away for longest goes first. */
  sessions: 50,
  /** Characters of one page of a reply. */
  reply: 17_000,
  /** Characters of a quotation, of which a page of a reply may have one that is longer than the room left. */
  quote: 6000,
  /** Lines of a list on one page of a reply. */
  lines: 40,
  /** Characters of what was asked, above its reply. */
  asked: 300,
  /** Digests that the inbox lists. */
  inbox: 20,
  /** Lines that are offered while one is typed. */
  completed: 12,
} as const;
