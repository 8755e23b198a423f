import { describe, expect, test } from 'vitest';
import { createJsonLog } from '../../../src/app/log/json-log.ts';
import type { LogLevel } from '../../../src/app/log/log.ts';
import { createPlainLog } from '../../../src/app/log/plain-log.ts';

const SECRET = 'canary-0123456789';
const FAILURE = new Error('Could not ask.', {
  cause: Object.assign(new Error(`refused ${SECRET}\u001B[31m\r\nforged`), { question: 'Who pays?' }),
});

function json(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = createJsonLog({ level, secrets: [SECRET] }, { write: (line) => void lines.push(line) });
  return { log, lines, records: () => lines.map((line) => JSON.parse(line)) };
}

describe('a JSON log', () => {
  test('has one object a line, with level, time and what happened', () => {
    const { log, lines, records } = json();
    log.info('Indexed 5 documents.');
    log.error(FAILURE);
    expect(records()).toMatchObject([
      { level: 'info', time: expect.stringMatching(/^20\d\d-.*Z$/), msg: 'Indexed 5 documents.' },
      { level: 'error', msg: 'Could not ask.', causes: [expect.stringContaining('refused [redacted]')] },
    ]);
    for (const line of lines) expect(line).toMatch(/^[^\p{Cc}]*\n$/u); // nothing forges a line (49)
  });

  test('holds no secret, and nothing that an error carries besides its messages', () => {
    const { log, lines } = json('debug');
    log.error(FAILURE);
    expect(lines.join('')).not.toMatch(/canary|Who pays/);
    expect(lines.join('')).toContain('"stack":["at ');
  });

  test.each([
    ['silent', 0],
    ['error', 1],
    ['info', 2],
  ] as const)('of level %s has %i of these', (level, count) => {
    const { log, lines } = json(level);
    log.info('well');
    log.error(FAILURE);
    expect(lines).toHaveLength(count);
  });
});

describe('a log for people', () => {
  test('has a line each, with the cause behind and no secret', () => {
    const lines: string[] = [];
    const log = createPlainLog({ level: 'info', secrets: [SECRET] }, (line) => lines.push(line));
    log.error(FAILURE);
    log.info('well');
    expect(lines).toEqual(['Could not ask. (refused [redacted][31m forged)\n', 'well\n']);
  });
});
