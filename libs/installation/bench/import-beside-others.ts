import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSettings } from '@landfall/config';
import { startEmbeddedPostgres } from '@landfall/embedded-postgres';
import { openInstallation, prepareDatabase, startBackgroundWork } from '@landfall/installation';
import pino from 'pino';
import { createInstallationApi } from '../../../apps/api/src/create-installation-api';
import { ApiClient } from '../../../apps/standalone/src/demo/api-client';

/**
 * Measures how long other users wait while a long list is imported: api, worker and PostgreSQL on one computer.
 *
 * `node apps/standalone/run-source.mjs libs/installation/bench/import-beside-others.ts [rows]`
 */
const ROWS = Number(process.argv[2] ?? 10_000);
const KEYWORDS = [
  '信创',
  '新能源',
  '生物医药',
  '物流',
  '绿色石化',
  '航空航天',
  '轻纺',
  '新材料',
  '商贸服务业',
  '水利基础设施',
];
const PLACES = ['天津经济技术开发区', '天津港保税区', '中新天津生态城', '新北街道', '中塘镇', '杨家泊镇', ''];
const WORDS = [
  '智能',
  '绿色',
  '海洋',
  '动力',
  '精密',
  '数据',
  '冷链',
  '检测',
  '封装',
  '储能',
  '医疗',
  '装备',
  '材料',
  '示范',
  '研发',
  '总部',
];

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T;

const list = (rows: number): string => {
  const lines = ['项目名称,投资方,产业关键词,落地区域,计划总投资,金额单位,签约日期'];
  for (let at = 0; at < rows; at += 1) {
    const name = `${pick(WORDS, at)}${pick(WORDS, at * 7 + 3)}${pick(WORDS, at * 13 + 5)}产业基地${at}号项目`;
    const investor = `${pick(WORDS, at * 3)}${pick(WORDS, at * 5 + 1)}${at % 4000}科技有限公司`;
    lines.push(
      [name, investor, pick(KEYWORDS, at), pick(PLACES, at), (at % 900) + 1, '百万元', at % 3 ? '' : '2025-06'].join(
        ',',
      ),
    );
  }
  return lines.join('\n');
};

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);

/** Asks again and again, as a person who never rests, until told to stop; answers how long each answer took. */
const watch = (ask: () => Promise<unknown>) => {
  const taken: number[] = [];
  let stopped = false;
  const running = (async () => {
    while (!stopped) {
      const from = performance.now();
      await ask().catch(() => {});
      taken.push(performance.now() - from);
      await sleep(50);
    }
  })();
  return async (): Promise<string> => {
    stopped = true;
    await running;
    const sorted = taken.sort((a, b) => a - b);
    return `${sorted.length} answers, p50 ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms, max ${quantile(sorted, 1)} ms`;
  };
};

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'landfall-bench-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  const settings = loadSettings({
    NODE_ENV: 'test',
    LANDFALL_SAMPLE_PASSWORD: 'Harbour-2026',
    LANDFALL_DATA_DIR: dataDir,
    LANDFALL_LOG_LEVEL: 'error',
  });
  await prepareDatabase(settings, postgres.url);
  const installation = await openInstallation({ settings, databaseUrl: postgres.url });
  const work = await startBackgroundWork(installation, (error) => console.error(error));
  const app = await createInstallationApi(installation, pino({ level: 'error' }));
  const server = await app.listen(0, '127.0.0.1');
  const api = new ApiClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'Harbour-2026');
  const inbox = () => api.get('d01.specialist', '/api/inbox?view=group');
  const projects = () => api.get('d05.specialist', '/api/projects');
  try {
    const calm = [watch(inbox), watch(projects)];
    await sleep(3_000);
    console.log('before   inbox   ', await calm[0]?.());
    console.log('before   projects', await calm[1]?.());
    const bytes = Buffer.from(list(ROWS));
    const busy = [watch(inbox), watch(projects)];
    const from = performance.now();
    const { importId } = await api.upload<{ importId: string }>(
      'lgo.staff',
      '/api/leads/import',
      new Blob([bytes]),
      'list.csv',
    );
    console.log(`202 after ${(performance.now() - from).toFixed(0)} ms for ${(bytes.length / 1024).toFixed(0)} kB`);
    let state: { state: string; counts: unknown };
    do {
      await sleep(500);
      state = await api.get('lgo.staff', `/api/imports/${importId}?limit=1`);
    } while (state.state === 'queued' || state.state === 'running');
    const seconds = (performance.now() - from) / 1000;
    console.log(
      `import   ${state.state} after ${seconds.toFixed(1)} s, ${(ROWS / seconds).toFixed(0)} rows/s`,
      JSON.stringify(state.counts),
    );
    console.log('during   inbox   ', await busy[0]?.());
    console.log('during   projects', await busy[1]?.());
    const after = [watch(inbox), watch(projects)];
    let waiting = 1;
    while (waiting > 0) {
      await sleep(500);
      const [row] = await installation.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM outbox_message WHERE job = 'projects.check-duplicates'`,
      );
      waiting = row?.count ?? 0;
    }
    console.log(`checks   done after ${((performance.now() - from) / 1000).toFixed(1)} s`);
    console.log('checking inbox   ', await after[0]?.());
    console.log('checking projects', await after[1]?.());
  } finally {
    await app.close();
    await work.stop();
    await installation.close();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

void main();
