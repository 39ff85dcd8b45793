import type { WorkingCalendar } from '@landfall/calendar';
import type { CommandHandlers } from './command-handler';
import type { ChangeSet } from './commit/change-set';
import type { FormValidator } from './form/form-validator';
import type { Allocator } from './user-task/allocation';
import type { WorkNotice } from './user-task/work-notice';

/** Who is in the candidate groups today; it answers at once, because deciding waits for nothing. */
export interface GroupDirectory {
  /** Whether anybody holds the group. */
  isStaffed(group: string): boolean;
  /** The account of the only one who can act for the group, if there is just one. */
  soleMember(group: string): string | undefined;
  holds(accountId: string, group: string): boolean;
}

/** Where nobody keeps a directory every group is staffed by several. */
export const OPEN_DIRECTORY: GroupDirectory = {
  isStaffed: () => true,
  soleMember: () => undefined,
  holds: () => true,
};

/** Everything that deciding an operation needs besides the instance itself. */
export interface EngineRules {
  readonly handlers: CommandHandlers;
  readonly forms: FormValidator;
  readonly alarmHorizonMs: number;
  /** The groups whose members may assign the tasks of a group, besides whoever holds them. */
  readonly supervisorsOf: (group: string) => readonly string[];
  /** The groups whose members may urge, skip and redo the tasks of a group. */
  readonly overseersOf: (group: string) => readonly string[];
  /** The groups whose members may hand over anybody's work. */
  readonly administrators: readonly string[];
  /** Who gets the work of a group that nobody holds when nobody supervises it either. */
  readonly fallbackGroup: string | undefined;
  readonly groups: GroupDirectory;
  /** Who gets the tasks that are allocated; where there is none they are offered. */
  readonly allocator: Allocator | undefined;
  /** The unit of a group, whose own days off count in its deadlines. */
  readonly unitOf: (group: string) => string | undefined;
  readonly calendar: () => WorkingCalendar;
  /** How often a task may be urged on one day. */
  readonly urgesPerDay: number;
  /** Commands that may simply be said again: an outcome that says others cannot be taken back. */
  readonly repeatableCommands: readonly string[];
  /** Tells people of what was done about their work: adds rows, as a command handler does. */
  readonly onWork: ((changes: ChangeSet, notice: WorkNotice) => void) | undefined;
  /** Told of every accepted operation, with its rows: for read models that follow every instance. */
  readonly afterEvent:
    | ((
        changes: ChangeSet,
        event: { readonly instanceId: string; readonly definition: string; readonly at: Date },
      ) => void)
    | undefined;
}
