/**
 * A request whose text is asked for only once there is a connection, and then written at once or never. Without it, a
 * process that is paused while it connects (SIGSTOP) posts when it resumes, although another has taken over and posted:
 * Slack, unlike Discord, has no key by which it would know the second post.
 */
export function lateBody(init: RequestInit, isWanted: () => boolean): RequestInit & { duplex: 'half' } {
  if (typeof init.body !== 'string') throw new TypeError('Only text can be sent.');
  const bytes = new TextEncoder().encode(init.body);
  const headers = new Headers(init.headers);
  headers.set('content-length', String(bytes.length));
  const pull = (controller: ReadableStreamDefaultController) => {
    if (!isWanted()) return controller.error(new Error('The request was cancelled.'));
    controller.enqueue(bytes);
    controller.close();
  };
  const body = new ReadableStream({ pull }, { highWaterMark: 0 }); // 0: not before the connection reads it
  return { ...init, headers, body, duplex: 'half' };
}
