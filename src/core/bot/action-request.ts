import type { ButtonAction } from './button-action.ts';
import type { ChatRequest } from './invocation.ts';

/** The request that an action stands for. */
export interface ActionRequest {
  readonly request: ChatRequest;
  /** Whether only the asker sees the reply; if absent, it is as visible as the reply it continues. */
  readonly forAsker?: boolean;
  readonly replyTo?: string;
  /** The page of the reply to show, from 1. */
  readonly page?: number;
}

/** An action that is carried out by a request. */
export type RequestingAction = Extract<
  ButtonAction,
  { kind: 'page' | 'again' | 'timeline' | 'more' | 'sources' | 'share' | 'keep' }
>;

/** Returns the request that carries out an action. */
export function requestFor(action: RequestingAction): ActionRequest {
  switch (action.kind) {
    case 'page':
      return { request: openRequest(action.answer), page: action.page };
    case 'again':
      return { request: commandRequest(action.command, action.options), page: action.page };
    case 'timeline':
      return { request: commandRequest('brief', { topic: action.topic, style: 'timeline' }) };
    case 'more':
      return { request: commandRequest('more', {}), replyTo: action.answer };
    case 'sources':
      return { request: commandRequest('sources', { what: 'all', answer: action.answer }), forAsker: true };
    case 'share':
      return { request: commandRequest('share', { answer: action.answer }), forAsker: false };
    case 'keep':
      return { request: openRequest(action.answer), forAsker: true };
  }
}

/** Returns the request that opens an answer again. */
export function openRequest(answer: string): ChatRequest {
  return commandRequest('open', { answer });
}

function commandRequest(command: string, options: Readonly<Record<string, string>>): ChatRequest {
  return { kind: 'command', command, options };
}
