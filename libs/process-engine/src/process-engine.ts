import { createHash } from 'node:crypto';
import { shippedCalendar, WorkingCalendar } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import {
  type Actor,
  type FormValues,
  type ProcessDefinition,
  Rejection,
  SYSTEM_ACTOR,
} from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { type CommandHandlers, joinCommandHandlers } from './command-handler';
import type { ChangeSet, EventChanges } from './commit/change-set';
import { ChangeWriter } from './commit/change-writer';
import { type CommitStep, GroupCommit } from './commit/group-commit';
import { InstanceCache } from './commit/instance-cache';
import { InstanceLoader } from './commit/instance-loader';
import type { LoadedInstance } from './commit/loaded-instance';
import type { Decided, Receipt } from './commit/operation';
import { DefinitionRegistry } from './definition/definition-registry';
import { ENGINE_COMMANDS, engineCommandHandlers } from './engine-command-handlers';
import { type EngineRules, type GroupDirectory, OPEN_DIRECTORY } from './engine-rules';
import { type FormFormat, FormValidator } from './form/form-validator';
import { Incidents } from './incident/incidents';
import { InstanceMigrations, type MigratedInstances } from './migration/instance-migrations';
import { type MachineEvent, Operations } from './operations';
import type { Candidate } from './user-task/acting';
import type { CarbonCopy } from './user-task/operations/copy';
import type { TaskOperation } from './user-task/operations/task-operation';
import { storedItem } from './user-task/stored-item';
import { type TaskOptions, taskOptions } from './user-task/task-options';

export interface ProcessEngineOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly definitions: readonly ProcessDefinition[];
  /** The handlers of the domain's commands; the engine adds its own. */
  readonly commandHandlers: readonly CommandHandlers[];
  readonly formFormats?: Readonly<Record<string, FormFormat>>;
  /** The groups whose members may assign the tasks of a group. */
  readonly supervisorsOf?: EngineRules['supervisorsOf'];
  /** The groups whose members may urge, skip and redo the tasks of a group, besides its supervisors. */
  readonly overseersOf?: EngineRules['overseersOf'];
  /** The groups whose members may hand over anybody's work. */
  readonly administrators?: readonly string[];
  readonly fallbackGroup?: string;
  readonly groups?: GroupDirectory;
  /** Chooses who gets the tasks that are allocated rather than offered. */
  readonly allocator?: EngineRules['allocator'];
  readonly unitOf?: EngineRules['unitOf'];
  /** The calendar of today's deadlines; the State Council's notices as shipped when left out. */
  readonly calendar?: () => WorkingCalendar;
  /** How often a task may be urged on one day (default 3). */
  readonly urgesPerDay?: number;
  readonly repeatableCommands?: readonly string[];
  readonly onWork?: EngineRules['onWork'];
  readonly afterEvent?: EngineRules['afterEvent'];
  readonly constraintRejections?: Readonly<Record<string, () => Rejection>>;
  /** Transactions in flight at once (default 3) and events of one transaction at most (default 96). */
  readonly commitConnections?: number;
  readonly commitBatchSize?: number;
  /** Live snapshots kept in memory (default 10,000). */
  readonly cachedInstances?: number;
  /** Timers due sooner than this get a job as their alarm clock; the sweeper finds the others (default 10 minutes). */
  readonly alarmHorizonMs?: number;
  readonly onOutbox?: () => void;
  readonly onCommitStep?: (step: CommitStep) => void | Promise<void>;
}

export interface StartRequest {
  readonly definition: string;
  readonly id?: string;
  /** At most one instance of a definition has a correlation key; other processes find it by it. */
  readonly correlationKey?: string;
  /** The instance that this one is about: a project's issue belongs to the project. */
  readonly belongsTo?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly clientKey?: string;
  /** Adds rows that must stand or fall with the start. */
  readonly also?: (changes: ChangeSet) => void;
}

interface Addressed {
  readonly actor: Actor;
  readonly clientKey?: string;
}

export interface TaskCompletion {
  readonly taskId: string;
  readonly outcome: string;
  readonly form: FormValues;
}

/**
 * Runs processes durably on PostgreSQL: every accepted command is one step of its state machine, committed together with
 * its tasks, timers, history, read models and outbox messages, or not at all (design law 3).
 *
 * Calls may be made in parallel; they are gathered into few commits. What cannot be done is thrown as a `Rejection`.
 */
