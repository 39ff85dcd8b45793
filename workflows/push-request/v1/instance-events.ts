import type { InstanceEventDefinition } from '@landfall/process-definition';
import type { PushRequestContext } from './context';
import { reason, text } from './user-tasks/outcomes';

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
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
