// "Something else: how many …", "New topic: …"
const NEW_SUBJECT =
  /^(?:(?:ok|okay|thanks|right|now),? )?(?:new|different|another|other|changing|switching|something)\b[^:?]{0,30}: /i;

/** Whether a question says that it opens a new subject. */
export function opensSubject(text: string): boolean {
  return NEW_SUBJECT.test(text);
}

/** Removes the words that only open a new subject. */
export function withoutNewSubject(text: string): string {
  return text.replace(NEW_SUBJECT, '');
}