export class ProcessEngine {
  readonly definitions: DefinitionRegistry;
  readonly incidents: Incidents;
  readonly forms: FormValidator;
  private readonly database: Database;
  private readonly rules: EngineRules;
  private readonly operations: Operations;
  private readonly clock: Clock;
  private readonly loader: InstanceLoader;
  private readonly writer = new ChangeWriter();
  private readonly commitDatabase: Database;
  private readonly cache: InstanceCache;
  private readonly commits: GroupCommit;
  private readonly migrations: InstanceMigrations;

  constructor(options: ProcessEngineOptions) {
    this.database = options.database;
    this.forms = new FormValidator(options.formFormats ?? {});
    const handlers = joinCommandHandlers(engineCommandHandlers, ...options.commandHandlers);
    this.definitions = new DefinitionRegistry(options.definitions, {
      commands: [...ENGINE_COMMANDS, ...Object.keys(handlers)],
      formats: this.forms.formats,
    });
    this.rules = rulesOf(options, handlers, this.forms);
    this.operations = new Operations(this.rules);
    this.clock = options.clock;
    this.cache = new InstanceCache(options.cachedInstances ?? 10_000);
    const connections = options.commitConnections ?? 3;
    this.commitDatabase = new Database({
      url: options.database.options.url,
      connections,
      applicationName: 'landfall-engine',
      pipeline: true,
      settings: COMMIT_SETTINGS,
    });
    this.loader = new InstanceLoader(this.definitions, this.cache);
    this.commits = new GroupCommit(this.commitDatabase, this.loader, this.writer, this.cache, options.clock, {
      connections,
      batchSize: options.commitBatchSize ?? 96,
      constraintRejections: { ...ENGINE_CONSTRAINTS, ...options.constraintRejections },
      ...(options.onOutbox ? { onOutbox: options.onOutbox } : {}),
      ...(options.onCommitStep ? { onStep: options.onCommitStep } : {}),
    });
    this.incidents = new Incidents(options.database, options.clock, this);
    this.migrations = new InstanceMigrations(options.database, this.definitions, (id) => this.migrate(id));
  }

  /**
   * Reads the tables' shape and deploys the definitions; call it once before the first command. Instances of earlier
   * versions that have a way to a later one are brought over by a job.
   */
  async open(): Promise<void> {
    await this.writer.prepare(this.database);
    await this.definitions.deploy(this.database);
    await this.migrations.tryContexts();
    await this.migrations.request(this.clock.now());
  }

  /** Waits until everything submitted is committed or refused. */
  async close(): Promise<void> {
    await this.commits.drain();
    await this.commitDatabase.close();
  }

  async start(request: StartRequest): Promise<Receipt> {
    const definition = this.definitions.latest(request.definition);
    const id = request.id ?? uuid();
    // The id is the server's own choice, so it is not part of what the client key stands for.
    const meaning = ['start', request.definition, request.correlationKey ?? null, request.input];
    return this.submit({ ...request, instanceId: id, creates: true }, meaning, (_instance, changes, at) =>
      this.operations.start(definition, { ...request, id }, request.actor, changes, at),
    );
  }

  /** Sends an event of the system or of another process. */
  async send(request: Addressed & { readonly instanceId: string; readonly event: MachineEvent }): Promise<Receipt> {
    const { instanceId, event, actor } = request;
    try {
      return await this.submit(request, ['event', instanceId, event], (instance, changes, at) =>
        this.operations.event(instance, event, actor, changes, at),
      );
    } catch (error) {
      await this.incidents.recordFault(error, { kind: 'event', instanceId, event, actor });
      throw error;
    }
  }

  /** Sends one of the events that the definition offers to people, with its form. */
  async sendPersonEvent(
    request: Addressed & { readonly instanceId: string; readonly type: string; readonly form: FormValues },
  ): Promise<Receipt> {
    const { instanceId, type, form, actor } = request;
    return this.submit(request, ['personEvent', instanceId, type, form, actor.accountId], (instance, changes, at) =>
      this.operations.personEvent(instance, { type, form }, actor, changes, at),
    );
  }

