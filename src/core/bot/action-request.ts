import type { ButtonAction } from './button-action.ts';
import type { AnswerRequest } from './interaction/answer-request.ts';
import type { ChatRequest } from './invocation.ts';

/** An action that is carried out by a request. */
export type RequestingAction = Extract<
  ButtonAction,
  { kind: 'page' | 'again' | 'timeline' | 'more' | 'sources' | 'share' | 'keep' }
>;

/** Returns the request that carries out an action. `forAsker`: whether only the asker sees the reply that it continues. */
export function requestFor(action: RequestingAction, forAsker: boolean): AnswerRequest {
  switch (action.kind) {
    case 'page':
      return { request: openRequest(action.answer), forAsker, page: action.page };
    case 'again':
      return { request: commandRequest(action.command, action.options), forAsker, page: action.page };
    case 'timeline':
      return { request: commandRequest('brief', { topic: action.topic, style: 'timeline' }), forAsker };
    case 'more':
      return { request: commandRequest('more', {}), forAsker, replyTo: action.answer };
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
