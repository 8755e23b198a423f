import { describe, expect, test } from 'vitest';
import { requestOfMenu, requestOfText } from '../../../../src/core/bot/interaction/message-request.ts';
import { MESSAGE_MENUS } from '../../../../src/core/bot/message-menus.ts';

describe('a message to the bot', () => {
  test('is a line of chat', () => {
    expect(requestOfText('And China?')).toEqual({ kind: 'line', text: 'And China?' });
  });

  test('without words is a greeting', () => {
    expect(requestOfText('')).toEqual({ kind: 'command', command: 'talk', options: { kind: 'greeting' } });
  });
});

describe('a menu under a message', () => {
  const [menu] = MESSAGE_MENUS;
  if (!menu) throw new Error('There are no menus.');

  test('asks about its words, the first 300 characters of them', () => {
    const request = requestOfMenu(menu, `  The\nferry ${'x'.repeat(400)}`);
    const text = request?.kind === 'command' ? request.options[menu.option] : '';
    expect(text).toMatch(/^The ferry x+…$/);
    expect(text).toHaveLength(300);
  });

  test('asks nothing about a message without words', () => {
    expect(requestOfMenu(menu, ' \n ')).toBeNull();
  });
});
