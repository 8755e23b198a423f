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

/** Milliseconds after which whoever asked is told that Slack confirms nothing. */
export const SLOW = 4000;

/** Milliseconds for which a form can be opened: the life of a trigger (docs, Modals). */
export const FORM_WITHIN = 3000;

/** Milliseconds that an answer waits for what Slack knows of a person or a channel. */
export const LOOKED_UP_WITHIN = 2000;

/** Milliseconds for which Slack must keep rejecting a token that it accepted before until it is given up. */
export const PATIENCE = 180_000;

/** Milliseconds in which `stop` lets current work finish; whatever stops the process waits ten seconds. */
export const STOP_WITHIN = 6000;

/** Milliseconds before each time that Slack is asked again about a token which it did not know in a post. */
export const TOKEN_DOUBTS: readonly number[] = [1000, 4000];
