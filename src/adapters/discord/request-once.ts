import type { AsyncLocalStorage } from 'node:async_hooks';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** What Discord answered. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Undefined if it isn't JSON. */
  readonly body: unknown;
}

/** A request while it is being made. */
export interface RequestUnderWay {
  mayLeave(): boolean;
  answer: Answer | null;
}

/** A request that was not sent because it was no longer wanted. */
export class TakenOver extends Error {
  override readonly message = 'Another process may have taken over.';
}

/** Makes a request and reads its whole answer within the timeout, which discord.js applies to its head only. */
export function requestOnce(
  underWay: AsyncLocalStorage<RequestUnderWay>,
): NonNullable<RESTOptions['makeRequest']> {
  return async (url, init) => {
    const current = underWay.getStore();
    if (current && !current.mayLeave()) throw new TakenOver();
    const response = await DefaultRestOptions.makeRequest(url, init);
    const { status, statusText, headers } = response;
    const text = await response.text();
    if (current) current.answer = { status, headers, body: parse(text) };
    return {
      ...{ status, statusText, headers, body: null, bodyUsed: true, ok: status >= 200 && status < 300 },
      text: async () => text,
      json: async () => parse(text) ?? {},
      arrayBuffer: async () => new ArrayBuffer(0), // never read
    };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
