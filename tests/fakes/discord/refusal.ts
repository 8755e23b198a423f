/** One thing wrong with a request's body, and where. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** What Discord answers instead of doing what was asked. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The same refusal, of a body that stands in a field of another. */
  under(field: string): Refusal {
    const problems = this.problems.map((each) => ({ ...each, path: [field, ...each.path] }));
    return new Refusal(this.status, this.code, this.message, problems);
  }

  /** The body as Discord writes it, with the problems as a tree of `_errors`. */
  body(): Record<string, unknown> {
    const plain = { message: this.message, code: this.code };
    return this.problems.length === 0 ? plain : { ...plain, errors: tree(this.problems) };
  }
}

/** Throws a 400 unless there are no problems. */
export function refuseIf(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', problems);
}

/** Makes a problem; the path leads to the field. */
export function problem(path: Problem['path'], code: string, message: string): Problem {
  return { path, code, message };
}

/** The problem of a text or list whose length is out of bounds, or none. */
export function lengthProblem(path: Problem['path'], length: number, [least, most]: [number, number]) {
  if (length >= least && length <= most) return [];
  return [problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)];
}

/** Refusals that any route may give, by Discord's names. */
export const REFUSALS = {
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  notFound: () => new Refusal(404, 0, '404: Not Found'),
  unknownApplication: () => new Refusal(404, 10002, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10004, 'Unknown Guild'),
  unknownMember: () => new Refusal(404, 10007, 'Unknown Member'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownUser: () => new Refusal(404, 10013, 'Unknown User'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new Refusal(404, 10063, 'Unknown application command'),
  acknowledged: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  threadExists: () => new Refusal(400, 160004, 'A thread has already been created for this message'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  notAuthor: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  noDirectMessages: () => new Refusal(403, 50007, 'Cannot send messages to this user'),
  notText: () => new Refusal(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new Refusal(403, 50013, 'Missing Permissions'),
  expiredToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  archived: () => new Refusal(400, 50083, 'Thread is archived'),
} as const satisfies Record<string, () => Refusal>;

function tree(problems: readonly Problem[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const step of path) {
      node[step] ??= {};
      node = node[step] as Record<string, unknown>;
    }
    const errors = (node._errors ?? []) as unknown[];
    node._errors = [...errors, { code, message }];
  }
  return root;
}
