const HOUR = 3_600_000; // milliseconds

/** How often something comes, by the milliseconds between two times: "about every 3 days". */
export function formatFrequency(gap: number): string {
  const hours = gap / HOUR;
  if (hours < 1) return 'several times an hour';
  if (hours < 20) return 'several times a day';
  const days = Math.round(hours / 24);
  return days <= 1 ? 'about once a day' : `about every ${days} days`;
}
