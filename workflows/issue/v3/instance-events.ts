import { type FormCheck, field, type InstanceEventDefinition } from '@landfall/process-definition';
import type { IssueContext } from './context';
import { textOf } from './form-values';
import { jumpers } from './guards';
import { refuse } from './refusals';
import { reason, text } from './user-tasks/outcomes';
import { LEADERS, OFFICE, OFFICE_DIRECTOR, taskForce } from './work-groups';

/** The engine keeps contexts as plain JSON; this definition's machine wrote them. */
const from =
  (groups: (context: IssueContext) => readonly string[]): InstanceEventDefinition['allowedGroups'] =>
  (context) =>
    groups(context as unknown as IssueContext);

const higher: FormCheck = (form, context) => {
  const { level } = context as unknown as IssueContext;
  return Number(textOf(form, 'level')?.slice(1)) > level ? [] : [refuse('level', 'ISSUE.LEVEL_NOT_HIGHER', { level })];
};

/** Events that people send to an issue as a whole, outside any task. */
export const instanceEvents = {
  jumpUp: {
    label: text('越级提级', 'Jump up'),
    fields: {
      level: field.select(text('提到', 'To'), [
        { value: 'l1', zh: '办公室', en: 'Office' },
        { value: 'l2', zh: '分管副组长', en: 'Deputy leader' },
        { value: 'l3', zh: '领导小组', en: 'Leading group' },
      ]),
      reason,
    },
    required: ['level', 'reason'],
    allowedGroups: from(jumpers),
    source: '业务规则 6.d：副组长以上可越级，紧急堵点办公室可越级',
    check: higher,
  },
  reopen: {
    label: text('恢复办理', 'Take it up again'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: from((context) => [...LEADERS, OFFICE, OFFICE_DIRECTOR, taskForce(context), context.raiser.group]),
    source: '业务规则 6.d 暂缓：可提前恢复',
  },
  withdraw: {
    label: text('撤回堵点', 'Withdraw the issue'),
    fields: { reason },
    required: ['reason'],
    allowedGroups: from((context) => [context.raiser.group]),
    source: '业务规则 6.d：提出人可以撤回',
  },
} satisfies Readonly<Record<string, InstanceEventDefinition>>;
