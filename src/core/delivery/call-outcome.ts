import type { Found, Posted, Sent } from './poster.ts';

/** What a call to a platform that did not succeed means for a post. */
export type NotPosted = Exclude<Posted, Sent>;

/** The outcome of one call to a platform, which is made once whatever happens. */
export type CallOutcome<T> = { readonly kind: 'done'; readonly value: T } | NotPosted;

/** When another attempt may succeed, if the platform said so, and whether the same holds for all its channels. */
interface Delay {
  readonly seconds?: number | null;
  readonly everywhere?: boolean;
}

/** Nothing was posted, and another attempt may succeed. */
export function later(detail: string, { seconds = null, everywhere = false }: Delay = {}): NotPosted {
  return { kind: 'later', seconds, everywhere, detail };
}

/** The same failure of a call made before the post: nothing can have been posted yet. */
export function beforePosting(failure: NotPosted, everywhere: boolean): NotPosted {
  return failure.kind === 'unknown' ? later(failure.detail, { everywhere }) : failure;
}

/** A channel's messages couldn't be read; by default a refusal is final. */
export function cannotSearch(failure: NotPosted, forGood = failure.kind === 'refused'): Found {
  return { kind: 'cannot-search', detail: failure.detail, forGood };
}

/** A message could not be made into what the platform is sent. */
export function unrenderable(cause: unknown): NotPosted {
  return { kind: 'refused', why: 'invalid', detail: 'Could not render the message.', cause };
}

/** Whether no connection was made, so that nothing can have been sent. */
export function isUnconnected(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(isUnconnected);
  const { syscall, code } = cause as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return isUnconnected(cause.cause);
}

/** Asks a platform until it has answered once; who asks meanwhile waits for the same answer. */
export function askOnce<T>(ask: () => Promise<CallOutcome<T>>): () => Promise<CallOutcome<T>> {
  let asked: Promise<CallOutcome<T>> | null = null;
  return async () => {
    asked ??= ask();
    const outcome = await asked;
    if (outcome.kind !== 'done') asked = null;
    return outcome;
  };
}
