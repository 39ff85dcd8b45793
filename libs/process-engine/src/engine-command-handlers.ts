import type { SignalProcess, StartProcess } from '@landfall/process-definition';
import type { CommandHandlers } from './command-handler';

export const SIGNAL_JOB = 'engine.signal-process';
export const START_JOB = 'engine.start-process';

/** Commands that change the instance itself and are carried out inside the engine. */
export const ENGINE_COMMANDS = ['openUserTask', 'cancelUserTask', 'remindUserTask', 'escalateUserTask'] as const;

/** One transaction never reaches a second instance: signals and starts go through the outbox (design law 6). */
export const engineCommandHandlers: CommandHandlers = {
  signalProcess: (changes, command) => {
    const { definition, correlationKey, event } = command.params as unknown as SignalProcess;
    changes.enqueue(SIGNAL_JOB, { definition, correlationKey, event });
  },
  startProcess: (changes, command) => {
    const { definition, correlationKey, belongsTo, input } = command.params as unknown as StartProcess;
    changes.enqueue(START_JOB, { definition, correlationKey, belongsTo: belongsTo ?? null, input });
  },
};
