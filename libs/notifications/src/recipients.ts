import type { LocalizedText } from '@landfall/process-definition';

/** Who is told of a group's work; the accounts are one. */
export interface Recipients {
  /** Those who hold the group's own post today, not whoever else may act for it: one notice, one person in charge. */
  accountsOf(group: string): Promise<readonly { readonly accountId: string; readonly name: string }[]>;
  /** Those of the accounts that are still in use: whoever has left is told nothing. */
  inUse(accounts: readonly string[]): Promise<readonly string[]>;
  /** The e-mail address that the house knows of a person who has given none. */
  address?(accountId: string): Promise<string | undefined>;
}

/** A user task by the names under which its definition knows it. */
export interface TaskName {
  readonly definition: string;
  readonly version: number;
  readonly taskKey: string;
}

/** What tasks and processes are called, for sentences about them. */
export interface Subjects {
  taskTitle(task: TaskName): LocalizedText;
  /** The names of processes (projects); one that has none is left out. */
  names(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Finds everybody who is meant, each once. */
export const recipientsOf = async (
  recipients: Recipients,
  audience: { readonly accounts: readonly string[]; readonly groups: readonly string[] },
): Promise<string[]> => {
  const [named, members] = await Promise.all([
    recipients.inUse(audience.accounts),
    Promise.all(audience.groups.map((group) => recipients.accountsOf(group))),
  ]);
  return [...new Set([...named, ...members.flat().map(({ accountId }) => accountId)])].sort();
};
