import {
  createPostgresBackend,
  type Job,
  Queue,
  type QueueOptions,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

export interface QueueBackendOptions {
  /** Redis or a compatible server; without it the queues live in PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  /** Tells the queues of several installations on one Redis apart. */
  readonly prefix?: string;
}

export type QueueOf = Pick<
  Queue,
  | 'addBulk'
  | 'close'
  | 'waitUntilReady'
  | 'obliterate'
  | 'getJobCounts'
  | 'getJobSchedulers'
  | 'upsertJobScheduler'
  | 'removeJobScheduler'
>;
export type WorkerOf = Pick<Worker, 'close' | 'waitUntilReady' | 'run'>;
type Processor = (job: Job) => Promise<void>;

/** Makes queues and workers on one of BullMQ's two backends; nothing else in the program sees which. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgresql';
  queue(name: string): QueueOf;
  worker(name: string, processor: Processor, options: { readonly concurrency: number }): WorkerOf;
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';
const POOL_SIZE = 8;

/** Connects to the queue's home and brings its schema up to date. */
export const openQueueBackend = async (options: QueueBackendOptions): Promise<QueueBackend> =>
  options.redisUrl === undefined
    ? openPostgresBackend(options.databaseUrl)
    : openRedisBackend(options.redisUrl, options.prefix ?? 'landfall');

const openPostgresBackend = async (databaseUrl: string): Promise<QueueBackend> => {
  const backend = withBackend(createPostgresBackend);
  const migrator = new backend.Queue('migration', {
    connection: { connectionString: databaseUrl, schema: SCHEMA, migrate: true, max: 1 },
  });
  await migrator.waitUntilReady();
  await migrator.close();
  // One pool for all queues and workers: each would otherwise open its own.
  const pool = new Pool({
    connectionString: databaseUrl,
    max: POOL_SIZE,
    keepAlive: true,
    application_name: 'landfall-queue',
    // The queue is only the alarm clock: a job that a crash takes is added again from its row, so no commit of the queue
    // waits for the disk.
    options: `-c search_path=${SCHEMA} -c synchronous_commit=off`,
  });
  pool.on('error', () => {});
  return {
    kind: 'postgresql',
    queue: (name) => silenced(new backend.Queue(name, { connection: pool })),
    worker: (name, processor, { concurrency }) =>
      silenced(new backend.Worker(name, processor, { connection: pool, concurrency, autorun: false })),
    close: () => pool.end(),
  };
};

const openRedisBackend = async (redisUrl: string, prefix: string): Promise<QueueBackend> => {
  // A worker blocks on its connection and must never give a command up, hence no limit of retries.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', () => {});
  const shared: QueueOptions & Omit<WorkerOptions, 'concurrency'> = { connection, prefix };
  return {
    kind: 'redis',
    queue: (name) => silenced(new Queue(name, shared)),
    worker: (name, processor, { concurrency }) =>
      silenced(new Worker(name, processor, { ...shared, concurrency, autorun: false })),
    close: async () => {
      connection.disconnect();
    },
  };
};

/** An unheard 'error' event ends the process; a queue that is away for a while is only late (design law 5). */
const silenced = <Emitter extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
  emitter: Emitter,
): Emitter => {
  emitter.on('error', () => {});
  return emitter;
};
