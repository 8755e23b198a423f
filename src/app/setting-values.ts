import { resolve } from 'node:path';
import * as z from 'zod';
import { optionalText } from '../core/bot/settings.ts';
import { type AllowedHost, parseAllowedHost } from '../fetchers/web/allowed-hosts.ts';

/** A folder, made absolute. */
export const folder = (fallback: string) =>
  z
    .string()
    .trim()
    .transform((path) => resolve(path === '' ? fallback : path))
    .refine((path) => !path.includes('\0'), 'is not a valid path')
    .prefault(fallback);

/** A number of days. */
export const days = (fallback: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number('must be a number of days')
      .int('must be a whole number of days')
      .min(1, 'must be at least 1 day')
      .max(36_500, 'must be at most 36,500 days')
      .default(fallback),
  );

const MANAGER = /^[a-z]+:[\w@-]+$/;

/** The people and roles that the operator makes managers, as `platform:id`. */
export const managers = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  )
  .refine((list) => list.every((each) => MANAGER.test(each)), 'must be a list like discord:123, discord:456')
  .transform(byPlatform)
  .prefault('');

function byPlatform(list: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const each of list) {
    const [platform = '', id = ''] = each.split(':');
    found.set(platform, (found.get(platform) ?? new Set()).add(id));
  }
  return found;
}

/** Hosts as `host` or `host:port`, separated by commas. */
export const fetchAllow = z
  .string()
  .transform((list) => list.split(',').filter((each) => each.trim() !== ''))
  .refine(
    (list) => list.every((each) => parseAllowedHost(each) !== null),
    'must be a list like wiki.inner, 10.0.0.7:8080',
  )
  .transform((list): readonly AllowedHost[] => list.flatMap((each) => parseAllowedHost(each) ?? []))
  .prefault('');

/** A port, or `off`; empty for the default. */
export const port = z
  .string()
  .trim()
  .regex(/^(?:off|\d{1,5}|)$/, 'must be a port number or off')
  .refine((value) => !(Number(value) > 65_535), 'must be a port number (at most 65535) or off')
  .prefault('');

/** Whole seconds up to a maximum; null if none are given. */
export const seconds = (most: number) =>
  optionalText
    .refine(
      (value) => value === null || (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= most),
      `must be a number of seconds from 1 to ${most}`,
    )
    .transform((value) => (value === null ? null : Number(value)));

// A password with one of these characters unescaped would be taken for another part of the address.
const POSTGRES = /^postgres(?:ql)?:$/;

/** The address of a PostgreSQL database; null if there is none. */
export const database = optionalText.refine((value) => {
  const url = value !== null && URL.canParse(value) ? new URL(value) : null;
  return (
    value === null || (url !== null && POSTGRES.test(url.protocol) && !/[@#]/.test(url.pathname + url.hash))
  );
}, 'must look like postgres://user:password@host:5432/database; in a password, write %40 for @, %2F for /, %23 for #, %3F for ?');
