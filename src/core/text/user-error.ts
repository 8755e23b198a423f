/** The parts of a UserError besides its message. */
interface UserErrorDetails extends ErrorOptions {
  /** A code for programs: the `problem.code` of a JSON reply. */
  readonly code: string;
  /** Words that would have worked instead. */
  readonly suggestions?: readonly string[];
}

/** An error that the person can fix. Its message says what is wrong, then what to do, and is shown unchanged. */
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
