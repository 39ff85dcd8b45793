import { createHash } from 'node:crypto';
import type { Command, LocalizedText } from '@landfall/process-definition';
import type { CommandHandlers } from '@landfall/process-engine';
import { postNotice } from './notice';

/**
 * The handler of the engine's command `notify`. The notice's key comes from the instance, its revision and what is said to
 * whom, so that one event never says one thing twice.
 */
export const notifyCommandHandlers: CommandHandlers = {
  notify: (changes, command, { instanceId, rev, at }) => {
    const { kind, urgency, title, body, groups, accounts } = readNotify(command);
    const said = createHash('sha256')
      .update(JSON.stringify([urgency, title, body ?? null, groups, accounts]))
      .digest('hex');
    postNotice(changes, {
      key: `notify:${instanceId}:${rev}:${kind}:${said.slice(0, 16)}`,
      kind,
      urgency,
      title,
      body,
      instanceId,
      audience: { accounts, groups },
      at,
    });
  },
};

const readNotify = (command: Command) => {
  const { kind, urgency, title, body, groups, accounts } = command.params;
  if (typeof kind !== 'string' || kind === '') return fail(command, 'a kind');
  if (urgency !== 'normal' && urgency !== 'urgent') return fail(command, 'an urgency (normal or urgent)');
  if (!isLocalizedText(title)) return fail(command, 'a title in both languages');
  if (body !== undefined && !isLocalizedText(body)) return fail(command, 'a body in both languages');
  return {
    kind,
    urgency,
    title,
    body,
    groups: codes(command, groups),
    accounts: codes(command, accounts ?? []),
  } as const;
};

const isLocalizedText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' &&
  value !== null &&
  'zh' in value &&
  'en' in value &&
  typeof value.zh === 'string' &&
  typeof value.en === 'string';

const codes = (command: Command, value: unknown): string[] =>
  Array.isArray(value) && value.every((code) => typeof code === 'string')
    ? value
    : fail(command, 'lists of groups and accounts');

const fail = (command: Command, what: string): never => {
  throw new Error(`Command '${command.type}' needs ${what}, but its params are ${JSON.stringify(command.params)}`);
};
