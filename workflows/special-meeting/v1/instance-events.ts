import { field, type InstanceEventDefinition } from '@landfall/process-definition';
import { instanceEvents as partEvents } from '../../meeting-parts/v1/instance-events';
import { reason, text } from '../../meeting-parts/v1/user-tasks/outcomes';
import { DEPUTY, EXECUTIVE_DEPUTY, LEADER } from '../../meeting-parts/v1/work-groups';
import { anotherChair } from './form-checks';

/** Events that people send to a meeting of the leading group as a whole, outside any task. */
export const instanceEvents = {
  ...partEvents,
  changeChair: {
    label: text('更换主持人', 'Change the chair'),
    fields: {
      chair: field.select(text('主持人', 'Chair'), [
        { value: LEADER, zh: '组长', en: 'Leader' },
        { value: EXECUTIVE_DEPUTY, zh: '常务副组长', en: 'Executive deputy leader' },
        { value: DEPUTY, zh: '副组长', en: 'Deputy leader' },
      ]),
      reason,
    },
    required: ['chair', 'reason'],
    allowedGroups: () => [LEADER, EXECUTIVE_DEPUTY],
    source: '业务规则 6.c2：主持人离岗或不能主持时由组长、常务副组长另定',
    check: anotherChair,
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
