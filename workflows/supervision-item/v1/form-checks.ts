import type { FormCheck } from '@landfall/process-definition';
import { businessDate } from './business-date';
import type { ItemContext } from './context';
import { namesOf, textOf } from './form-values';
import { refuse } from './refusals';

/** An item is extended at most twice (6.e). */
export const MOST_EXTENSIONS = 2;

const contextOf = (context: Readonly<Record<string, unknown>>): ItemContext => context as unknown as ItemContext;

/** What the office issues is due after today and has one lead unit. */
export const issuable: FormCheck = (form, context, { at, outcome }) => {
  if (outcome !== 'issue') return [];
  const item = contextOf(context);
  const given = textOf(form, 'dueOn');
  const dueOn = given ?? item.dueOn;
  const lead = textOf(form, 'leadUnit') ?? item.leadUnit;
  return [
    ...(dueOn > businessDate(at)
      ? []
      : [
          refuse('dueOn', given === null ? 'SUPERVISION_ITEM.DUE_DATE_PASSED' : 'SUPERVISION_ITEM.DATE_NOT_IN_FUTURE', {
            on: dueOn,
          }),
        ]),
    ...(namesOf(form, 'assistUnits').includes(lead)
      ? [refuse('assistUnits', 'SUPERVISION_ITEM.LEAD_ALSO_ASSISTS', { unit: lead })]
      : []),
  ];
};

/** A third extension is refused, whatever its reason. */
export const extendable: FormCheck = (form, context, { at, outcome }) => {
  if (outcome !== 'requestExtension') return [];
  const { extensions, dueOn } = contextOf(context);
  if (extensions >= MOST_EXTENSIONS) {
    return [refuse('newDueOn', 'SUPERVISION_ITEM.EXTENSIONS_USED_UP', { limit: MOST_EXTENSIONS, count: extensions })];
  }
  return later(form, dueOn, at);
};

/** What is granted is later than what was. */
export const granted: FormCheck = (form, context, { at, outcome }) =>
  outcome === 'grant' ? later(form, contextOf(context).dueOn, at) : [];

const later = (form: Parameters<FormCheck>[0], dueOn: string, at: string) => {
  const on = textOf(form, 'newDueOn');
  if (on === null) return [];
  if (on <= dueOn) return [refuse('newDueOn', 'SUPERVISION_ITEM.NOT_LATER', { on, dueOn })];
  return on <= businessDate(at) ? [refuse('newDueOn', 'SUPERVISION_ITEM.DATE_NOT_IN_FUTURE', { on })] : [];
};

/** An interview that is recorded has taken place. */
export const happened: FormCheck = (form, _context, { at }) => {
  const on = textOf(form, 'on');
  return on !== null && on > businessDate(at) ? [refuse('on', 'SUPERVISION_ITEM.DATE_IN_FUTURE', { on })] : [];
};
