/** What Discord's API (v10) takes at most. Lengths are in UTF-16 units, which Discord counts no lower. */
export const LIMITS = {
  /** Over all text displays of a message with Components V2. */
  text: 4000,
  /** Of a custom_id, which is unique in its message. */
  customId: 100,
  buttonsInRow: 5,
  buttonLabel: 80,
  selectOptions: 25,
  modalTitle: 45,
  inputLabel: 45,
  inputPlaceholder: 100,
  /** Choices offered while somebody types. */
  choices: 25,
  choice: 100,
  commandDescription: 100,
  optionDescription: 100,
  threadName: 100,
  /** Of a nonce, by which a message that is sent twice appears once. */
  nonce: 25,
} as const;

/** Milliseconds in which `stop` lets what is in hand finish; whoever stops the process waits ten seconds. */
export const STOP_WITHIN = 7000;
