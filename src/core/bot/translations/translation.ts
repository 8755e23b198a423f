/** What people see of commands before they use one, in another language; by the English words. */
export interface Translation {
  /** Names of commands, their subcommands and options: small letters, no spaces. */
  readonly names: Readonly<Record<string, string>>;
  /** Values that an option offers. */
  readonly choices: Readonly<Record<string, string>>;
  /** Descriptions, and the names of message menus. */
  readonly texts: Readonly<Record<string, string>>;
}
