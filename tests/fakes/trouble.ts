import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is held up. When its client goes away meanwhile, it is dropped as a network would, or applied. */
export interface Delay {
  readonly kind: 'delay';
  /** How long, or what says so anew for each request. */
  readonly milliseconds: number | (() => number);
  readonly whenClientIsGone: Fate | (() => Fate);
  /** How long the answer is held up after the effect took place; not at all unless it is said. */
  readonly answerHeldUp?: number | (() => number);
}

/** What becomes of a request whose client has gone. */
export type Fate = 'drop' | 'apply';

/** Now the one, now the other: a server that always does the same hides a client that records before it sends, or after. */
export function eitherFate(seed: number): () => Fate {
  const random = createRandom(seed);
  return () => (random() < 0.5 ? 'drop' : 'apply');
}

/** Numbers from 0 to below 1, the same again for the same seed. */
export function createRandom(seed: number): () => number {
  let state = BigInt(seed) + 1n;
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & ((1n << 64n) - 1n);
    return Number(state >> 11n) / 2 ** 53;
  };
}

/** Holds a request up; true when its client has gone and it is to be dropped. */
export async function holdUp(
  delay: Delay,
  response: ServerResponse,
  timers: Set<NodeJS.Timeout>,
): Promise<boolean> {
  let gone = false;
  response.once('close', () => {
    gone = true;
  });
  await new Promise<void>((resolve) => {
    timers.add(setTimeout(resolve, given(delay.milliseconds)));
  });
  return gone && given(delay.whenClientIsGone) === 'drop';
}

/** Holds an answer up, whether anybody still waits for it or not. */
export async function holdUpAnswer(
  { answerHeldUp }: Delay,
  response: ServerResponse,
  timers: Set<NodeJS.Timeout>,
): Promise<void> {
  if (answerHeldUp === undefined) return;
  await holdUp({ kind: 'delay', milliseconds: answerHeldUp, whenClientIsGone: 'apply' }, response, timers);
}

function given<Value extends string | number>(value: Value | (() => Value)): Value {
  return typeof value === 'function' ? value() : value;
}

/** Cuts a connection without an answer; midway means after the head and a part of the body. */
export function cutOff(request: IncomingMessage, response: ServerResponse, midway: boolean): void {
  if (!midway) {
    request.socket.destroy();
    return;
  }
  beginAnswer(response, () => request.socket.destroy());
}

/** Sends the head and the beginning of a body. */
export function beginAnswer(response: ServerResponse, then: () => void = () => undefined): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":', then);
}
