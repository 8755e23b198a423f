/** A word of a text. */
export interface Word {
  readonly written: string;
  /** Its offset in the text, and that of the character after it. */
  readonly start: number;
  readonly end: number;
  /** What it is compared by; null for a function word. */
  readonly term: string | null;
  /** Terms of other ways to write it: “Mueller” of “Müller”, a Korean noun without its particle. */
  readonly forms: readonly string[];
  /** What it is written as together with its neighbours. */
  readonly joints: readonly Joint[];
}

/** What neighbouring words are when written as one, or in another form: “email” of “e-mail”, a date in figures. */
export interface Joint {
  readonly term: string;
  /** The offset of its first word, and that of the character after its last one. */
  readonly start: number;
  readonly end: number;
  /** It says all that its words say: an aircraft F-35 is neither an F nor a 35. */
  readonly whole: boolean;
}
