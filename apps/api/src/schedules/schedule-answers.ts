import type { RunView, ScheduleOperation, ScheduleView } from '@landfall/schedules';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';

const Operator = z.object({ name: z.string(), unit: z.string() });

export const ScheduleRun = z
  .object({
    id: z.string().nullable(),
    occasion: z.enum(['planned', 'runNow']),
    day: z.string().describe('The day that it was for'),
    dueAt: z.string(),
    movedFrom: z.string().nullable().describe("The pattern's day, where the working calendar moved it"),
    state: z.enum(['due', 'running', 'done', 'failed', 'missed', 'skipped']),
    attempt: z.number().int(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    by: Operator.nullable().describe('Who had it run at once'),
    note: LocalizedText.nullable().describe('What it did, or why it did not run'),
    error: z.string().nullable(),
  })
  .meta({ id: 'ScheduleRun' });

export type ScheduleRun = z.infer<typeof ScheduleRun>;

export const ScheduleItem = z
  .object({
    key: z.string(),
    title: LocalizedText,
    purpose: LocalizedText,
    pattern: LocalizedText.describe('When it runs, in words'),
    runsByItself: z.boolean().describe('It is shown only: it can be neither paused nor run at once'),
    paused: z.object({ at: z.string(), by: Operator, reason: z.string() }).nullable(),
    next: z.object({ dueAt: z.string(), day: z.string(), movedFrom: z.string().nullable() }).nullable(),
    last: ScheduleRun.nullable(),
  })
  .meta({ id: 'ScheduleItem' });

export type ScheduleItem = z.infer<typeof ScheduleItem>;

export const ScheduleRunPage = z
  .object({
    items: z.array(ScheduleRun),
    nextCursor: z.string().nullable(),
    operations: z.array(
      z.object({
        kind: z.enum(['pause', 'resume', 'runNow']),
        by: Operator,
        reason: z.string().nullable(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'ScheduleRunPage' });

const sayOperator = ({ name, unit }: { readonly name: string; readonly unit: string }) => ({ name, unit });

export const sayRun = ({ dueAt, startedAt, endedAt, by, ...run }: RunView): ScheduleRun => ({
  ...run,
  dueAt: dueAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  by: by && sayOperator(by),
});

export const saySchedule = ({ isWatched, paused, next, last, ...schedule }: ScheduleView): ScheduleItem => ({
  ...schedule,
  runsByItself: isWatched,
  paused: paused && { at: paused.at.toISOString(), by: sayOperator(paused.by), reason: paused.reason },
  next: next && { ...next, dueAt: next.dueAt.toISOString() },
  last: last && sayRun(last),
});

export const sayOperation = ({ kind, by, reason, at }: ScheduleOperation) => ({
  kind,
  by: sayOperator(by),
  reason,
  at: at.toISOString(),
});
