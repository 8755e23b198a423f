const STATUSES: Readonly<Record<number, string>> = {
  401: 'demands a password (status 401)',
  403: 'refuses to be read (status 403)',
  404: 'is not there (status 404)',
  410: 'is gone for good (status 410)',
  429: 'is asked too often (status 429)',
  503: 'is out of service (status 503)',
};

/** What an answer without a document means, as a clause about its address. */
export function statusWords(status: number): string {
  return STATUSES[status] ?? `answers with the status ${status}`;
}
