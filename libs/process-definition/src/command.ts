import type { LocalizedText } from './localized-text';

/**
 * What a machine says that somebody must do. Machines only talk: a command is a name with params, and a command handler
 * outside turns it into rows of the change set (design law 1).
 */
export interface Command<Params = Record<string, unknown>> {
  readonly type: string;
  readonly params: Params;
}

/** One task of a task group: `slot` tells the tasks of one key apart (for example the reviewing unit). */
export interface TaskSlot {
  readonly slot: string;
  readonly group: string;
  /** The weight of its vote (1 when left out). */
  readonly weight?: number;
  /** 主办: the one slot that closes a task of lead and assistants. */
  readonly lead?: boolean;
}

export interface OpenUserTask {
  readonly task: string;
  /** One entry for a plain task (slot ''), several for a task group. */
  readonly slots: readonly TaskSlot[];
}

export interface CancelUserTask {
  readonly task: string;
  readonly slot?: string;
}

/** Marks the open tasks of a key as chased: shown in the inbox, counted, never more than informing. */
export interface RemindUserTask {
  readonly task: string;
}

/** Lets a further group see and act on the open tasks of a key, without taking them from their owner. */
export interface EscalateUserTask {
  readonly task: string;
  readonly group: string;
}

export interface StartTimer {
  readonly timer: string;
  readonly delayMs: number;
  readonly event: string;
}

export interface CancelTimer {
  readonly timer: string;
}

/** What a signal tells: an event without the time and the actor, which are those of its arrival. */
export type SignalledEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Addresses another process by what its definition calls it. */
export interface SignalByCorrelationKey {
  readonly definition: string;
  readonly correlationKey: string;
  readonly instanceId?: never;
  readonly event: SignalledEvent;
}

/** Addresses another process that has told its instance id. */
export interface SignalByInstanceId {
  readonly instanceId: string;
  readonly definition?: never;
  readonly correlationKey?: never;
  readonly event: SignalledEvent;
}

/** Sends an event to another process through the outbox; exactly one effect, at least one attempt. */
export type SignalProcess = SignalByCorrelationKey | SignalByInstanceId;

/** Sends several events; each goes its own way, so that one that fails holds up none of the others. */
export interface SignalProcesses {
  readonly signals: readonly SignalProcess[];
}

/** Starts another process through the outbox; the correlation key makes a repeated start harmless. */
export interface StartProcess {
  readonly definition: string;
  readonly correlationKey: string;
  /** The instance that the new one is about, when it is about one. */
  readonly belongsTo?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Starts several processes, each by itself. */
export interface StartProcesses {
  readonly starts: readonly StartProcess[];
}

/** Tells people something; who is in the groups is found when it is told. */
export interface Notify {
  /** What it is about, for people's choice of channels: `issue.escalated`. */
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  readonly title: LocalizedText;
  readonly body?: LocalizedText;
  readonly groups: readonly string[];
  readonly accounts?: readonly string[];
}

/** Declares a command in `setup({ actions })`: it has a typed name and does nothing by itself. */
export const command =
  <Params>() =>
  (_args: unknown, _params: Params): void => {
    // A machine only names the command; its handler lives outside (design law 1).
  };

/** The commands every process may use; the process engine owns their handlers. */
export const engineCommands = {
  openUserTask: command<OpenUserTask>(),
  cancelUserTask: command<CancelUserTask>(),
  remindUserTask: command<RemindUserTask>(),
  escalateUserTask: command<EscalateUserTask>(),
  signalProcess: command<SignalProcess>(),
  signalProcesses: command<SignalProcesses>(),
  startProcess: command<StartProcess>(),
  startProcesses: command<StartProcesses>(),
  notify: command<Notify>(),
};

/** Commands that `advance` itself derives from XState's delayed transitions. */
export const TIMER_COMMANDS = ['startTimer', 'cancelTimer'] as const;
