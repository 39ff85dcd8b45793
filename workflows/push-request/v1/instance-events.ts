import type { InstanceEventDefinition } from '@landfall/process-definition';
import type { PushRequestContext } from './context';
import { reason, text } from './user-tasks/outcomes';
import { OFFICE_DIRECTOR } from './work-groups';

/** Events that people send to a request as a whole, outside any task. */
export const instanceEvents = {
  withdraw: {
    label: text('撤回申请', 'Withdraw the request'),
    fields: { reason },
    required: ['reason'],
    // The engine keeps contexts as plain JSON; this definition's machine wrote them.
    allowedGroups: (context) => [(context as unknown as PushRequestContext).requester.group],
    source: '业务规则 6.b2：议定之前申请人可以撤回',
  },
  takeBack: {
    label: text('退回重新受理', 'Take it back'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: () => [OFFICE_DIRECTOR],
    source: '业务规则 6.b2：议定事项不再落实的，办公室主任可退回重新受理',
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
