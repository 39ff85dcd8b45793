import type { InstanceEventDefinition } from '@landfall/process-definition';
import { reason, text } from './user-tasks/outcomes';
import { OFFICE_DIRECTOR } from './work-groups';

/** Events that people send to an item as a whole, outside any task. */
export const instanceEvents = {
  voidItem: {
    label: text('作废', 'Void'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: () => [OFFICE_DIRECTOR],
    source: '业务规则 6.e：办公室可作废',
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
