import type { Clock } from '@landfall/clock';
import type { Database } from '@landfall/persistence';
import { Rejection } from '@landfall/process-definition';
import type { PoolClient } from 'pg';
import { BatchChanges, EventChanges } from './change-set';
import type { ChangeWriter } from './change-writer';
import type { InstanceCache } from './instance-cache';
import type { InstanceLoader, StoredReceipt } from './instance-loader';
import type { LoadedInstance } from './loaded-instance';
import type { Operation, Receipt } from './operation';

/** The steps of a commit, in order; tests stop the world at each of them. */
export type CommitStep = 'begun' | 'loaded' | 'decided' | 'written' | 'committed';

export interface GroupCommitOptions {
  /** Transactions in flight at the same time. Few are enough: contention costs more than waiting. */
  readonly connections: number;
  /** Events of one transaction at most. */
  readonly batchSize: number;
  readonly onStep?: (step: CommitStep) => void | Promise<void>;
  /** Told after a commit that put messages into the outbox. */
  readonly onOutbox?: () => void;
  /** Turns a violated constraint into the sentence for the person who caused it. */
  readonly constraintRejections?: Readonly<Record<string, () => Rejection>>;
}

interface Waiting {
  readonly operation: Operation;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly receipt: Receipt } | { readonly error: unknown };

/**
 * Gathers the commands that arrive while a commit is in flight and commits them together (design law 4).
 *
 * One transaction: lock the instances in id order, decide every command in order of arrival on what the one before left,
 * write all rows with one statement, commit. A command that is refused or throws is dropped from the batch with all its
 * rows. When the database itself refuses the batch, each command is tried alone, so that only the guilty one fails.
 */
