import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXIT } from '../src/app/cli/failures.ts';
import { loadConfig, variablesOf } from '../src/app/config.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const dockerfile = read('docs/deploy/Dockerfile');
const unit = read('docs/deploy/dossier.service');
const compose = parse(read('docs/deploy/compose.yaml'));
const [caddy, nginx] = [read('docs/deploy/Caddyfile'), read('docs/deploy/nginx.conf')];

const NOT_OURS = new Set(['NODE_ENV']);
const known = new Set(variablesOf());

/** Names of variables that no setting has. */
const unknown = (names: Iterable<string>) =>
  [...names].filter((name) => !known.has(name) && !NOT_OURS.has(name));

/** What the image sets. */
const imageSettings = Object.fromEntries(
  [...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [
    name,
    value,
  ]),
) as Record<string, string>;

describe('the image', () => {
  test('sets only what Dossier reads, and settings that it takes', () => {
    expect(unknown(Object.keys(imageSettings))).toEqual([]);
    expect(loadConfig(imageSettings)).toMatchObject({
      ...{ server: { host: '0.0.0.0', port: 3000 }, dataDir: '/data', corpusDir: '/corpus' },
    });
  });

  test('starts the program that is built, not as root, from bases of one version', () => {
    const { bin } = JSON.parse(read('package.json'));
    expect(dockerfile).toContain(`CMD ["node", "${bin.dossier}", "start"]`);
    expect(dockerfile.indexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('RUN '));
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-/);
  });

  test('looks after its health where Dossier says how it is', () => {
    expect(dockerfile).toMatch(/HEALTHCHECK[\s\S]*process\.env\.PORT\}\/healthz/);
    expect(read('src/app/server.ts')).toContain("app.get('/healthz'");
  });

  test('is built of nothing but sources', () => {
    const kept = read('.dockerignore').trim().split('\n');
    expect(kept[0]).toBe('*');
    expect(kept.slice(1).every((line) => line.startsWith('!'))).toBe(true);
    for (const name of ['package-lock.json', 'tsconfig.json', 'bundle.js', 'src', 'commands'])
      expect(kept).toContain(`!${name}`);
  });
});

describe('compose.yaml', () => {
  const { dossier, database } = compose.services;

  test('sets only what Dossier reads, over what an example file may say', () => {
    expect(unknown(Object.keys(dossier.environment))).toEqual([]);
    expect(Object.keys(dossier.environment)).toEqual(
      expect.arrayContaining(['HOST', 'PORT', 'DOSSIER_DATA_DIR', 'DOSSIER_CORPUS_DIR']),
    );
    const password = {
      ...dossier.environment,
      DATABASE_URL: dossier.environment.DATABASE_URL.replace(/\$\{[^}]*\}/, 'x'),
    };
    expect(loadConfig(password).databaseUrl).toBe('postgres://dossier:x@database:5432/dossier');
  });

  test('has no password of its own, and refuses to start without one', () => {
    for (const value of [dossier.environment.DATABASE_URL, database.environment.POSTGRES_PASSWORD])
      expect(value).toMatch(/\$\{POSTGRES_PASSWORD:\?[^}]+\}/);
  });

  test('waits for a database that is well, of one version', () => {
    expect(dossier.depends_on.database.condition).toBe('service_healthy');
    expect(database.healthcheck.test.join(' ')).toContain('pg_isready');
    expect(database.image).toMatch(/^postgres:\d+\.\d+-/);
  });

  test('opens the server to this machine alone, and keeps what must last', () => {
    expect(dossier.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(dossier.volumes).toEqual([expect.stringMatching(/:\/corpus:ro$/), 'data:/data']);
    expect(Object.keys(compose.volumes)).toEqual(['data', 'database']);
  });
});

describe('the unit', () => {
  test('sets only what Dossier reads', () => {
    expect(unknown([...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name ?? ''))).toEqual([]);
  });

  test('does not start again what only a person can mend, and gives it time to end', () => {
    expect(unit).toContain(`RestartPreventExitStatus=${EXIT.mendable} ${EXIT.noPlatform}`);
    expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(10);
    expect(unit).toContain('ExecStart=/usr/bin/node /opt/dossier/dist/src/cli.js start');
  });
});

describe('before a proxy', () => {
  test('Dossier listens where the examples look, and what is only for this machine stays there', () => {
    const { server } = loadConfig({});
    for (const example of [caddy, nginx]) {
      expect(example).toContain(`${server?.host}:${server?.port}`);
      for (const path of ['/metrics', '/readyz']) expect(example).toContain(path);
    }
  });
});
