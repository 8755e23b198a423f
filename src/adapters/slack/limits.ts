/** What Slack takes at most (docs, Block Kit reference; lengths in characters). */
export const LIMITS = {
  blocks: 50,
  header: 150,
  /** Of one element of a context block. */
  context: 2000,
  contextElements: 10,
  actions: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  /** Of the fallback text of a message. */
  text: 4000,
  /** Over all blocks of a message as JSON; refusals were seen from 11,341 on. */
  message: 10_000,
  modalTitle: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  optionText: 75,
} as const;

/** Milliseconds in which `stop` lets what is in hand finish; whoever stops the process waits ten seconds. */
export const STOP_WITHIN = 7000;