export class GroupCommit {
  private readonly queue: Waiting[] = [];
  private readonly busyInstances = new Set<string>();
  private readonly busyKeys = new Set<string>();
  private inFlight = 0;
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly loader: InstanceLoader,
    private readonly writer: ChangeWriter,
    private readonly cache: InstanceCache,
    private readonly clock: Clock,
    private readonly options: GroupCommitOptions,
  ) {}

  submit(operation: Operation): Promise<Receipt> {
    return new Promise((resolve, reject) => {
      this.queue.push({ operation, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async drain(): Promise<void> {
    if (this.queue.length === 0 && this.inFlight === 0) return;
    await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  /** Commands that are sent in one go (`Promise.all`) meet in the queue before the first batch is taken. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.pump();
    });
  }

  private pump(): void {
    while (this.inFlight < this.options.connections) {
      const batch = this.take();
      if (batch.length === 0) break;
      this.inFlight += 1;
      void this.run(batch).finally(() => {
        this.inFlight -= 1;
        for (const { operation } of batch) {
          this.busyInstances.delete(operation.instanceId);
          if (operation.clientKey !== undefined) this.busyKeys.delete(operation.clientKey);
        }
        this.pump();
      });
    }
    if (this.queue.length === 0 && this.inFlight === 0) {
      for (const resolve of this.idle.splice(0)) resolve();
    }
  }

  /** Takes waiting commands in order; those whose instance or key is in flight wait for the next batch. */
  private take(): Waiting[] {
    const batch: Waiting[] = [];
    const passedOver: Waiting[] = [];
    const skipped = new Set<string>();
    let seen = 0;
    while (seen < this.queue.length && batch.length < this.options.batchSize) {
      const waiting = this.queue[seen++];
      if (!waiting) break;
      const { instanceId, clientKey } = waiting.operation;
      const blocked =
        this.busyInstances.has(instanceId) ||
        skipped.has(instanceId) ||
        (clientKey !== undefined && this.busyKeys.has(clientKey));
      if (blocked) {
        skipped.add(instanceId);
        passedOver.push(waiting);
      } else {
        batch.push(waiting);
      }
    }
    this.queue.splice(0, seen, ...passedOver);
    for (const { operation } of batch) {
      this.busyInstances.add(operation.instanceId);
      if (operation.clientKey !== undefined) this.busyKeys.add(operation.clientKey);
    }
    return batch;
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    let outcomes: Outcome[];
    try {
      outcomes = await this.commit(batch.map(({ operation }) => operation));
    } catch (error) {
      if (!isDatabaseRefusal(error)) {
        // Whether the commit happened is not known, so nothing is tried again: a client key makes asking again safe.
        outcomes = batch.map(() => ({ error }));
      } else {
        outcomes = [];
        for (const { operation } of batch) outcomes.push(await this.commitAlone(operation));
      }
    }
    batch.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome && 'receipt' in outcome) waiting.resolve(outcome.receipt);
      else waiting.reject(outcome?.error);
    });
  }

  private async commitAlone(operation: Operation): Promise<Outcome> {
    try {
      const [outcome] = await this.commit([operation]);
      return outcome ?? { error: new Error('A commit of one command gave no answer') };
    } catch (error) {
      return { error: this.explain(error) };
    }
  }

  private explain(error: unknown): unknown {
    const constraint = constraintOf(error);
    const rejection = constraint === undefined ? undefined : this.options.constraintRejections?.[constraint];
    return rejection ? rejection() : error;
  }

  private async commit(operations: readonly Operation[]): Promise<Outcome[]> {
    const client = await this.database.pool.connect();
    let broken: Error | undefined;
    try {
      const begun = client.query('BEGIN');
      if (this.options.onStep) {
        await begun;
        await this.options.onStep('begun');
      }
      const [{ outcomes, changes, instances }] = await Promise.all([this.decideAll(client, operations), begun]);
      await this.options.onStep?.('decided');
      if (changes.isEmpty) {
        await client.query('ROLLBACK');
        return outcomes;
      }
      const written = this.writer.write(client, changes.groups());
      if (this.options.onStep) {
        await written;
        await this.options.onStep('written');
      }
      // Sent right behind the write: PostgreSQL turns the commit of a failed transaction into a rollback by itself.
      await Promise.all([written, client.query('COMMIT')]);
      for (const instance of instances) this.cache.put(instance);
      if (changes.insertsInto('outbox_message')) this.options.onOutbox?.();
      await this.options.onStep?.('committed');
      return outcomes;
    } catch (error) {
      await client.query('ROLLBACK').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async decideAll(client: PoolClient, operations: readonly Operation[]) {
    const ids = [...new Set(operations.filter(({ creates }) => !creates).map(({ instanceId }) => instanceId))].sort();
    const keys = operations.flatMap(({ clientKey }) => (clientKey === undefined ? [] : [clientKey]));
    const loaded = await this.loader.load(client, ids, keys);
    await this.options.onStep?.('loaded');
    const at = this.clock.now();
    const instances = new Map(loaded.instances);
    const receipts = new Map(loaded.receipts);
    const changes = new BatchChanges();
    const changed = new Map<string, LoadedInstance>();
    const outcomes = operations.map((operation): Outcome => {
      try {
        const repeated = repeatedReceipt(operation, receipts);
        if (repeated) return { receipt: repeated };
        const instance = instances.get(operation.instanceId);
        if (instance instanceof Error) throw instance;
        const own = new EventChanges(at);
        const { next, receipt } = operation.decide(instance, own, at);
        if (operation.clientKey !== undefined) {
          own.insert('command_receipt', {
            client_key: operation.clientKey,
            fingerprint: operation.fingerprint,
            answer: receipt,
            at,
          });
          receipts.set(operation.clientKey, { fingerprint: operation.fingerprint, receipt });
        }
        changes.apply(own.mutations);
        instances.set(next.id, next);
        changed.set(next.id, next);
        return { receipt };
      } catch (error) {
        return { error };
      }
    });
    return { outcomes, changes, instances: [...changed.values()] };
  }
}

const repeatedReceipt = (operation: Operation, receipts: ReadonlyMap<string, StoredReceipt>): Receipt | undefined => {
  const stored = operation.clientKey === undefined ? undefined : receipts.get(operation.clientKey);
  if (!stored) return undefined;
  if (stored.fingerprint !== operation.fingerprint) {
    throw new Rejection({
      code: 'COMMAND.CLIENT_KEY_REUSED',
      status: 422,
      message: 'Expected a client key to be used for one command only, but it was used for another one before',
    });
  }
  return { ...stored.receipt, repeated: true };
};

/** A five-character SQLSTATE says that PostgreSQL answered, so the transaction is surely rolled back. */
const isDatabaseRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(?!57P|08)[0-9A-Z]{5}$/.test(error.code);

const constraintOf = (error: unknown): string | undefined =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;
