import type { SlashCommand } from '@slack/bolt';
import { type CommandDeclaration, isForAsker } from '../../core/bot/command.ts';
import { parseLine } from '../../core/bot/parse.ts';
import { fileOf } from '../../core/replies/reply.ts';
import { reply, showToAll, showToOne } from './answering.ts';
import { EXTERNAL, isRefused } from './external.ts';
import { sendFile } from './file.ts';
import { guarded } from './guarded.ts';
import type { HandlerContext } from './handler-context.ts';
import type { Respond } from './posting.ts';
import type { Payload } from './replies.ts';
import { OWN, toLine } from './slash-commands.ts';
import { unescapeText } from './text.ts';

/** Answers a slash command: the reply is posted, or shown only to the person. It was acknowledged already. */
export async function handleCommand(
  context: HandlerContext,
  { command, respond }: { readonly command: SlashCommand; readonly respond: Respond },
): Promise<void> {
  const { team, commands, prefix, replies } = context;
  const { channel_id: channel, channel_name: name, user_id: user } = command;
  const origin = { team, channel, name, thread: null, user };
  const tell = (payload: Payload) => showToOne(context, origin, payload, respond);
  await guarded(context, { origin, respond }, async () => {
    if (await isRefused(context, { user, team: command.team_id })) return tell(replies.note(EXTERNAL));
    const typed = { command: command.command, text: unescapeText(command.text).trim() };
    const text = toLine(typed, commands, prefix);
    const isForAll = OWN.includes(typed.command.slice(1 + prefix.length));
    const forAsker = !isForAll || isLineForAsker(text, commands);
    const answered = await reply(context, origin, { request: { kind: 'line', text }, forAsker });
    const { kind } = answered.message.reply;
    const file = fileOf(answered.message.reply);
    const said = file && (await sendFile(context, origin, { file, payload: answered.payload, forAsker }));
    if (said) return tell(said);
    if (file) return;
    if (forAsker || kind === 'error' || kind === 'list') await tell(answered.payload);
    else await showToAll(context, origin, answered, respond);
  });
}

/** Whether only the person sees the reply to a line; so it is if the line is wrong. What `/dossier` takes is always theirs. */
function isLineForAsker(line: string, commands: readonly CommandDeclaration[]): boolean {
  try {
    const request = parseLine(line, commands);
    const command = commands.find(({ name }) => request.kind === 'command' && name === request.command);
    return request.kind !== 'command' || command === undefined || isForAsker(command, request.options);
  } catch {
    return true;
  }
}
