import { type Body, bodiesOf, bodyOf, lengthOf, numberOf, stringOf } from '../json.ts';
import { componentProblems } from './component-limits.ts';
import { lengthProblem, type Problem, problem, REFUSALS, refuseIf } from './refusal.ts';
import type { Message } from './world.ts';

/** The flags of messages that the fake knows, by Discord's names. */
export const FLAGS = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  silent: 1 << 12,
  componentsV2: 1 << 15,
} as const;

const SETTABLE = FLAGS.suppressEmbeds | FLAGS.silent | FLAGS.componentsV2;
const EDITABLE = FLAGS.suppressEmbeds | FLAGS.componentsV2;

/** Refuses a new message that Discord would refuse; `allowed` are flags beyond those of any message. */
export function checkNew(body: Body, files: readonly string[], allowed = 0): void {
  const flags = numberOf(body.flags);
  refuseIf(flags & ~(SETTABLE | allowed) ? [invalidFlags()] : []);
  checkWhole(body, flags, files.length > 0);
}

/** Refuses an edit that Discord would refuse, by what the message would become. */
export function checkEdit(old: Message, body: Body, files: readonly string[]): void {
  const flags = body.flags === undefined || body.flags === null ? old.flags : numberOf(body.flags);
  const wasV2 = (old.flags & FLAGS.componentsV2) !== 0;
  const given = flags & ~FLAGS.loading;
  const changesEphemeral = given & FLAGS.ephemeral && !(old.flags & FLAGS.ephemeral);
  const problems = [
    ...(given & ~(EDITABLE | FLAGS.ephemeral | FLAGS.silent) || changesEphemeral ? [invalidFlags()] : []),
    ...(wasV2 && !(flags & FLAGS.componentsV2)
      ? [problem(['flags'], 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', "IS_COMPONENTS_V2 can't be removed.")]
      : []),
  ];
  refuseIf(problems);
  checkWhole({ ...old, ...body }, flags, files.length > 0 || bodiesOf(old.attachments).length > 0);
}

function checkWhole(body: Body, flags: number, hasFiles: boolean): void {
  const isV2 = (flags & FLAGS.componentsV2) !== 0;
  const components = bodiesOf(body.components);
  const embeds = bodiesOf(body.embeds);
  refuseIf([
    ...notText(body.content),
    ...lengthProblem(['content'], lengthOf(stringOf(body.content)), [0, 2000]),
    ...(isV2 ? legacyFields(body) : []),
    ...lengthProblem(['nonce'], stringOf(body.nonce).length, [0, 25]),
    ...(isV2 || components.length > 0 ? componentProblems(components, isV2) : []),
    ...embedsProblems(embeds),
    ...(body.enforce_nonce === true && !body.nonce
      ? [problem(['nonce'], 'BASE_TYPE_REQUIRED', 'Required.')]
      : []),
  ]);
  const filled = stringOf(body.content).trim() !== '' || embeds.length + components.length > 0 || hasFiles;
  if (!filled) throw REFUSALS.emptyMessage();
}

function notText(content: unknown): readonly Problem[] {
  if (content === undefined || content === null || typeof content === 'string') return [];
  return [problem(['content'], 'STRING_TYPE_CONVERT', 'Could not interpret as string.')];
}

function legacyFields(body: Body): readonly Problem[] {
  const used = ['content', 'embeds', 'poll', 'sticker_ids'].filter((field) => {
    const value = body[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  });
  return used.map((field) =>
    problem(
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

function invalidFlags(): Problem {
  return problem(['flags'], 'MESSAGE_FLAGS_INVALID', "These flags can't be set here.");
}

function embedsProblems(embeds: readonly Body[]): readonly Problem[] {
  const total = embeds.flatMap(embedTexts).reduce((sum, text) => sum + lengthOf(text), 0);
  const size = 'Embed size exceeds maximum size of 6000';
  return [
    ...lengthProblem(['embeds'], embeds.length, [0, 10]),
    ...(total > 6000 ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', size)] : []),
    ...embeds.flatMap((embed, index) => embedProblems(embed, ['embeds', index])),
  ];
}

function embedProblems(embed: Body, path: Problem['path']): readonly Problem[] {
  const fields = bodiesOf(embed.fields);
  return [
    ...lengthProblem([...path, 'title'], lengthOf(stringOf(embed.title)), [0, 256]),
    ...lengthProblem([...path, 'description'], lengthOf(stringOf(embed.description)), [0, 4096]),
    ...lengthProblem([...path, 'footer', 'text'], lengthOf(stringOf(bodyOf(embed.footer).text)), [0, 2048]),
    ...lengthProblem([...path, 'author', 'name'], lengthOf(stringOf(bodyOf(embed.author).name)), [0, 256]),
    ...lengthProblem([...path, 'fields'], fields.length, [0, 25]),
    ...fields.flatMap((field, index) => [
      ...lengthProblem([...path, 'fields', index, 'name'], lengthOf(stringOf(field.name)), [1, 256]),
      ...lengthProblem([...path, 'fields', index, 'value'], lengthOf(stringOf(field.value)), [1, 1024]),
    ]),
  ];
}

function embedTexts(embed: Body): readonly string[] {
  const fields = bodiesOf(embed.fields).flatMap(({ name, value }) => [stringOf(name), stringOf(value)]);
  const others = [embed.title, embed.description, bodyOf(embed.footer).text, bodyOf(embed.author).name];
  return [...others.map(stringOf), ...fields];
}
