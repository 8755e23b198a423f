import { type PageHeaders, pageHeaders } from './page-response.ts';

/** Headers of a page of the chat: it loads and sends to this server alone, and its script can't write HTML. */
export const CHAT_HEADERS: PageHeaders = {
  ...pageHeaders({ style: '', hasForms: true }),
  'content-security-policy': [
    "default-src 'none'",
    ...['script', 'style', 'img', 'connect'].map((kind) => `${kind}-src 'self'`),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
};
