import { field, type InstanceEventDefinition } from '@landfall/process-definition';
import type { MeetingContext } from './context';
import { closable, openable, plannable } from './form-checks';
import { note, reason, text } from './user-tasks/outcomes';
import { PLAN, planFields } from './user-tasks/preparing.tasks';
import { headOf } from './work-groups';

/** The engine keeps contexts as plain JSON; the machines of meetings wrote them. */
const from =
  (groups: (context: MeetingContext) => readonly string[]): InstanceEventDefinition['allowedGroups'] =>
  (context) =>
    groups(context as unknown as MeetingContext);

const conveners = from(({ secretary, conveners, chairGroup }) => [secretary, ...conveners.map(headOf), chairGroup]);

/** Events that people send to a meeting as a whole, outside any task; the notice differs from kind to kind. */
export const instanceEventsWith = (noticeDays?: number) =>
  ({
    openSession: {
      label: text('开会', 'Open the session'),
      fields: {
        withoutQuorumReason: field.textarea(text('未达参会要求仍开会的理由', 'Why without the quorum'), {
          min: 10,
          max: 500,
        }),
      },
      required: [],
      allowedGroups: conveners,
      source: '业务规则 6.b1 START',
      check: openable,
    },
    closeSession: {
      label: text('散会', 'Close the session'),
      fields: { note },
      required: [],
      allowedGroups: conveners,
      source: '业务规则 6.b1 END：议题全部有结论或暂缓',
      check: closable,
    },
    reschedule: {
      label: text('改期', 'Move the meeting'),
      fields: { ...planFields, reason },
      required: [...PLAN, 'reason'],
      allowedGroups: conveners,
      source: '业务规则 6.b1 POSTPONE：改期须说明理由并重新通知',
      check: plannable(noticeDays),
    },
    cancelMeeting: {
      label: text('取消会议', 'Cancel the meeting'),
      fields: { reason },
      required: ['reason'],
      allowedGroups: from(({ conveners: units, chairGroup }) => [...units.map(headOf), chairGroup]),
      source: '业务规则 6.b1 CANCEL：议题退回待上会',
    },
  }) satisfies Readonly<Record<string, InstanceEventDefinition>>;

export const instanceEvents = instanceEventsWith();
