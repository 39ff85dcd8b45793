import { field, type InstanceEventDefinition } from '@landfall/process-definition';
import { instanceEvents as partEvents } from '../../meeting-parts/v1/instance-events';
import { note, reason, text } from '../../meeting-parts/v1/user-tasks/outcomes';
import { EXECUTIVE_DEPUTY, LEADER, OFFICE_DIRECTOR } from '../../meeting-parts/v1/work-groups';
import { closableCollecting, openableConference, plannableInWindow } from './form-checks';

/** Events that people send to a conference as a whole, outside any task. */
export const instanceEvents = {
  closeCollecting: {
    label: text('结束征集', 'Close the collecting'),
    fields: { note },
    required: [],
    allowedGroups: () => [OFFICE_DIRECTOR],
    source: '业务规则 6.c：全部报齐可提前结束',
    check: closableCollecting,
  },
  openSession: {
    ...partEvents.openSession,
    fields: { lateReason: field.textarea(text('逾期召开的原因', 'Why it is held late'), { min: 2, max: 1000 }) },
    source: '通知四（一）；业务规则 6.c',
    check: openableConference,
  },
  closeSession: partEvents.closeSession,
  reschedule: {
    ...partEvents.reschedule,
    label: text('改期（重新审批）', 'Move the conference (approved anew)'),
    allowedGroups: () => [OFFICE_DIRECTOR, EXECUTIVE_DEPUTY, LEADER],
    source: '业务规则 6.c：改期重新审批并重新通知',
    check: plannableInWindow,
  },
  skipConference: {
    label: text('本半年不召开', 'Do not hold it'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: () => [LEADER],
    source: '通知四（一）每半年召开一次；不召开须由组长说明理由并记录为逾期',
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
