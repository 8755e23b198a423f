import { expect, test } from 'vitest';
import { loadConfig } from '../../src/app/config.ts';
import { localServer } from '../../src/app/local-server.ts';

test('the server is its machine’s own at the address and by the names that lead to it', () => {
  expect(localServer(loadConfig({}))).toEqual({
    address: 'http://127.0.0.1:3000',
    hosts: new Set(['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']),
  });
  expect(localServer(loadConfig({ HOST: '::1', PORT: '80' }))).toEqual({
    address: 'http://[::1]',
    hosts: new Set(['127.0.0.1', 'localhost', '[::1]']), // as browsers write them
  });
  expect(localServer(loadConfig({ HOST: '127.0.0.2' }))?.hosts).toContain('127.0.0.2:3000');
});

test.each([
  ['others reach it by its address', { HOST: '0.0.0.0' }],
  ['its host is named like this machine', { HOST: '127.0.0.1.example.org' }],
  ['others reach it through a proxy', { PUBLIC_URL: 'https://desk.example' }],
  ['it is off', { PORT: 'off' }],
])('it is not where %s', (_why, environment) => {
  expect(localServer(loadConfig(environment))).toBeNull();
});
