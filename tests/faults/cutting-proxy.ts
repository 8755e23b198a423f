import { connect, createServer, type Socket } from 'node:net';

/** What becomes of a commit: it is passed on, it never arrives, or it does and its answer is lost. */
export type CommitFate = 'passes' | 'never-arrives' | 'answer-is-lost';

/** Stands before a PostgreSQL server and cuts connections at the worst moment. */
export interface CuttingProxy {
  /** The address of the database by way of the proxy. */
  readonly url: string;
  /** How many connections were cut. */
  readonly cuts: number;
  close(): Promise<void>;
}

/** Starts one; `fateOf` is asked about each commit. */
export async function startCuttingProxy(url: string, fateOf: () => CommitFate): Promise<CuttingProxy> {
  const target = new URL(url);
  const to = { host: target.hostname || '127.0.0.1', port: Number(target.port || 5432) };
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(to);
    const both = [client, upstream];
    const cut = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      open.add(socket);
      socket.on('error', cut).on('close', () => {
        open.delete(socket);
        cut();
      });
    }
    let answerIsLost = false;
    upstream.on('data', (chunk) => {
      if (answerIsLost) cut();
      else client.write(chunk);
    });
    client.on('data', (chunk) => {
      const fate = isCommit(chunk) ? fateOf() : 'passes';
      if (fate !== 'passes') cuts++;
      if (fate === 'never-arrives') return cut();
      answerIsLost = fate === 'answer-is-lost';
      upstream.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  target.host = `127.0.0.1:${address.port}`;
  return {
    url: target.href,
    get cuts() {
      return cuts;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A simple query whose text is the word. */
function isCommit(chunk: Buffer): boolean {
  return chunk[0] === 'Q'.charCodeAt(0) && chunk.subarray(5, 11).toString().toLowerCase() === 'commit';
}
