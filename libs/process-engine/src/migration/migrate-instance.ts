import {
  delayEvents,
  migrate,
  Rejection,
  rememberedStates,
  statePaths,
  statesEndedWith,
  tasksOfStates,
} from '@landfall/process-definition';
import type { LiveTimer } from '../commit/loaded-instance';
import type { Decided } from '../commit/operation';
import type { DefinitionWay } from '../definition/definition-registry';
import type { Turn } from '../turn';
import { workIn } from './work-in-version';

/** The kind and event of the history entry; its payload says from which version to which. */
export const MIGRATED = 'migrated';

/**
 * Brings an instance over to a later version of its definition: what both versions have stays as it is, with its tasks,
 * handlers, deadlines and timers; what ends is left and entered anew as the way says, put aside or not.
 *
 * What was decided under the old version cannot be taken back any more.
 *
 * @throws Rejection `PROCESS.ENDED` (409), `PROCESS.NOTHING_TO_MIGRATE` (409)
 */
export const migrateInstance = (turn: Turn, found: DefinitionWay | undefined): Decided => {
  if (!found) throw nothingToMigrate(turn);
  if (turn.snapshot.status === 'done') throw hasEnded(turn);
  const { from, to, way } = found;
  const occasion = { at: turn.at.toISOString(), actor: turn.actor, instanceId: turn.id };
  const { leaving, entering, snapshot } = migrate(from, to, way, turn.snapshot, occasion);
  const leaves = [
    ...statePaths(turn.snapshot.value),
    ...rememberedStates(turn.snapshot),
    ...turn.work.resume.flatMap((awaited) => awaited.leaves),
  ];
  const kept = [...turn.tasks.keys()];
  turn.carryOut({ snapshot: turn.snapshot, commands: leaving, from: [], to: [] }, MIGRATED);
  endWhatIsPutAside(turn, statesEndedWith(from, to, way, leaves));
  turn.definition = to;
  turn.work = workIn(turn.work, to, way);
  turn.carryOut({ snapshot, commands: entering, from: [], to: [] }, MIGRATED);
  endWhatIsUnknown(turn);
  turn.changes.update('process_instance', turn.id, { definition_version: to.version });
  for (const id of kept) {
    if (turn.tasks.has(id)) turn.changes.update('user_task', id, { definition_version: to.version });
  }
  const payload = { from: from.version, to: to.version };
  return turn.finish({ kind: MIGRATED, event: MIGRATED, payload });
};

/** Tasks and timers that stand still belong to states that were left before: no exit speaks of them now. */
const endWhatIsPutAside = (turn: Turn, ended: ReadonlySet<string>): void => {
  const tasks = tasksOfStates(turn.definition, ended);
  for (const task of [...turn.tasks.values()]) {
    if (task.state === 'suspended' && tasks.has(task.task_key)) turn.endItem(task.item_id);
  }
  const events = delayEvents(turn.definition, ended);
  disarm(turn, (timer) => timer.suspended_at !== null && events.has(timer.event));
};

/** What a kept state has opened or begun and the new version does not have. */
const endWhatIsUnknown = (turn: Turn): void => {
  for (const task of [...turn.tasks.values()]) {
    if (!(task.task_key in turn.definition.userTasks)) turn.endItem(task.item_id);
  }
  const events = delayEvents(turn.definition);
  disarm(turn, (timer) => !events.has(timer.event));
};

const disarm = (turn: Turn, ends: (timer: LiveTimer) => boolean): void => {
  const ending = [...turn.timers.values()].filter(ends);
  const commands = ending.map(({ timer_key }) => ({ type: 'cancelTimer', params: { timer: timer_key } }));
  turn.carryOut({ snapshot: turn.snapshot, commands, from: [], to: [] }, MIGRATED);
};

const nothingToMigrate = ({ definition: { key, version } }: Turn): Rejection =>
  new Rejection({
    code: 'PROCESS.NOTHING_TO_MIGRATE',
    status: 409,
    message: `Expected a later version of process '${key}' that instances of version ${version} come over to, but there is none`,
    params: { definition: key, version },
  });

const hasEnded = ({ states }: Turn): Rejection =>
  new Rejection({
    code: 'PROCESS.ENDED',
    status: 409,
    message: `Expected to apply '${MIGRATED}', but the process has ended in '${states.join(', ')}'`,
    params: { event: MIGRATED, state: states.join(', ') },
  });
