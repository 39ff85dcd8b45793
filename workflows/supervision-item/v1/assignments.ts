import { assign } from 'xstate';
import { businessDate } from './business-date';
import type { ItemContext } from './context';
import type { ItemEvent } from './events';
import { namesOf, textOf } from './form-values';

type Update = (context: ItemContext, event: ItemEvent) => Partial<ItemContext>;

const remember = (update: Update) =>
  assign<ItemContext, ItemEvent, undefined, ItemEvent, never>(({ context, event }) => update(context, event));

/** What an item keeps of what it is told. */
export const assignments = {
  /** What the office leaves empty stays as it was drafted. */
  rememberIssued: remember((context, event) => {
    const leadUnit = textOf(event.form, 'leadUnit') ?? context.leadUnit;
    const assistUnits =
      event.form?.assistUnits === undefined ? context.assistUnits : namesOf(event.form, 'assistUnits');
    return {
      leadUnit,
      assistUnits: assistUnits.filter((unit) => unit !== leadUnit),
      dueOn: textOf(event.form, 'dueOn') ?? context.dueOn,
    };
  }),
  rememberNumber: remember((_context, event) => ({ number: event.number ?? null })),
  rememberProgress: remember((context, event) => {
    const progress = event.form?.progress;
    return { progress: typeof progress === 'number' ? progress : context.progress };
  }),
  rememberRequest: remember((_context, event) => ({ askedDueOn: textOf(event.form, 'newDueOn') })),
  /** The office may grant another date than the one that was asked for. */
  rememberExtension: remember((context, event) => ({
    dueOn: textOf(event.form, 'newDueOn') ?? context.askedDueOn ?? context.dueOn,
    askedDueOn: null,
    extensions: context.extensions + 1,
  })),
  forgetRequest: remember(() => ({ askedDueOn: null })),
  rememberResult: remember((_context, event) => ({
    result: textOf(event.form, 'evidence'),
    completedOn: businessDate(event.at),
    progress: 100,
  })),
  forgetResult: remember(() => ({ result: null, completedOn: null })),
  rememberReason: remember((_context, event) => ({ result: textOf(event.form, 'reason') })),
  rememberYellow: remember(() => ({ lateness: 'yellow' })),
  rememberRed: remember(() => ({ lateness: 'red' })),
  forgetLateness: remember(() => ({ lateness: 'none' })),
};
