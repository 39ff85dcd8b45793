import { SystemClock } from '@landfall/clock';
import { Outbox } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import { Schedules } from '../src';

/** A worker that is killed in the middle of a run: `{ databaseUrl, runId }` is its only argument. */
const order = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string; runId: string };
const database = new Database({ url: order.databaseUrl, connections: 2 });
const clock = new SystemClock();
const schedules = new Schedules({
  database,
  clock,
  outbox: new Outbox(clock),
  calendar: () => ({ isWorkday: () => true }),
  schedules: [
    {
      key: 'batch',
      title: { zh: '批次', en: 'Batch' },
      purpose: { zh: '批次', en: 'Batch' },
      cron: '0 8 * * *',
      workdays: 'any',
      catchUp: 'all',
      run: async ({ attempt }) => {
        await database.query('INSERT INTO effect VALUES ($1)', [`begun ${attempt}`]);
        process.kill(process.pid, 'SIGKILL');
      },
    },
  ],
});
void schedules.jobs['schedules.run']?.({ runId: order.runId }, { id: '1' });
