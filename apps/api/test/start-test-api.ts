import type { AddressInfo } from 'node:net';
import { ManualClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import { Accounts, Sessions } from '@landfall/identity';
import { prepareDatabase } from '@landfall/installation';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { pino } from 'pino';
import { createTestDatabase } from '../../../test/environment/test-database';
import { type ApiOptions, createApi } from '../src/create-api';

export const SAMPLE_PASSWORD = 'Harbour-2026';

/** An answer as tests look at it; `body` is parsed when it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the answer has and fails when it has it not.
  readonly body: any;
}

export interface Asking {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Record<string, string>;
  /** The `name=value` of a session cookie. */
  readonly cookie?: string;
}

export interface TestApi {
  readonly url: string;
  readonly database: Database;
  readonly clock: ManualClock;
  /** The lines that the server logged. */
  readonly log: readonly string[];
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** Signs a sample account in and answers its cookie. */
  signIn(username: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts the real application on a random port and a database of its own with the organisation and sample accounts. */
export const startTestApi = async (
  environment: Record<string, string> = {},
  more: Pick<ApiOptions, 'modules' | 'webFolder' | 'readiness'> & {
    /** Modules that stand on the test's own database and clock. */
    readonly modulesOn?: (database: Database, clock: ManualClock, organization: Organization) => ApiOptions['modules'];
  } = {},
): Promise<TestApi> => {
  const testDatabase = await createTestDatabase();
  const settings = loadSettings({ NODE_ENV: 'test', LANDFALL_SAMPLE_PASSWORD: SAMPLE_PASSWORD, ...environment });
  const database = new Database({ url: testDatabase.url });
  const clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line) => log.push(line) });
  await prepareDatabase(settings, testDatabase.url, clock);
  const organization = new Organization(database, clock);
  const accounts = new Accounts(database, clock, organization);
  const sessions = new Sessions(database, clock, organization, {
    idleMs: settings.sessionIdle,
    absoluteMs: settings.sessionLifetime,
    sampleAccounts: true,
  });
  const app = await createApi({
    settings,
    database,
    clock,
    organization,
    accounts,
    sessions,
    logger,
    ...more,
    modules: [...(more.modules ?? []), ...(more.modulesOn?.(database, clock, organization) ?? [])],
  });
  const server = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask = async (path: string, asking: Asking = {}): Promise<Answer> => {
    const { json, cookie } = asking;
    const response = await fetch(url + path, {
      method: asking.method ?? (json === undefined && asking.body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...asking.headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(asking.body === undefined ? {} : { body: asking.body }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

  return {
    url,
    database,
    clock,
    log,
    ask,
    signIn: async (username) => {
      const answer = await ask('/api/auth/login', { json: { username, password: SAMPLE_PASSWORD } });
      const [cookie] = (answer.headers.getSetCookie()[0] ?? '').split(';');
      if (answer.status !== 200 || !cookie)
        throw new Error(`${username} cannot sign in: ${JSON.stringify(answer.body)}`);
      return cookie;
    },
    close: async () => {
      await app.close();
      await database.close();
      await testDatabase.drop();
    },
  };
};
