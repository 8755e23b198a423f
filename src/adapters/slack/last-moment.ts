import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** What is asked of whom, as `fetch` is told. */
export interface LastMomentRequest {
  readonly url: string;
  readonly init: RequestInit;
  /** Asked when there is a connection, and nothing is left to be done but to write to it. */
  isWanted(): boolean;
}

/**
 * Makes one request as `fetch` does, redirects apart. A process may stand still at any place, and go on when its time is
 * long over: between the question whether the request is wanted and its first byte there is nothing that could wait.
 */
export function fetchAtLastMoment({ url, init, isWanted }: LastMomentRequest): Promise<Response> {
  const { method = 'GET', signal, body } = init;
  if (typeof body !== 'string') return Promise.reject(new TypeError('Only text can be sent.'));
  const headers = Object.fromEntries(new Headers(init.headers));
  const make = new URL(url).protocol === 'http:' ? overHttp : overHttps;
  return new Promise((resolve, reject) => {
    const request = make(url, { method, headers, ...(signal ? { signal } : {}) });
    request.once('error', reject);
    request.once('response', (response) => void read(response).then(resolve, reject));
    request.once('socket', (socket) => {
      whenConnected(socket, () => {
        if (isWanted()) request.end(body);
        else request.destroy(new Error('It was no longer wanted.'));
      });
    });
  });
}

function whenConnected(socket: Socket, then: () => void): void {
  const isSecure = socket instanceof TLSSocket;
  // A secure connection that is used again has its protocol's name already.
  const isReady = !socket.connecting && !(isSecure && socket.getProtocol() === null);
  if (isReady) then();
  else socket.once(isSecure ? 'secureConnect' : 'connect', then);
}

async function read(response: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const { statusCode = 0, rawHeaders } = response;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return new Response(mayHaveBody(statusCode) ? Buffer.concat(chunks) : null, {
    status: statusCode,
    headers,
  });
}

function mayHaveBody(status: number): boolean {
  return ![204, 205, 304].includes(status);
}
