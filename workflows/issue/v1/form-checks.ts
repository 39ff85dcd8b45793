import type { FormCheck } from '@landfall/process-definition';
import { businessDate } from './business-date';
import { namesOf, textOf } from './form-values';
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

export const checks =
  (...list: readonly FormCheck[]): FormCheck =>
  (form, context, on) =>
    list.flatMap((check) => check(form, context, on));
