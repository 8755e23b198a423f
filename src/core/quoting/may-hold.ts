import type { Scope } from '../library/library.ts';
import { unknownConcepts } from '../search/concept-information.ts';
import type { Retriever } from './retriever.ts';

/**
 * Whether documents may hold a subject that was named without a question: a word of it, or one like it, occurs there. A
 * single word gets the benefit of the doubt, unless it is as short as “lmk”; so do “the …”, “Abe's …”, and what is not in Latin
 * letters, whose words the languages of the documents may not tell apart.
 */
export async function mayHold(
  retriever: Pick<Retriever, 'parse' | 'statistics'>,
  subject: string,
  scope: Scope,
): Promise<boolean> {
  if (DOUBTFUL.test(subject.trim()) || POSSESSIVE.test(subject)) return true;
  const query = await retriever.parse(subject, scope);
  const unknown = unknownConcepts(query, await retriever.statistics(query.concepts, scope));
  return unknown.length < query.concepts.length;
}

const DOUBTFUL =
  /^\P{Script=Latin}+$|^\S{5,}$|^(?:(?:and|but|or|und|et|y|e) )?(?:the|its|their|der|die|das|le|la|les|el|los|las|il|gli) /iu;
const POSSESSIVE = /^\s*\p{Lu}\S+['’]s? /u;
