import type { Command } from '@landfall/process-definition';

/** Readers of a command's params; a machine that says something else is a fault of the definition, not of a person. */
export const paramsOf = (command: Command) => {
  const fail = (name: string, kind: string): never => {
    throw new Error(
      `Command '${command.type}' needs ${kind} '${name}', but its params are ${JSON.stringify(command.params)}`,
    );
  };
  const value = (name: string): unknown => command.params[name];
  return {
    text: (name: string): string => {
      const read = value(name);
      return typeof read === 'string' && read !== '' ? read : fail(name, 'a text');
    },
    optionalText: (name: string): string | null => {
      const read = value(name);
      return typeof read === 'string' && read !== '' ? read : null;
    },
    texts: (name: string): string[] => {
      const read = value(name);
      return Array.isArray(read) ? read.filter((item) => typeof item === 'string') : fail(name, 'a list');
    },
    number: (name: string): number => {
      const read = value(name);
      return typeof read === 'number' ? read : fail(name, 'a number');
    },
    boolean: (name: string): boolean => {
      const read = value(name);
      return typeof read === 'boolean' ? read : fail(name, 'a yes or no');
    },
    record: (name: string): Record<string, unknown> => {
      const read = value(name);
      return typeof read === 'object' && read !== null ? { ...read } : fail(name, 'a record');
    },
    optionalRecord: (name: string): Record<string, unknown> | null => {
      const read = value(name);
      return typeof read === 'object' && read !== null ? { ...read } : null;
    },
  };
};
