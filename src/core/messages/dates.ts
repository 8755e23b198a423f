import type { Coverage } from './reply.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-07-10` → `10 Jul 2024`, `2024-07` → `Jul 2024`; unknown is said to be so. */
export function readableDate(date: string | null): string {
  if (date === null) return 'date unknown';
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return [day === undefined ? null : Number(day), name, year].filter(Boolean).join(' ');
}

/** `5 documents`, `1 document` */
export function countDocuments({ documents }: Pick<Coverage, 'documents'>): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}

/** `5 documents · newest 10 Jul 2024 · 4 undated` */
export function coverageLine({ documents, newest, undated }: Coverage): string {
  const parts = [countDocuments({ documents })];
  if (newest !== null) parts.push(`newest ${readableDate(newest)}`);
  if (undated > 0) parts.push(`${undated} undated`);
  return parts.join(' · ');
}

/** `24 Nov 2026 14:05 UTC` */
export function readableInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${readableDate(iso.slice(0, 10))} ${iso.slice(11, 16)} UTC`;
}
