const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Formats a date: `2024-07-10` as `10 Jul 2024`, `2024-07` as `Jul 2024`, null as `date unknown`. */
export function formatDate(date: string | null): string {
  if (date === null) return 'date unknown';
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? null : Number(day), name, year].filter(Boolean).join(' ');
}

/** Formats a date that may be unknown: null stays null. */
export function formatKnownDate(date: string | null): string | null {
  return date === null ? null : formatDate(date);
}

/** Formats an instant: `24 Nov 2026 14:05 UTC`. */
export function formatInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${formatDate(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`;
}
