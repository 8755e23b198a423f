import type * as z from 'zod';
import { formatRefused } from '../../core/bot/rate-limits.ts';
import { answerId } from '../../core/quoting/answer-id.ts';
import { UserError } from '../../core/text/user-error.ts';
import type { Reader, ToolLimits } from './reader.ts';
import { toldToAssistant } from './spelling.ts';

/** One tool: what it takes and returns, and how it is done. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly limit: keyof ToolLimits;
  run(reader: Reader, given: z.output<Input>): Promise<ToolResult<z.input<Output>>>;
}

/** What a tool returns: the same for programs and for people. */
export interface ToolResult<Output> {
  readonly structured: Output;
  readonly lines: readonly string[];
}

/** Keeps the types of a tool's schemas for its `run`. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool {
  return tool as unknown as Tool;
}

/** The result in the protocol's terms. */
interface CallResult {
  [key: string]: unknown;
  readonly content: { type: 'text'; text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: true;
}

/** Runs a tool. What can be mended is said in a sentence; a defect is reported, and only its number told. */
export async function callTool(
  tool: Tool,
  reader: Reader,
  given: Record<string, unknown>,
): Promise<CallResult> {
  const refused = reader.limits?.[tool.limit].take(reader.audience, reader.now());
  if (refused) return failure(formatRefused(refused));
  try {
    const { structured, lines } = await tool.run(reader, given);
    return { content: [text(lines.join('\n').trim())], structuredContent: structured };
  } catch (error) {
    return failure(error instanceof UserError ? toldToAssistant(error.message) : defect(error, reader));
  }
}

function defect(cause: unknown, { report, now }: Reader): string {
  const problem = cause instanceof Error ? cause.message : String(cause);
  const number = answerId([problem, now()]).slice(0, 6);
  report(new Error(`Error ${number}: ${problem}`, { cause }));
  return `Dossier hit an internal error. Give your administrator error code ${number}.`;
}

function failure(sentence: string): CallResult {
  return { content: [text(sentence)], isError: true };
}

function text(sentence: string): { type: 'text'; text: string } {
  return { type: 'text', text: sentence };
}
