import { SystemClock } from '@landfall/clock';
import { JobQueues, Outbox, OutboxRelay, openQueueBackend } from '@landfall/outbox';
import { Database } from '@landfall/persistence';
import { ProcessEngine } from '../src';
import { applicationV1, applicationV2, meetingQueue } from './application.definitions';
import { BOSS, FORMATS } from './engine-under-test';
import { purchaseRequest } from './purchase-request.definition';

/** What a crashing process is told to do, as JSON in its first argument. */
export interface CrashOrder {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  readonly dieAt: string;
  readonly work:
    | { readonly kind: 'complete'; readonly taskId: string; readonly clientKey: string }
    | { readonly kind: 'fire'; readonly timerId: string }
    | { readonly kind: 'relay' }
    | { readonly kind: 'migrate' };
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const main = async (order: CrashOrder): Promise<void> => {
  const database = new Database({ url: order.databaseUrl });
  const clock = new SystemClock();
  const dieAt = (step: string): void => {
    if (step === order.dieAt) die();
  };
  if (order.work.kind === 'relay') {
    const backend = await openQueueBackend(order);
    const queues = new JobQueues(backend, []);
    await database.transaction((tx) => new Outbox(clock).enqueue(tx, 'test.count', { key: order.dieAt }));
    const relay = new OutboxRelay(database, clock, queues.queueFor, { intervalMs: 10, onStep: dieAt });
    await relay.relay();
    die();
    return;
  }
  const engine = new ProcessEngine({
    database,
    clock,
    definitions: [purchaseRequest, applicationV1, applicationV2],
    commandHandlers: [meetingQueue],
    formFormats: FORMATS,
    commitBatchSize: 4,
    commitConnections: 1,
    onCommitStep: dieAt,
  });
  await engine.open();
  if (order.work.kind === 'migrate') {
    await engine.migrateAll();
  } else if (order.work.kind === 'fire') {
    await engine.fireTimer(order.work.timerId);
  } else {
    const { taskId, clientKey } = order.work;
    await engine.completeTask({ taskId, outcome: 'approve', form: { amount: '1' }, actor: BOSS, clientKey });
  }
  process.stdout.write('answered');
  process.exit(0);
};

void main(JSON.parse(process.argv[2] ?? '{}') as CrashOrder);
