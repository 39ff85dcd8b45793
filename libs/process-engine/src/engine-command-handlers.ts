import type { SignalProcess, SignalProcesses, StartProcess, StartProcesses } from '@landfall/process-definition';
import type { CommandHandlers } from './command-handler';
import type { ChangeSet } from './commit/change-set';

export const SIGNAL_JOB = 'engine.signal-process';
export const START_JOB = 'engine.start-process';

/** Commands that change the instance itself and are carried out inside the engine. */
export const ENGINE_COMMANDS = ['openUserTask', 'cancelUserTask', 'remindUserTask', 'escalateUserTask'] as const;

/** One transaction never reaches a second instance: signals and starts go through the outbox (design law 6). */
export const engineCommandHandlers: CommandHandlers = {
  signalProcess: (changes, command) => {
    signal(changes, command.params as unknown as SignalProcess);
  },
  signalProcesses: (changes, command) => {
    for (const each of (command.params as unknown as SignalProcesses).signals) signal(changes, each);
  },
  startProcess: (changes, command) => {
    start(changes, command.params as unknown as StartProcess);
  },
  startProcesses: (changes, command) => {
    for (const each of (command.params as unknown as StartProcesses).starts) start(changes, each);
  },
};

const signal = (changes: ChangeSet, { definition, correlationKey, instanceId, event }: SignalProcess): void =>
  changes.enqueue(SIGNAL_JOB, instanceId === undefined ? { definition, correlationKey, event } : { instanceId, event });

const start = (changes: ChangeSet, { definition, correlationKey, belongsTo, input }: StartProcess): void =>
  changes.enqueue(START_JOB, { definition, correlationKey, belongsTo: belongsTo ?? null, input });
