import type { FormCheck, FormValues } from '@landfall/process-definition';
import { businessDate } from '../../meeting-parts/v1/business-date';
import { type MeetingContext, owingReports } from '../../meeting-parts/v1/context';
import { openable, plannable } from '../../meeting-parts/v1/form-checks';
import { namesOf, textOf } from '../../meeting-parts/v1/form-values';
import { owesReason } from './assignments';
import { factsOf } from './context';
import { refuse } from './refusals';
import { NOTICE_WORKING_DAYS } from './timers';

const contextOf = (context: Readonly<Record<string, unknown>>): MeetingContext => context as unknown as MeetingContext;

const aheadOfNotice = plannable(NOTICE_WORKING_DAYS);

/** A date that the notice can be sent for, and not before the window; after it the conference is late, not impossible. */
export const plannableInWindow: FormCheck = (form, context, occasion) => {
  const { windowFrom: from, windowTo: to } = factsOf(contextOf(context)).half;
  const on = textOf(form, 'plannedOn');
  return [
    ...aheadOfNotice(form, context, occasion),
    ...(on !== null && on < from ? [refuse('plannedOn', 'CONFERENCE.BEFORE_WINDOW', { from, to, on })] : []),
  ];
};

/** The leader's own date, or the one that was proposed, which may have come too near meanwhile. */
export const approvable: FormCheck = (form, context, occasion) => {
  if (occasion.outcome !== 'approve') return [];
  const { plannedOn, plannedTime } = factsOf(contextOf(context)).proposal;
  const plan: FormValues = {
    plannedOn: textOf(form, 'plannedOn') ?? plannedOn,
    plannedTime: textOf(form, 'plannedTime') ?? plannedTime,
  };
  return plannableInWindow(plan, context, occasion);
};

export const composable: FormCheck = (form, context, occasion) => {
  const { members } = contextOf(context);
  const strangers = namesOf(form, 'speakers').filter((unit) => !members.includes(unit));
  return [
    ...plannableInWindow(form, context, occasion),
    ...(strangers.length === 0
      ? []
      : [refuse('speakers', 'CONFERENCE.SPEAKER_NOT_MEMBER', { units: strangers.join('、') })]),
  ];
};

/** Before the reports are due the collecting ends only when all of them are in. */
export const closableCollecting: FormCheck = (_form, context) => {
  const missing = owingReports(contextOf(context));
  return missing.length === 0
    ? []
    : [refuse('note', 'CONFERENCE.REPORTS_MISSING', { count: missing.length, units: missing.join('、') })];
};

export const openableConference: FormCheck = (form, context, occasion) => {
  const meeting = contextOf(context);
  return [
    ...openable(form, context, occasion).map((problem) => ({ ...problem, path: 'lateReason' })),
    ...(owesReason(meeting, occasion.at) && textOf(form, 'lateReason') === null
      ? [refuse('lateReason', 'CONFERENCE.DELAY_UNEXPLAINED', { to: factsOf(meeting).half.windowTo })]
      : []),
  ];
};

export const newDateAhead: FormCheck = (form, _context, { at }) => {
  const on = textOf(form, 'newDate');
  return on !== null && on <= businessDate(at) ? [refuse('newDate', 'CONFERENCE.NEW_DATE_PASSED', { on })] : [];
};
