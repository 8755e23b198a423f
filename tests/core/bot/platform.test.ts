import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { idsLike } from '../../../src/core/bot/platform.ts';
import { defineSettings, optionalText, webAddress, yesOrNo } from '../../../src/core/bot/settings.ts';

const variables = z.object({ PIGEON_TOKEN: optionalText, PIGEON_API_URL: webAddress, PIGEON_LOUD: yesOrNo });
const { schema, ...settings } = defineSettings(variables, ({ PIGEON_TOKEN: token, ...rest }) =>
  token === null ? null : { token, api: rest.PIGEON_API_URL, loud: rest.PIGEON_LOUD },
);

describe('the settings of a platform', () => {
  test('name their variables', () => {
    expect(settings.variables).toEqual(['PIGEON_TOKEN', 'PIGEON_API_URL', 'PIGEON_LOUD']);
  });

  test('are absent without a token, and made of the platform’s own variables', () => {
    expect(schema.parse({ PIGEON_LOUD: 'true', PORT: '1' })).toBeNull();
    expect(schema.parse({ PIGEON_TOKEN: ' t ', PIGEON_LOUD: 'true' })).toEqual({
      ...{ token: 't', api: null, loud: true },
    });
  });

  test('report every problem by its variable', () => {
    const { error } = schema.safeParse({ PIGEON_API_URL: 'no', PIGEON_LOUD: 'perhaps' });
    expect(error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      'PIGEON_API_URL must be an http or https URL',
      'PIGEON_LOUD must be true or false',
    ]);
  });
});

test('ids of channels are recognised by their pattern', () => {
  const problemOf = idsLike(/^\d+\/\d+$/, 'pigeon');
  expect(problemOf('1', '2')).toBeNull();
  expect(problemOf('1', 'x')).toBe('1/x is not a channel address on pigeon. Copy the ids from there.');
});
