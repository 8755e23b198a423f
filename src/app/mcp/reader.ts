import type { Dispatch } from '../../core/bot/dispatch.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import type { RateLimits } from '../../core/bot/rate-limits.ts';
import type { Audience } from '../../core/library/audience.ts';
import type { Library } from '../../core/library/library.ts';
import type { Message } from '../../core/replies/message.ts';
import type { SourcePages } from '../../core/replies/source-pages.ts';

/** What the tools are made from. */
export interface ToolPorts {
  readonly library: Pick<Library, 'scopeFor' | 'find' | 'load'>;
  readonly pages: SourcePages;
  readonly dispatch: Dispatch;
  /** On what has to be composed; null if nobody has to wait. */
  readonly limits: ToolLimits | null;
  now(): Date;
  report(error: Error): void;
}

/** How often a program may ask. */
export interface ToolLimits {
  /** For searches and briefs. */
  readonly asking: RateLimits;
  /** For reading a document and verifying a quotation, which cost much less. */
  readonly reading: RateLimits;
}

/** The ports, and for whom a program asks. */
export interface Reader extends ToolPorts {
  readonly audience: Audience;
}

/** Asks what a command of the chat asks, apart from any conversation. */
export async function askFor(
  { dispatch, audience }: Reader,
  command: string,
  given: Readonly<Record<string, string | number | undefined>>,
): Promise<Message['reply']> {
  const options = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const { platform, workspace, channel, user } = audience;
  const invocation: Invocation = {
    request: { kind: 'command', command, options: Object.fromEntries(options) },
    conversation: `${platform}:${workspace}/${channel}/${user}`,
    audience,
    manager: false,
    standsAlone: true,
  };
  return (await dispatch(invocation)).reply;
}
