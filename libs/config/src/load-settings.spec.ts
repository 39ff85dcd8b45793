import { join, resolve } from 'node:path';
import { loadSettings, SettingError, type WrongSetting } from '@landfall/config';

const refusalsOf = (environment: Record<string, string>): readonly WrongSetting[] => {
  try {
    loadSettings(environment);
  } catch (error) {
    if (error instanceof SettingError) {
      return error.wrong;
    }
    throw error;
  }
  return [];
};

describe('loadSettings', () => {
  it('needs nothing set', () => {
    expect(loadSettings({})).toMatchObject({
      environment: 'development',
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      redisUrl: undefined,
      dataDir: resolve('.data'),
      attachmentDir: resolve('.data/attachments'),
      sampleData: true,
      samplePassword: 'Landfall-2026',
      sessionIdle: 8 * 3_600_000,
      attachmentLimit: 20_000_000,
      trustProxy: false,
    });
  });

  it('reads text into numbers, milliseconds, bytes, paths and lists', () => {
    const settings = loadSettings({
      PORT: '0',
      DATABASE_URL: 'postgresql://me:secret@db.example/landfall',
      REDIS_URL: 'rediss://cache.example',
      LANDFALL_DATA_DIR: '/srv/landfall',
      LANDFALL_SESSION_IDLE: '90s',
      LANDFALL_BODY_LIMIT: '500kB',
      LANDFALL_SWEEP_INTERVAL: '250ms',
      LANDFALL_TRUST_PROXY: 'loopback, 10.0.0.0/8,::1',
    });
    expect(settings).toMatchObject({
      port: 0,
      databaseUrl: 'postgresql://me:secret@db.example/landfall',
      redisUrl: 'rediss://cache.example',
      attachmentDir: join('/srv/landfall', 'attachments'),
      sessionIdle: 90_000,
      bodyLimit: 500_000,
      sweepInterval: 250,
      trustProxy: ['loopback', '10.0.0.0/8', '::1'],
    });
    expect(loadSettings({ LANDFALL_TRUST_PROXY: '2' }).trustProxy).toBe(2);
  });

  it('takes an empty variable for an unset one', () => {
    expect(loadSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('has neither sample accounts nor a default password in production', () => {
    expect(loadSettings({ NODE_ENV: 'production' })).toMatchObject({ sampleData: false, samplePassword: undefined });
    expect(refusalsOf({ NODE_ENV: 'production', LANDFALL_SAMPLE_DATA: 'true' })).toEqual([
      {
        name: 'LANDFALL_SAMPLE_DATA',
        sentence:
          "Expected LANDFALL_SAMPLE_DATA to be false in production, where accounts with one known password have no place, but it is 'true'.",
      },
    ]);
  });

  it('has no clock that can be moved in production', () => {
    expect(loadSettings({ LANDFALL_DEMO: '1' }).demo).toBe(true);
    expect(loadSettings({}).demo).toBe(false);
    expect(refusalsOf({ NODE_ENV: 'production', LANDFALL_DEMO: '1' })).toEqual([
      {
        name: 'LANDFALL_DEMO',
        sentence: "Expected LANDFALL_DEMO to be 0 in production, where nobody may move the time, but it is '1'.",
      },
    ]);
  });

  it.each([
    ['PORT', 'http', "Expected PORT to be a whole number from 0 to 65535, but it is 'http'."],
    ['PORT', '65536', "Expected PORT to be a whole number from 0 to 65535, but it is '65536'."],
    ['PORT', '3e3', "Expected PORT to be a whole number from 0 to 65535, but it is '3e3'."],
    ['NODE_ENV', 'prod', "Expected NODE_ENV to be development, test or production, but it is 'prod'."],
    [
      'REDIS_URL',
      'localhost:6379',
      'Expected REDIS_URL to be an address that starts with redis:// or rediss://, but what it holds is not.',
    ],
    ['LANDFALL_DEMO', 'true', "Expected LANDFALL_DEMO to be 1 or 0, but it is 'true'."],
    ['LANDFALL_SAMPLE_DATA', 'yes', "Expected LANDFALL_SAMPLE_DATA to be true or false, but it is 'yes'."],
    [
      'LANDFALL_SAMPLE_PASSWORD',
      'short',
      'Expected LANDFALL_SAMPLE_PASSWORD to be a text of at least 8 characters, but what it holds is not.',
    ],
    [
      'LANDFALL_SESSION_IDLE',
      '8',
      "Expected LANDFALL_SESSION_IDLE to be a length of time from 1m to 30d, such as 500ms, 30s, 15m, 8h or 7d, but it is '8'.",
    ],
    [
      'LANDFALL_ATTACHMENT_LIMIT',
      '2TB',
      "Expected LANDFALL_ATTACHMENT_LIMIT to be a size from 1kB to 1GB, such as 500kB or 20MB, but it is '2TB'.",
    ],
    [
      'LANDFALL_TRUST_PROXY',
      'true',
      "Expected LANDFALL_TRUST_PROXY to be false, the number of proxies in front, or their addresses with commas between, but it is 'true'.",
    ],
    [
      'LANDFALL_TRUST_PROXY',
      '10.0.0.1/8/8',
      "Expected LANDFALL_TRUST_PROXY to be false, the number of proxies in front, or their addresses with commas between, but it is '10.0.0.1/8/8'.",
    ],
  ])('refuses %s=%s', (name, value, sentence) => {
    expect(refusalsOf({ [name]: value })).toEqual([{ name, sentence }]);
  });

  it('names every wrong setting at once, and never shows a secret', () => {
    const wrong = refusalsOf({ PORT: '-1', DATABASE_URL: 'mysql://me:secret@db', LANDFALL_COMMIT_BATCH_SIZE: '0' });
    expect(wrong.map(({ name }) => name)).toEqual(['PORT', 'DATABASE_URL', 'LANDFALL_COMMIT_BATCH_SIZE']);
    expect(new SettingError(wrong).message).not.toContain('secret');
    expect(new SettingError(wrong).message.split('\n')).toHaveLength(3);
  });

  it('refuses a LANDFALL_ variable that is no setting and guesses what was meant', () => {
    expect(
      refusalsOf({ LANDFALL_DATADIR: '/srv', LANDFALL_QUITE_ANOTHER: '1', LANDFALL_TEST_DATABASE_URL: 'x' }),
    ).toEqual([
      {
        name: 'LANDFALL_DATADIR',
        sentence:
          'Expected only settings that Landfall knows, but LANDFALL_DATADIR is none of them; perhaps LANDFALL_DATA_DIR is meant.',
      },
      {
        name: 'LANDFALL_QUITE_ANOTHER',
        sentence:
          'Expected only settings that Landfall knows, but LANDFALL_QUITE_ANOTHER is none of them; docs/settings.md lists all.',
      },
    ]);
  });

  it('refuses a session that idles longer than it lives', () => {
    expect(refusalsOf({ LANDFALL_SESSION_IDLE: '2d', LANDFALL_SESSION_LIFETIME: '1d' })).toMatchObject([
      { name: 'LANDFALL_SESSION_IDLE' },
    ]);
  });
});
