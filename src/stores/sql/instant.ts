/** An instant as it is stored: milliseconds since 1970. */
export function instant(date: Date | null): number | null {
  return date === null ? null : date.valueOf();
}

/** A stored instant. */
export function toDate(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
