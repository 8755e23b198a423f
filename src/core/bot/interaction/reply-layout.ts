import type { Message } from '../../replies/message.ts';
import { questionOf, type Reply } from '../../replies/reply.ts';
import { clip } from '../../text/clip.ts';
import type { ActionScope, ActionSigner } from '../action-signer.ts';
import type { ChatRequest } from '../invocation.ts';
import { nextSteps, type Offer, pageOf, ratingSteps, type Step } from '../next-steps.ts';

/** What the buttons of a reply depend on besides the reply. */
export interface ReplySetting extends Omit<Offer, 'next'> {
  readonly request: ChatRequest;
  /** Which page of the reply, from 1. */
  readonly page: number;
  /** Where its buttons are valid. */
  readonly scope: ActionScope;
  /** The question is above it for everyone to read. */
  readonly followsText: boolean;
}

/** A button; its value is null if the platform has no room for it. */
export interface SignedStep extends Step {
  readonly value: string | null;
}

/** One page of a reply and what is below it. */
export interface ReplyLayout<Page> {
  /** Null if the reply has no lines. */
  readonly page: Page | null;
  readonly steps: readonly SignedStep[];
  /** 👍 and 👎; none if this reply isn't rated. */
  readonly rating: readonly SignedStep[];
  /** There are more pages, and no room for the button that shows them. */
  readonly isCut: boolean;
}

/** How the pages of a reply are laid out. */
export interface LayoutOptions {
  readonly setting: ReplySetting;
  readonly sign: ActionSigner['sign'];
}

/** Chooses the page of a reply to show and signs the buttons below it. */
export function layOutReply<Page>(
  { reply }: Message,
  pages: readonly Page[],
  { setting, sign }: LayoutOptions,
): ReplyLayout<Page> {
  const page = Math.min(setting.page, Math.max(pages.length, 1));
  const next = page < pages.length ? pageOf(reply, setting.request, page + 1) : null;
  const signed = (step: Step) => ({ ...step, value: sign(step.action, setting.scope) });
  const steps = nextSteps(reply, { ...setting, next }).map(signed);
  return {
    page: pages[page - 1] ?? null,
    steps,
    rating: ratingSteps(reply).map(signed),
    isCut: next !== null && steps[0]?.value === null,
  };
}

/** The setting of a digest: a brief for everyone, on which nobody's question is. */
export function digestSetting(
  { command }: Reply,
  place: Pick<ReplySetting, 'scope' | 'shareable' | 'threads'>,
): ReplySetting {
  const request = { kind: 'command', command, options: {} } as const;
  return { ...place, request, page: 1, forAsker: false, followsText: true };
}

const MAX_QUESTION = 300; // characters

/** The line that repeats a question on platforms that don't show what a command or a form asks; null if none was asked. */
export function askedLine({ reply }: Message, mark: (question: string) => string): string | null {
  const question = reply.command === 'ask' ? questionOf(reply) : null;
  return question === null ? null : `Asked: ${mark(clip(question, MAX_QUESTION))}`;
}
