import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportPage } from './answers';
import type { ApiClient } from './api-client';

const LOOK_AGAIN_MS = 200;

/** The real, publicly reported project list. */
export const readList = (root: string): Promise<string> =>
  readFile(join(root, 'libs/projects/sample/binhai-projects.csv'), 'utf8');

/** Imports a list as an account and waits until every row is answered. */
export const importList = async (api: ApiClient, account: string, list: string): Promise<ImportPage> => {
  const { importId } = await api.upload<{ importId: string }>(
    account,
    '/api/leads/import',
    new Blob([list], { type: 'text/csv' }),
    'binhai-projects.csv',
  );
  for (;;) {
    const page = await api.get<ImportPage>(account, `/api/imports/${importId}?limit=100`);
    if (page.state === 'failed') throw new Error(`The import failed: ${page.detail}`);
    if (page.state === 'done') return page;
    await sleep(LOOK_AGAIN_MS);
  }
};
