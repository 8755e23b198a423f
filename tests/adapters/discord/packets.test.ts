import { describe, expect, test } from 'vitest';
import { completePacket } from '../../../src/adapters/discord/packets.ts';

describe('a packet of the gateway', () => {
  test('gets the channel of an interaction that has only its id', () => {
    const d = { channel_id: '7' };
    completePacket({ t: 'INTERACTION_CREATE', d });
    expect(d).toEqual({ channel_id: '7', channel: { id: '7' } });
  });

  test('keeps the channel that an interaction has', () => {
    const d = { channel_id: '7', channel: { id: '7', type: 11, parent_id: '5' } };
    completePacket({ t: 'INTERACTION_CREATE', d });
    expect(d.channel).toEqual({ id: '7', type: 11, parent_id: '5' });
  });

  test('tells a direct message from one in a server', () => {
    const direct = { channel_id: '7' };
    const inServer = { channel_id: '7', guild_id: '3' };
    completePacket({ t: 'MESSAGE_CREATE', d: direct });
    completePacket({ t: 'MESSAGE_CREATE', d: inServer });
    expect([direct, inServer]).toEqual([
      { channel_id: '7', channel_type: 1 },
      { channel_id: '7', guild_id: '3' },
    ]);
  });
});
