import { beforeEach, describe, expect, test } from 'vitest';
import { createForms, type Forms, nameOf } from '../../../src/app/admin/forms.ts';
import { composeMessage } from '../../../src/core/replies/compose-message.ts';
import { composeNote } from '../../../src/core/replies/compose-reply.ts';
import type { Message } from '../../../src/core/replies/message.ts';
import { LOCAL, NOW } from '../../fakes/local-chat.ts';
import { openMemoryStore } from '../../fakes/store.ts';

const MANAGER = { audience: LOCAL, key: 'one', until: null };
const OTHER = { ...MANAGER, key: 'other' };
const context = {
  conversation: 'c',
  command: 'topics',
  coverage: { documents: 1, newest: null, undated: 1 },
};
const DONE: Message = composeMessage(composeNote(context, 'Done.'));

let forms: Forms;
let otherInstance: Forms;
let runs: number;
const act = async () => {
  runs++;
  return DONE;
};
const sent = (form: string, name = 'a') => new URLSearchParams({ form, act: 'add', name });

beforeEach(async () => {
  runs = 0;
  const { events } = await openMemoryStore();
  [forms, otherInstance] = [0, 1].map(() => createForms(events, 'a secret', () => NOW)) as [Forms, Forms];
});

describe('a form', () => {
  test('is accepted from the visit that it was shown to, and from no other', () => {
    const token = forms.token(MANAGER);
    expect(forms.accepts(MANAGER, token)).toBe(true);
    expect(otherInstance.accepts(MANAGER, token)).toBe(true);
    expect(forms.accepts(OTHER, token)).toBe(false);
    expect(forms.token(MANAGER)).not.toBe(token);
  });

  test('that is sent twice at once is carried out once, with one outcome', async () => {
    const token = forms.token(MANAGER);
    const outcomes = await Promise.all([0, 1].map(() => forms.once(MANAGER, sent(token), act)));
    expect([runs, outcomes]).toEqual([1, [DONE, DONE]]);
    expect(await forms.outcomeOf(MANAGER, nameOf(token))).toEqual(DONE);
    expect(await forms.outcomeOf(OTHER, nameOf(token))).toBeNull();
  });

  test('that another instance carried out has no second effect', async () => {
    const token = forms.token(MANAGER);
    await forms.once(MANAGER, sent(token), act);
    expect(await otherInstance.once(MANAGER, sent(token), act)).toBe('repeated');
    expect(runs).toBe(1);
  });

  test('with other fields is another request', async () => {
    const token = forms.token(MANAGER);
    await forms.once(MANAGER, sent(token), act);
    await forms.once(MANAGER, sent(token, 'b'), act);
    expect(runs).toBe(2);
  });

  test('is told again only as long as its outcome is kept', async () => {
    const first = forms.token(MANAGER);
    await forms.once(MANAGER, sent(first), act);
    for (let nth = 0; nth < 100; nth++) await forms.once(MANAGER, sent(forms.token(MANAGER)), act);
    expect(await forms.outcomeOf(MANAGER, nameOf(first))).toBeNull();
    expect(await forms.once(MANAGER, sent(first), act)).toBe('repeated');
    expect(runs).toBe(101);
  });
});
