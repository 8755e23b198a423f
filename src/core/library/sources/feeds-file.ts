import * as z from 'zod';
import { echo } from '../../text/echo.ts';
import { isLinkable } from '../../text/web-address.ts';
import type { CollectionId } from '../documents/document.ts';
import { readYamlFile } from './yaml-file.ts';

/** How long a document stays that its feed lists no longer: `always`, not at all (0), or so many days. */
export type Keep = 'always' | number;

/** What people say of a feed. */
export interface FeedSettings {
  readonly url: string;
  /** A feed, or a page that is watched for changes of its text. */
  readonly kind: 'feed' | 'page';
  /** Instead of the feed's own; the publisher of its documents. */
  readonly title: string | null;
  /** Whether the pages of items are fetched: all, none, or those of which the feed has only the beginning. */
  readonly full: 'yes' | 'no' | 'auto';
  readonly keep: Keep;
  /** Milliseconds between two looks; null to look as often as it changes. */
  readonly every: number | null;
}

/** A feed of a collection. */
export interface NamedFeed extends FeedSettings {
  readonly collection: CollectionId;
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const; // milliseconds
const LEAST = 5 * UNITS.m;

const address = z
  .string('has no address')
  .trim()
  .refine(isLinkable, 'is no http or https address without a password');
const entry = z.strictObject({
  url: address,
  kind: z.literal('page').optional(),
  title: z
    .string('must be text')
    .trim()
    .min(1, 'is empty')
    .max(200, 'is longer than 200 characters')
    .optional(),
  full: z.enum(['yes', 'no', 'auto'], 'must be yes, no or auto').optional(),
  keep: z
    .string()
    .regex(/^(?:always|while-listed|\d{1,5}d)$/, 'must be always, while-listed, or days like 90d')
    .transform(
      (keep): Keep => (keep === 'always' ? keep : keep === 'while-listed' ? 0 : Number(keep.slice(0, -1))),
    )
    .optional(),
  every: z
    .string()
    .regex(/^\d{1,4}[mhd]$/, 'must be a time like 30m, 6h or 1d')
    .transform((every) => Number(every.slice(0, -1)) * UNITS[every.slice(-1) as keyof typeof UNITS])
    .refine((every) => every >= LEAST, 'must be 5m at least')
    .optional(),
});
const checked = entry.refine(
  ({ kind, full, keep }) => kind === undefined || (full === undefined && keep === undefined),
  'a watched page takes only title and every',
);
const shape = z.preprocess((value) => (isEmpty(value) ? [] : value), z.array(z.unknown()));

/** An address alone is one of a feed; that of a page stands under `watch`. */
function toEntry(each: unknown): unknown {
  if (typeof each === 'string') return { url: each };
  if (typeof each !== 'object' || each === null || !('watch' in each)) return each;
  const { watch: url, ...settings } = each;
  return { ...settings, url, kind: 'page' };
}

/** Whether a file has nothing but comments. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What a `feeds.yaml` names. */
export interface FeedsFile {
  readonly feeds: readonly FeedSettings[];
  /** Why entries are left out: `feed 2: "ftp://b.example" is no http or https address without a password`. */
  readonly mistakes: readonly string[];
}

/**
 * Reads `feeds.yaml`: a list of addresses, or of addresses with settings. Without a file there are no feeds. An entry with a mistake is
 * left out; a file that is no list of entries is a UserError.
 */
export async function readFeedsFile(path: string): Promise<FeedsFile> {
  const entries = (await readYamlFile(path, shape)) ?? [];
  const feeds = new Map<string, FeedSettings>();
  const mistakes: string[] = [];
  for (const [at, each] of entries.entries()) {
    const { data, error } = checked.safeParse(toEntry(each));
    if (!data) mistakes.push(`feed ${at + 1}: ${mistakeIn(toEntry(each), error)}`);
    else if (feeds.has(data.url)) mistakes.push(`feed ${at + 1}: ${echo(data.url)} is named before`);
    else feeds.set(data.url, settingsOf(data));
  }
  return { feeds: [...feeds.values()], mistakes };
}

/** What is wrong with an entry, in words: `"full" must be yes, no or auto`. */
function mistakeIn(entry: unknown, { issues }: z.ZodError): string {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue?.code === 'unrecognized_keys') return `unknown key "${issue.keys[0]}"`;
  const [key] = issue?.path ?? [];
  const { message = '' } = issue ?? {};
  if (key === undefined)
    return issue?.code === 'invalid_type' ? 'is neither an address nor settings' : message;
  if (key !== 'url') return `"${String(key)}" ${message}`;
  const { url } = entry as { readonly url?: unknown };
  return typeof url === 'string' ? `"${echo(url)}" ${message}` : message;
}

/** The settings of a feed of which nothing but these are given. */
export function settingsOf({
  url,
  kind,
  title,
  full,
  keep,
  every,
}: { readonly url: string } & {
  readonly [K in Exclude<keyof FeedSettings, 'url'>]?: FeedSettings[K] | undefined;
}): FeedSettings {
  return {
    ...{ url, kind: kind ?? 'feed', title: title ?? null, full: full ?? 'auto' },
    ...{ keep: keep ?? 'always', every: every ?? null },
  };
}
