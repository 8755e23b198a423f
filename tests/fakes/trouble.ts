import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is held up. When its client goes away meanwhile, it is dropped as a network would, or applied. */
export interface Delay {
  readonly kind: 'delay';
  readonly milliseconds: number;
  readonly whenClientIsGone: 'drop' | 'apply';
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
    timers.add(setTimeout(resolve, delay.milliseconds));
  });
  return gone && delay.whenClientIsGone === 'drop';
}

/** Cuts a connection without an answer; midway means after the head and a part of the body. */
export function cutOff(request: IncomingMessage, response: ServerResponse, midway: boolean): void {
  if (!midway) {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":', () => request.socket.destroy());
}
