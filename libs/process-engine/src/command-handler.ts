import type { Actor, Command, ProcessDefinition } from '@landfall/process-definition';
import type { ChangeSet } from './commit/change-set';

/** What a command handler may know: the instance, and who did what when. Everything else arrives in the params. */
export interface CommandSource {
  readonly instanceId: string;
  readonly definition: ProcessDefinition;
  readonly at: Date;
  readonly actor: Actor;
  readonly event: string;
  readonly rev: number;
}

/** Turns a command into rows of the change set; it does not query and does not call out (design law 2). */
export type CommandHandler = (changes: ChangeSet, command: Command, source: CommandSource) => void;

export type CommandHandlers = Readonly<Record<string, CommandHandler>>;

/** Joins the handlers of several libraries; two handlers for one command stop the boot. */
export const joinCommandHandlers = (...parts: readonly CommandHandlers[]): CommandHandlers => {
  const joined: Record<string, CommandHandler> = {};
  for (const part of parts) {
    for (const [type, handler] of Object.entries(part)) {
      if (joined[type]) throw new Error(`Command '${type}' has two handlers. Keep one of them.`);
      joined[type] = handler;
    }
  }
  return joined;
};
