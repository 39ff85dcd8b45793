import type { FormCheck } from '@landfall/process-definition';
import { businessDate } from './business-date';
import type { IssueContext } from './context';
import { namesOf, textOf } from './form-values';
import { mayAsk, PUSH_MEETING } from './guards';
import { refuse } from './refusals';

/** Refuses a date that has come already. */
export const ahead =
  (name: string): FormCheck =>
  (form, _context, on) => {
    const date = textOf(form, name);
    return date !== null && date <= businessDate(on.at) ? [refuse(name, 'ISSUE.DATE_NOT_IN_FUTURE', { on: date })] : [];
  };

/** One unit leads an order, and it does not assist itself. */
export const oneLead: FormCheck = (form) => {
  const unit = textOf(form, 'leadUnit');
  return unit !== null && namesOf(form, 'assistUnits').includes(unit)
    ? [refuse('assistUnits', 'ISSUE.LEAD_ALSO_ASSISTS', { unit })]
    : [];
};

/** One meeting at a time: whoever asks again first hears what became of the request before. */
export const oneMeeting: FormCheck = (form, context, { outcome }) => {
  // The engine keeps contexts as plain JSON; this definition's machine wrote them.
  const { push } = context as unknown as IssueContext;
  const asks = outcome === 'requestMeeting' || (outcome === 'coordinate' && textOf(form, 'way') === PUSH_MEETING);
  if (!asks || push === null || mayAsk({ push })) return [];
  const path = outcome === 'coordinate' ? 'way' : 'question';
  return [refuse(path, 'ISSUE.MEETING_AWAITED')];
};

export const checks =
  (...list: readonly FormCheck[]): FormCheck =>
  (form, context, on) =>
    list.flatMap((check) => check(form, context, on));
