import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@landfall/config';
import { composeInstallation } from '@landfall/installation';
import { pino } from 'pino';
import { createInstallationApi } from '../create-installation-api';
import { describeApi } from './serve-openapi';

/** The description of the whole API, the clock of a demonstration among it, made from the routes and their schemas without a database, and the client's types from it. */
export const generate = async (): Promise<Record<string, string>> => {
  const folder = await mkdtemp(join(tmpdir(), 'landfall-openapi-'));
  const settings = loadSettings({ NODE_ENV: 'test', LANDFALL_DATA_DIR: folder, LANDFALL_DEMO: '1' });
  const installation = composeInstallation({ settings, databaseUrl: 'postgres://nobody@localhost/nothing' });
  const app = await createInstallationApi(installation, pino({ level: 'silent' }));
  await app.init();
  const document = describeApi(app);
  await app.close();
  await installation.close();
  await rm(folder, { recursive: true, force: true });
  const { astToString, default: openapiTypes } = await import('openapi-typescript');
  const types = astToString(await openapiTypes(JSON.stringify(document)));
  return {
    'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'apps/web/src/api/openapi.ts': `/** Generated from docs/openapi.json; do not edit. */\n\n${types}`,
  };
};
