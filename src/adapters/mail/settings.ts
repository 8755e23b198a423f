import * as z from 'zod';
import type { PlatformSettings } from '../../core/bot/platform.ts';
import { defineSettings, optionalText } from '../../core/bot/settings.ts';
import { isAddress, parseAllowed } from './addresses.ts';

/** How mail is sent; `.env.example` explains each. */
export interface MailSettings extends PlatformSettings {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  readonly from: string;
  /** Where mail may go: addresses, and `@domain` for all of a domain, in lower case. */
  readonly allowed: readonly string[];
}

const variables = z
  .object({
    SMTP_URL: optionalText.refine(
      (value) =>
        value === null ||
        (URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) && new URL(value).hostname !== ''),
      'must begin with smtp:// or smtps://, for example smtps://user:password@mail.example.org',
    ),
    DOSSIER_MAIL_FROM: optionalText.refine(
      (value) => value === null || isAddress(value),
      'must be one mail address',
    ),
    DOSSIER_MAIL_TO: optionalText.refine(
      (value) => value === null || parseAllowed(value) !== null,
      'must be addresses, or domains like @example.org, separated by commas',
    ),
  })
  .refine(({ SMTP_URL: url, DOSSIER_MAIL_FROM: from }) => url === null || from !== null, {
    path: ['SMTP_URL'],
    message: 'also needs DOSSIER_MAIL_FROM',
  });

/** The settings of mail; without a server it is off. */
export const mailSettings = defineSettings(variables, (values): MailSettings | null => {
  const { SMTP_URL: url, DOSSIER_MAIL_FROM: from, DOSSIER_MAIL_TO: to } = values;
  if (url === null || from === null) return null;
  return { url, from, allowed: parseAllowed(to ?? '') ?? [], api: url };
});