  /**
   * Does something with a user task: the closed set of operations is `TaskOperation`.
   *
   * @throws Rejection `USER_TASK.NOT_FOUND` (404) and what the operation refuses
   */
  async performOnTask(
    request: Addressed & { readonly taskId: string; readonly operation: TaskOperation },
  ): Promise<Receipt> {
    const { taskId, operation, actor } = request;
    const instanceId = await this.instanceOfTask(taskId);
    // What is done is no longer kept with the instance; the rows of an ended work item change by these operations only.
    const rows = ON_WHAT_IS_DONE.includes(operation.kind) ? await storedItem(this.database, taskId) : [];
    return this.submit(
      { ...request, instanceId },
      [operation.kind, taskId, operation, actor.accountId],
      (instance, changes, at) => this.operations.task(instance, taskId, operation, actor, changes, at, rows),
    );
  }

  /** What somebody may do with a task now. @throws Rejection `USER_TASK.NOT_FOUND` (404) */
  async optionsOnTask(taskId: string, actor: Actor): Promise<TaskOptions> {
    const instanceId = await this.instanceOfTask(taskId);
    return this.database.transaction(async (tx) => {
      const [instance, rows] = [await this.loader.look(tx.client, instanceId), await storedItem(tx, taskId)];
      const row = rows.find(({ id }) => id === taskId);
      if (!instance || !row) throw noSuchTask();
      return taskOptions(this.operations, this.rules, instance, row, rows, actor, this.clock.now());
    });
  }

  async completeTask(request: Addressed & TaskCompletion): Promise<Receipt> {
    const { taskId, outcome, form, ...addressed } = request;
    return this.performOnTask({ ...addressed, taskId, operation: { kind: 'complete', outcome, form } });
  }

  async claimTask(request: Addressed & { readonly taskId: string }): Promise<Receipt> {
    return this.performOnTask({ ...request, operation: { kind: 'claim' } });
  }

  async unclaimTask(request: Addressed & { readonly taskId: string }): Promise<Receipt> {
    return this.performOnTask({ ...request, operation: { kind: 'unclaim' } });
  }

  /** Gives a task to somebody of its groups; only for those who supervise the group. */
  async assignTask(request: Addressed & { readonly taskId: string; readonly assignee: Candidate }): Promise<Receipt> {
    const { assignee, ...addressed } = request;
    return this.performOnTask({ ...addressed, operation: { kind: 'assign', to: assignee } });
  }

  /** Records that a carbon copy was read by whom it was sent to. @throws Rejection `CARBON_COPY.NOT_FOUND` (404) */
  async readCopy(request: { readonly copyId: string; readonly actor: Actor }): Promise<Receipt> {
    const { copyId, actor } = request;
    const [sent] = await this.database.query<CarbonCopy>(
      'SELECT id, instance_id, task_id, account, read_at FROM carbon_copy WHERE id = $1',
      [copyId],
    );
    if (!sent) {
      throw new Rejection({
        code: 'CARBON_COPY.NOT_FOUND',
        status: 404,
        message: 'Expected a carbon copy, but there is none with this id',
      });
    }
    // Two clicks are one reading: the copy was looked at before the lock was held.
    const clientKey = `copy-read:${copyId}:${actor.accountId}`;
    return this.submit(
      { instanceId: sent.instance_id, actor, clientKey },
      ['readCopy', copyId, actor.accountId],
      (instance, changes, at) => this.operations.readCopy(instance, sent, actor, changes, at),
    );
  }

  /**
   * Fires a timer that is due; a timer that is gone or not yet due changes nothing.
   *
   * A timer whose event makes the machine throw becomes an incident and is not fired again by itself.
   *
   * @returns whether it fired
   */
  async fireTimer(timerId: string): Promise<boolean> {
    const [timer] = await this.database.query<{ instance_id: string }>(
      `SELECT instance_id FROM timer WHERE id = $1 AND state = 'armed'`,
      [timerId],
    );
    if (!timer) return false;
    const instanceId = timer.instance_id;
    try {
      await this.submit({ instanceId, actor: SYSTEM_ACTOR }, ['fireTimer', timerId], (instance, changes, at) =>
        this.operations.fireTimer(instance, timerId, changes, at),
      );
      return true;
    } catch (error) {
      if (error instanceof Rejection) return false;
      await this.incidents.recordFault(error, { kind: 'timer', instanceId, timerId });
      return false;
    }
  }

