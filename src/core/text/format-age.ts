const MINUTE = 60_000;

/** Formats how long ago an instant was: `just now`, `3 minutes ago`, `2 hours ago`, `3 days ago`. */
export function formatAge(then: Date, now: Date): string {
  const minutes = Math.floor((now.valueOf() - then.valueOf()) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < 120) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`;
}
