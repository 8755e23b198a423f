import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What a path answers: a body, an answer without one, or whatever a function does. */
export type Answer =
  | string
  | Uint8Array
  | {
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A request as it came. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A web server of the test's own, on this machine. */
export interface WebServer {
  /** `http://127.0.0.1:…`, without a slash. */
  readonly origin: string;
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Requests for a path. */
  askedFor(path: string): readonly Asked[];
  /** Sets what paths answer from now on; any other is not there. */
  answer(answers: Readonly<Record<string, Answer>>): void;
}

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** Starts a server, which ends after the test. */
export async function startWebServer(first: Readonly<Record<string, Answer>> = {}): Promise<WebServer> {
  const answers = new Map<string, Answer>(Object.entries(first));
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: Date.now() });
    respond(answers.get(path), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin: `http://${host}`, host, asked },
    askedFor: (path) => asked.filter((each) => each.path === path),
    answer(more) {
      for (const [path, answer] of Object.entries(more)) answers.set(path, answer);
    },
  };
}

function respond(answer: Answer | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === 'function') answer(request, response);
  else if (answer === undefined) response.writeHead(404).end('Not found');
  else if (typeof answer === 'string' || answer instanceof Uint8Array) response.writeHead(200).end(answer);
  else response.writeHead(answer.status ?? 200, answer.headers).end(answer.body);
}