  /**
   * Brings an instance over to the latest version of its definition that its own has a way to; see `MigrationWay`. One
   * that has come over already is refused, so that doing it twice is doing it once.
   *
   * @throws Rejection `PROCESS.NOT_FOUND` (404), `PROCESS.NOTHING_TO_MIGRATE` (409), `PROCESS.ENDED` (409)
   */
  async migrate(instanceId: string): Promise<Receipt> {
    return this.submit({ instanceId, actor: SYSTEM_ACTOR }, ['migrate', instanceId], (instance, changes, at) =>
      this.operations.migrate(instance, this.definitions, changes, at),
    );
  }

  /** Brings over all instances that have a way to a later version. @throws Error when some could not be; all others are */
  async migrateAll(): Promise<MigratedInstances> {
    return this.migrations.run();
  }

  /** Finds the instance that another process means by definition and correlation key. */
  async correlate(definition: string, correlationKey: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      'SELECT id FROM process_instance WHERE definition_key = $1 AND correlation_key = $2',
      [definition, correlationKey],
    );
    return row?.id;
  }

  /** Whether there is an instance with this id, running or ended. */
  async exists(instanceId: string): Promise<boolean> {
    const found = await this.database.query('SELECT FROM process_instance WHERE id = $1', [instanceId]);
    return found.length > 0;
  }

  private async instanceOfTask(taskId: string): Promise<string> {
    const known = this.cache.ownerOf(taskId);
    if (known !== undefined) return known;
    const [row] = await this.database.query<{ instance_id: string }>(
      'SELECT instance_id FROM user_task WHERE id = $1',
      [taskId],
    );
    if (row) return row.instance_id;
    throw noSuchTask();
  }

  private submit(
    request: Addressed & { readonly instanceId: string; readonly creates?: boolean },
    meaning: readonly unknown[],
    decide: (instance: LoadedInstance | undefined, changes: EventChanges, at: Date) => Decided,
  ): Promise<Receipt> {
    return this.commits.submit({
      instanceId: request.instanceId,
      creates: request.creates ?? false,
      actor: request.actor,
      clientKey: request.clientKey,
      fingerprint: request.clientKey === undefined ? '' : hash(meaning),
      decide,
    });
  }
}

const ON_WHAT_IS_DONE: readonly TaskOperation['kind'][] = ['withdraw', 'redo', 'copy'];

const rulesOf = (options: ProcessEngineOptions, handlers: CommandHandlers, forms: FormValidator): EngineRules => {
  const shipped = new WorkingCalendar(shippedCalendar());
  return {
    handlers,
    forms,
    alarmHorizonMs: options.alarmHorizonMs ?? 600_000,
    supervisorsOf: options.supervisorsOf ?? (() => []),
    overseersOf: options.overseersOf ?? (() => []),
    administrators: options.administrators ?? [],
    fallbackGroup: options.fallbackGroup,
    groups: options.groups ?? OPEN_DIRECTORY,
    allocator: options.allocator,
    unitOf: options.unitOf ?? (() => undefined),
    calendar: options.calendar ?? (() => shipped),
    urgesPerDay: options.urgesPerDay ?? 3,
    repeatableCommands: options.repeatableCommands ?? [],
    onWork: options.onWork,
    afterEvent: options.afterEvent,
  };
};

/**
 * Every statement of a commit touches few rows of large tables, found by key. A plan made while the tables were small
 * would read them whole, so the planner is told to use the indexes, once for all executions.
 */
const COMMIT_SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  jit: 'off',
};

const ENGINE_CONSTRAINTS: Readonly<Record<string, () => Rejection>> = {
  process_instance_pkey: () => alreadyStarted(),
  process_instance_correlation: () => alreadyStarted(),
};

const alreadyStarted = (): Rejection =>
  new Rejection({
    code: 'PROCESS.ALREADY_STARTED',
    status: 409,
    message: 'Expected to start a process, but it is already running under this key',
  });

const noSuchTask = (): Rejection =>
  new Rejection({
    code: 'USER_TASK.NOT_FOUND',
    status: 404,
    message: 'Expected a user task, but there is none with this id',
  });

const hash = (meaning: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(meaning)).digest('base64url');
