/** Limits of Slack (docs, Block Kit reference; lengths in characters). */
export const LIMITS = {
  blocks: 50,
  header: 150,
  /** Of one element of a context block. */
  context: 2000,
  buttonValue: 2000,
  url: 3000,
  /** Of the fallback text of a message. */
  text: 4000,
  /** Over all blocks of a message as JSON; refusals were seen from 11,341 on. */
  message: 10_000,
} as const;

/** Milliseconds after which a call is given up; the client's own limit is none. */
export const REQUEST_TIMEOUT = 10_000;

/** Milliseconds in which `stop` lets current work finish; whatever stops the process waits ten seconds. */
export const STOP_WITHIN = 6000;
