/** What can be done with a message that somebody else wrote: its text becomes an option of a command. */
export interface MessageMenu {
  readonly name: string;
  readonly description: string;
  readonly command: string;
  /** Which option takes the text. */
  readonly option: string;
}

/** What is offered under any message, where a platform has a place for it. */
export const MESSAGE_MENUS: readonly MessageMenu[] = [
  {
    name: 'Brief this',
    description: 'What the documents say on this message',
    command: 'ask',
    option: 'question',
  },
  {
    name: 'Find sources',
    description: 'Passages that say what this message says',
    command: 'search',
    option: 'words',
  },
];
