import type { FormCheck } from '@landfall/process-definition';
import type { PushRequestContext } from './context';
import { namesOf } from './form-values';
import { refuse } from './refusals';
import { decidingUnits } from './work-groups';

/** A meeting without anybody who can decide is none: where the matrix names nobody the office does. */
export const decidable: FormCheck = (form, context, { outcome }) =>
  // The engine keeps contexts as plain JSON; this definition's machine wrote them.
  outcome === 'accept' && decidingUnits(context as unknown as PushRequestContext, namesOf(form, 'units')).length === 0
    ? [refuse('units', 'PUSH_REQUEST.UNITS_MISSING')]
    : [];
