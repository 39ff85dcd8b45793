import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@landfall/clock';
import { loadSettings } from '@landfall/config';
import { type Installation, openInstallation, prepareDatabase, startBackgroundWork } from '@landfall/installation';
import { SYSTEM_ACTOR } from '@landfall/process-definition';
import pino from 'pino';
import { createInstallationApi } from '../apps/api/src/create-installation-api';
import { ApiClient } from '../apps/standalone/src/demo/api-client';
import { createTestDatabase } from './environment/test-database';

export const SAMPLE_PASSWORD = 'Harbour-2026';

/** The whole product on a database of its own: API, worker and, where it is built, the web client. */
export interface LandfallUnderTest {
  readonly url: string;
  readonly clock: ManualClock;
  readonly installation: Installation;
  readonly api: ApiClient;
  /** What went wrong in the background. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

export const startLandfall = async (
  options: {
    readonly queue?: 'redis' | 'postgresql';
    readonly environment?: Record<string, string>;
    readonly conferences?: boolean;
  } = {},
): Promise<LandfallUnderTest> => {
  const testDatabase = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'landfall-files-'));
  const redisUrl = options.queue === 'redis' ? process.env.LANDFALL_TEST_REDIS_URL : undefined;
  const settings = loadSettings({
    NODE_ENV: 'test',
    LANDFALL_SAMPLE_PASSWORD: SAMPLE_PASSWORD,
    LANDFALL_DATA_DIR: folder,
    LANDFALL_LOG_LEVEL: 'silent',
    LANDFALL_SWEEP_INTERVAL: '200ms',
    ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    ...options.environment,
  });
  // A working day in office hours, so that deadlines read as people would read them.
  const clock = new ManualClock(new Date('2026-11-23T02:00:00Z'));
  await prepareDatabase(settings, testDatabase.url, clock);
  const installation = await openInstallation({ settings, databaseUrl: testDatabase.url, clock });
  // The half-year conference asks every unit for its report; only tests about conferences have those on the desks.
  if (!options.conferences) await installation.schedules.pause('conference-yearly', SYSTEM_ACTOR, '与本测试无关');
  const faults: unknown[] = [];
  const work = await startBackgroundWork(installation, (error) => faults.push(error));
  const app = await createInstallationApi(installation, pino({ level: 'silent' }));
  const server = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    clock,
    installation,
    api: new ApiClient(url, SAMPLE_PASSWORD, 'zh'),
    faults,
    close: async () => {
      await app.close();
      await work.stop();
      await installation.close();
      await testDatabase.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
