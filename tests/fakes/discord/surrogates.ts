import { isBody } from '../json.ts';
import { type Problem, problem } from './refusal.ts';

/** A problem for every text that holds half a surrogate pair, which isn't a character. */
export function surrogateProblems(value: unknown, path: Problem['path'] = []): readonly Problem[] {
  if (typeof value === 'string') {
    return value.isWellFormed() ? [] : [problem(path, 'STRING_INVALID', 'Not well-formed Unicode.')];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => surrogateProblems(item, [...path, index]));
  if (!isBody(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => surrogateProblems(item, [...path, key]));
}
