const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-07-10` → `10 Jul 2024`, `2024-07` → `Jul 2024`; unknown is said to be so. */
export function readableDate(date: string | null): string {
  if (date === null) return 'date unknown';
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? null : Number(day), name, year].filter(Boolean).join(' ');
}

/** `24 Nov 2026 14:05 UTC` */
export function readableInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${readableDate(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`;
}
