/** What a UserError says besides its sentence. */
interface UserErrorDetails extends ErrorOptions {
  /** For programs: the `problem.code` of a JSON reply. */
  readonly code: string;
  /** Words that would have worked. */
  readonly suggestions?: readonly string[];
}

/** Something the person can mend. The message says what is wrong, then what to do, and is shown as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly suggestions: readonly string[];

  constructor(message: string, { code, suggestions = [], ...options }: UserErrorDetails) {
    super(message, options);
    this.code = code;
    this.suggestions = suggestions;
  }
}
