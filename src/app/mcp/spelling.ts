import { DECLARATIONS } from '../../../commands/index.ts';
import { createSpell, type Spelling } from '../../core/bot/spelling.ts';

/** What Dossier says to an assistant: tools and their arguments instead of commands. */
export const TOOL_SPELLING: Spelling = {
  command: (name) => `the tool ${TOOLS.get(name) ?? name}`,
  option: (name, value) => `${name}: "${value}"`,
  bare: (value) => `"${value}"`,
};

const TOOLS: ReadonlyMap<string, string> = new Map([
  ['topics', 'brief without a topic'],
  ['sources', 'search'],
  ['ask', 'search'],
]);

const spell = createSpell(DECLARATIONS, TOOL_SPELLING);

/** A sentence of Dossier's as it is told to an assistant. */
export function toldToAssistant(sentence: string): string {
  return spell(sentence).replace(/\bType (?=the tool )/g, 'Call ');
}
