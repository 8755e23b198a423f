import { expect, test } from 'vitest';
import { parseErasureTarget } from '../../../src/core/bot/erasure-target.ts';
import { UserError } from '../../../src/core/text/user-error.ts';

test('a person is named by platform, workspace and user, a channel by its own id', () => {
  const place = { platform: 'chat', workspace: 'W1' };
  expect(parseErasureTarget('person', ' chat:W1/ada ', 'x')).toEqual({ ...place, user: 'ada' });
  expect(parseErasureTarget('channel', 'chat:W1/C1', 'x')).toEqual({ ...place, channel: 'C1' });
});

test.each(['', 'ada', 'chat:ada', 'chat:W1/', 'chat:/ada', 'Chat:W1/ada', 'chat:W1/a b'])(
  'anything else is refused with an example: %j',
  (address) => {
    const parse = () => parseErasureTarget('person', address, 'chat:W1/ada');
    expect(parse).toThrow(UserError);
    expect(parse).toThrow(/is not a person\. Use platform:workspace\/person, for example chat:W1\/ada\.$/);
  },
);
