import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/app/config.ts';

/** The settings of one platform. */
function settingsOf(name: string, environment: Record<string, string>) {
  return loadConfig(environment).platforms.find(({ platform }) => platform.name === name)?.settings;
}

describe('the settings', () => {
  test('of platforms are absent without a token', () => {
    expect([settingsOf('discord', {}), settingsOf('slack', {})]).toEqual([null, null]);
    expect(loadConfig({}).server).toEqual({ host: '127.0.0.1', port: 3000, chosen: false });
  });

  test('of Discord are parsed together', () => {
    const environment = {
      DISCORD_TOKEN: ' t ',
      DISCORD_API_URL: 'http://127.0.0.1:1/api/',
      DISCORD_MESSAGE_CONTENT: 'true',
    };
    expect(settingsOf('discord', environment)).toEqual({
      ...{ token: 't', api: 'http://127.0.0.1:1/api', guildId: null, messageContent: true, shards: null },
    });
  });

  test('of Slack are parsed together', () => {
    const environment = { SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a', SLACK_COMMAND_PREFIX: 'x-' };
    expect(settingsOf('slack', environment)).toMatchObject({
      ...{ botToken: 'b', appToken: 'a', signingSecret: null, prefix: 'x-', allowExternal: false },
    });
  });

  test('name managers of several platforms', () => {
    const { managers } = loadConfig({ DOSSIER_MANAGERS: 'discord:1, slack:U2,discord:3' });
    expect([managers.get('discord'), managers.get('slack')]).toEqual([new Set(['1', '3']), new Set(['U2'])]);
  });

  test('permits inner hosts to be fetched from', () => {
    const { fetchAllow } = loadConfig({ DOSSIER_FETCH_ALLOW: 'wiki.inner, 10.0.0.7:8080,' });
    expect(fetchAllow).toEqual([
      { host: 'wiki.inner', port: null },
      { host: '10.0.0.7', port: 8080 },
    ]);
    expect(loadConfig({}).fetchAllow).toEqual([]);
    for (const wrong of ['http://wiki.inner', 'wiki inner', 'wiki/feeds'])
      expect(() => loadConfig({ DOSSIER_FETCH_ALLOW: wrong })).toThrow(
        'DOSSIER_FETCH_ALLOW must be a list like wiki.inner, 10.0.0.7:8080',
      );
  });

  test('name a bucket, which is kept in the data directory', () => {
    const place = { DOSSIER_CORPUS_DIR: 's3://papers/desk/2024/', DOSSIER_DATA_DIR: '/data' };
    const { bucket, corpusDir } = loadConfig({ ...place, AWS_ENDPOINT_URL: 'http://minio:9000' });
    expect(bucket).toMatchObject({
      ...{ url: 's3://papers/desk/2024', bucket: 'papers', prefix: 'desk/2024/', region: null },
      endpoint: 'http://minio:9000',
    });
    expect(corpusDir).toMatch(/^\/data\/buckets\/[\da-f]{12}\/objects$/);
    expect(loadConfig(place).corpusDir).not.toBe(corpusDir);
    expect(loadConfig({ ...place, DOSSIER_CORPUS_DIR: 's3://papers' }).bucket?.prefix).toBe('');
    expect(loadConfig({ AWS_ENDPOINT_URL: 'minio' }).bucket).toBeNull();
  });

  test.each(['s3:papers', 's3://', 's3://key:secret@papers/desk'])('refuse as a bucket: %s', (place) => {
    const wrong = () => loadConfig({ DOSSIER_CORPUS_DIR: place });
    expect(wrong).toThrow(/^DOSSIER_CORPUS_DIR must look like s3:\/\/bucket\/prefix\. See/);
  });

  test('of a bucket name an address', () => {
    const wrong = () => loadConfig({ DOSSIER_CORPUS_DIR: 's3://papers', AWS_ENDPOINT_URL_S3: 'minio:9000' });
    expect(wrong).toThrow('AWS_ENDPOINT_URL_S3 must be an http or https URL');
  });

  describe('name a mailbox', () => {
    const IMAP = {
      IMAP_URL: 'imaps://desk%40harbour.example@imap.harbour.example/News',
      ...{
        IMAP_PASSWORD: 'p@ss',
        DOSSIER_MAIL_COLLECTION: 'news',
        DOSSIER_MAIL_FROM_ALLOW: '@Pier.example, a@b.example',
      },
    };

    test('with the senders whose mail is taken in', () => {
      const { mailbox, log } = loadConfig(IMAP);
      expect(mailbox).toEqual({
        ...{ url: IMAP.IMAP_URL, password: 'p@ss', collection: 'news' },
        senders: ['@pier.example', 'a@b.example'],
      });
      expect(log.secrets).toContain('p@ss');
      expect(loadConfig({}).mailbox).toBeNull();
    });

    test.each(['IMAP_PASSWORD', 'DOSSIER_MAIL_COLLECTION', 'DOSSIER_MAIL_FROM_ALLOW'])(
      'only with %s',
      (name) => {
        expect(() => loadConfig({ ...IMAP, [name]: '' })).toThrow(`IMAP_URL needs ${name}`);
      },
    );

    test.each([
      ['IMAP_URL', 'imaps://desk:secret@imap.example/News'],
      ['IMAP_URL', 'https://desk@imap.example'],
      ['IMAP_URL', 'imaps://imap.example'],
      ['DOSSIER_MAIL_FROM_ALLOW', 'pier.example'],
      ['DOSSIER_MAIL_COLLECTION', '../news'],
    ])('and no wrong one: %s=%s', (name, value) => {
      expect(() => loadConfig({ ...IMAP, [name]: value })).toThrow(`${name} must `);
    });
  });

  test('name the languages of OCR, or none', () => {
    for (const ocr of ['eng', 'eng+fra', 'chi_sim+jpn'])
      expect(loadConfig({ DOSSIER_OCR: ocr }).ocr).toBe(ocr);
    for (const none of [{}, { DOSSIER_OCR: '' }]) expect(loadConfig(none).ocr).toBeNull();
    for (const wrong of ['English', 'eng fra', '../eng', 'eng+'])
      expect(() => loadConfig({ DOSSIER_OCR: wrong })).toThrow('DOSSIER_OCR must be languages like eng+fra');
  });

  test('name a PostgreSQL database, or none', () => {
    const url = 'postgres://ada:p%40ss@db.example:5432/dossier?sslmode=require';
    for (const each of [url, 'postgresql:///dossier']) {
      expect(loadConfig({ DATABASE_URL: ` ${each} ` }).databaseUrl).toBe(each);
    }
    for (const none of [{}, { DATABASE_URL: '' }]) expect(loadConfig(none).databaseUrl).toBeNull();
  });

  test.each([
    'mysql://db.example/dossier',
    'db.example',
    'postgres://ada:tiddly/winks@db.example/dossier',
    'postgres://ada:12/tiddlywinks@db.example/dossier',
    'postgres://ada:12#tiddlywinks@db.example/dossier',
  ])('name no database by %s, and do not repeat it', (url) => {
    const told = () => loadConfig({ DATABASE_URL: url });
    expect(told).toThrow(/^DATABASE_URL must look like postgres:.*%40 for @/);
    expect(told).not.toThrow(/winks|db\.example/);
  });

  test('that are wrong are all told at once', () => {
    const wrong = {
      DISCORD_GUILD_ID: 'x',
      DISCORD_API_URL: 'no',
      DOSSIER_MANAGERS: 'me',
      PORT: 'y',
      SLACK_ALLOW_EXTERNAL: 'perhaps',
    };
    const told = () => loadConfig(wrong);
    for (const name of Object.keys(wrong)) expect(told).toThrow(name);
  });

  test.each([
    [{ SLACK_BOT_TOKEN: 'b' }, /SLACK_APP_TOKEN or SLACK_SIGNING_SECRET/],
    [{ SLACK_BOT_TOKEN: 'b', SLACK_SIGNING_SECRET: 's', PORT: 'off' }, /PORT cannot be off/],
    [{ DOSSIER_TICK_SECONDS: '1', DISCORD_TOKEN: 't' }, /DOSSIER_TICK_SECONDS is for tests only/],
    [
      { DOSSIER_TICK_SECONDS: '1', DISCORD_TOKEN: 't', DISCORD_API_URL: 'https://discord.com/api' },
      /tests only/,
    ],
  ])('that can’t go together are refused: %j', (given, told) => {
    expect(() => loadConfig(given)).toThrow(told);
  });

  test('for tests are taken where every platform in use is on this machine', () => {
    const local = { DISCORD_TOKEN: 't', DISCORD_API_URL: 'http://127.0.0.1:9/api' };
    expect(loadConfig({ DOSSIER_TICK_SECONDS: '1', ...local }).digests.tickSeconds).toBe(1);
    expect(loadConfig({ DOSSIER_TICK_SECONDS: '1' }).digests.tickSeconds).toBe(1);
  });
});
