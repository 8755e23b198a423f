/** Whether anything before the root element declares an entity. */
export function declaresEntities(text: string): boolean {
  const root = text.search(/<[a-z]/i);
  return /<!ENTITY/i.test(root === -1 ? text : text.slice(0, root));
}
