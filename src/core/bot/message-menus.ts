/** An entry in a platform's menu on messages: the text of anyone's message becomes an option of a command. */
export interface MessageMenu {
  readonly name: string;
  readonly description: string;
  readonly command: string;
  /** The option that takes the text. */
  readonly option: string;
}

/** The menu entries that platforms offer on every message. */
export const MESSAGE_MENUS: readonly MessageMenu[] = [
  {
    name: 'Brief this',
    description: 'What the documents say about this message',
    command: 'ask',
    option: 'question',
  },
  {
    name: 'Find sources',
    description: 'Passages that match this message',
    command: 'search',
    option: 'words',
  },
];
