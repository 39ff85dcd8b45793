import { assign } from 'xstate';
import type { Level } from '../commands';
import type { IssueContext } from './context';
import type { IssueEvent } from './events';
import { textOf } from './form-values';

type Update<Params> = (context: IssueContext, event: IssueEvent, params: Params) => Partial<IssueContext>;

const remember = <Params = undefined>(update: Update<Params>) =>
  assign<IssueContext, IssueEvent, Params, IssueEvent, never>(({ context, event }, params) =>
    update(context, event, params),
  );

/** The correlation key of the next supervision item of an issue. */
export const nextItem = ({ issueId, executions }: Pick<IssueContext, 'issueId' | 'executions'>): string =>
  `issue:${issueId}:${executions + 1}`;

/** What the ladder keeps of what it is told. */
export const assignments = {
  rememberLevel: remember<{ level: Level }>((_context, _event, { level }) => ({
    level,
    execution: null,
    parkedUntil: null,
    resolvedByUnit: null,
    result: null,
  })),
  rememberTried: remember((context, event) => ({ tried: textOf(event.form, 'tried') ?? context.tried })),
  rememberResult: remember((_context, event) => ({
    resolvedByUnit: event.actor.unit,
    result: textOf(event.form, 'result'),
  })),
  rememberExecution: remember((context, event) => ({
    execution: {
      item: nextItem(context),
      leadUnit: textOf(event.form, 'leadUnit') ?? '',
      dueOn: textOf(event.form, 'dueOn') ?? '',
    },
    executions: context.executions + 1,
  })),
  rememberExecuted: remember((context, event) => ({
    resolvedByUnit: context.execution?.leadUnit ?? null,
    result: event.note ?? null,
  })),
  rememberParking: remember((_context, event) => ({ parkedUntil: textOf(event.form, 'until') })),
  rememberReason: remember((_context, event) => ({ result: textOf(event.form, 'reason') })),
};
