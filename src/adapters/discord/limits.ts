/** Limits of Discord's API (v10). Lengths are in UTF-16 units, which Discord counts no lower. */
export const LIMITS = {
  /** Over all text displays of a message with Components V2. */
  text: 4000,
  /** Of a custom_id, which is unique in its message. */
  customId: 100,
  /** Bytes of a file, on a server without boosts. */
  file: 10 * 1024 * 1024,
  buttonsInRow: 5,
  selectOptions: 25,
  /** Choices offered while someone types. */
  choices: 25,
  choice: 100,
  /** Of a command or an option. */
  description: 100,
  /** Characters that are taken for an option, our own limit: names, dates, ids. */
  option: 100,
  /** The same for questions and other text; Discord takes 6,000. */
  longOption: 1000,
  threadName: 100,
} as const;

/** Milliseconds after which a request is given up, its whole answer included. */
export const REQUEST_TIMEOUT = 10_000;

/** Milliseconds in which `stop` lets current work finish; whatever stops the process waits ten seconds. */
export const STOP_WITHIN = 6500;
