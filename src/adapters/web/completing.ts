import { type AnsweringContext, invocationOf } from './answering.ts';
import { LIMITS } from './limits.ts';
import { PLATFORM } from './place.ts';

/** A line that the line typed so far may become, and what it means where the line doesn't say. */
export interface Choice {
  readonly line: string;
  readonly about: string;
}

type Parts = Pick<AnsweringContext, 'chat' | 'commands'>;

const LONGEST = 300; // characters of a line that is still completed

/** What the page's script offers while a command is typed; never anything that may not be read here. */
export async function completeLine(parts: Parts, request: Request): Promise<Response> {
  const line = new URL(request.url).searchParams.get('line') ?? '';
  const isCommand = line.startsWith('/') && line.length <= LONGEST;
  const choices = isCommand ? await choicesFor(parts, line) : [];
  return Response.json({ choices }, { headers: HEADERS });
}

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
};

async function choicesFor({ chat, commands }: Parts, text: string): Promise<readonly Choice[]> {
  const asked = invocationOf(`${PLATFORM}-typing`, { request: { kind: 'line', text } });
  const lines = await chat.complete(asked);
  const topics = await chat.suggest(asked, { command: 'brief', option: 'topic', value: '' });
  const about = (line: string) => {
    const word = line.trim().split(' ').at(-1) ?? '';
    const command = commands.find(({ name }) => word === `/${name}`);
    const topic = topics.find(({ value }) => value === word);
    return command?.description ?? topic?.label.replace(`${word} · `, '') ?? '';
  };
  return lines.slice(0, LIMITS.completed).map((line) => ({ line, about: about(line) }));
}
