import * as z from 'zod';

/** The settings of a platform, made from environment variables. */
export interface SettingsSchema<Settings> {
  /** The names of the variables, in the order of `.env.example`; without the first, the platform is not configured. */
  readonly variables: readonly string[];
  /** Parses them; null if the platform is not configured. */
  readonly schema: z.ZodType<Settings | null, unknown>;
}

/** Settings made of variables, each of them checked on its own first. */
export function defineSettings<Shape extends z.ZodRawShape, Settings>(
  variables: z.ZodObject<Shape>,
  toSettings: (values: z.output<z.ZodObject<Shape>>) => Settings | null,
): SettingsSchema<Settings> {
  return { variables: Object.keys(variables.shape), schema: variables.transform(toSettings) };
}

/** Text that may be left out or empty: null. */
export const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value))
  .prefault('');

/** An http or https URL; null if there is none. */
export const webAddress = optionalText.refine(
  (value) => value === null || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
  'must be an http or https URL',
);

/** A switch, off unless it is `true`. */
export const yesOrNo = z
  .enum(['true', 'false', ''], 'must be true or false')
  .prefault('')
  .transform((value) => value === 'true');
