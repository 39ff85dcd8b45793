import type { FormCheck } from '@landfall/process-definition';
import type { MeetingContext } from '../../meeting-parts/v1/context';
import { plannable } from '../../meeting-parts/v1/form-checks';
import { textOf } from '../../meeting-parts/v1/form-values';
import { PLAN } from '../../meeting-parts/v1/user-tasks/preparing.tasks';
import { refuse } from './refusals';

const NAMES = { plannedOn: '日期', plannedTime: '时间', place: '地点' } as const;

const ahead = plannable();

/** Whoever approves the meeting dates it completely, or leaves that to the office. */
export const datedOrNot: FormCheck = (form, context, occasion) => {
  const missing = PLAN.filter((name) => textOf(form, name) === null);
  return [
    ...ahead(form, context, occasion),
    ...(missing.length === 0 || missing.length === PLAN.length
      ? []
      : [
          refuse(missing[0] ?? 'plannedOn', 'SPECIAL_MEETING.PLAN_INCOMPLETE', {
            missing: missing.map((name) => NAMES[name]).join('、'),
          }),
        ]),
  ];
};

export const anotherChair: FormCheck = (form, context) =>
  textOf(form, 'chair') === (context as unknown as MeetingContext).chairGroup
    ? [refuse('chair', 'SPECIAL_MEETING.SAME_CHAIR')]
    : [];
