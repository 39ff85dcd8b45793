import { z } from 'zod';
import { LocalizedText } from '../coded-name';

const Day = z.iso.date();

export const CalendarDayAnswer = z
  .object({
    on: Day,
    kind: z.enum(['workday', 'makeUpWorkday', 'unitWorkday', 'weekend', 'holiday', 'dayOff']),
    name: LocalizedText.nullable().describe('The holiday, or the one that a make-up workday belongs to'),
  })
  .meta({ id: 'CalendarDay' });

const Shifts = z.array(z.strictObject({ from: z.string().max(5), to: z.string().max(5) })).max(6);

const WorkingHours = z.strictObject({ validFrom: Day, shifts: Shifts });

const UnitException = z.strictObject({
  unit: z.string().max(20),
  on: Day,
  kind: z.enum(['dayOff', 'workday']),
  reason: z.strictObject({ zh: z.string().max(120), en: z.string().max(120) }),
});

export const NoticeDraft = z
  .strictObject({
    year: z.number().int(),
    number: z.string().max(60).describe('The number of the document'),
    issuedOn: z.string().max(10),
    holidays: z
      .array(
        z.strictObject({
          name: z.strictObject({ zh: z.string().max(60), en: z.string().max(120) }),
          from: Day,
          to: Day,
          makeUp: z.array(Day).max(12),
        }),
      )
      .max(20),
  })
  .meta({ id: 'NoticeDraft' });

export const CalendarYear = z
  .object({
    year: z.number().int(),
    version: z.number().int(),
    notice: z
      .object({ number: z.string(), issuedOn: Day })
      .nullable()
      .describe('The notice of the State Council; without it the year is provisional: weekends and statutory holidays'),
    years: z.array(z.number().int()).describe('The years whose notice is known'),
    today: Day,
    workdays: z.number().int(),
    days: z.array(CalendarDayAnswer),
    workingHours: z.array(WorkingHours),
    unitExceptions: z.array(UnitException),
  })
  .meta({ id: 'CalendarYear' });

export type CalendarYear = z.infer<typeof CalendarYear>;

export const MissingYear = z
  .object({
    year: z.number().int(),
    isAlarm: z
      .boolean()
      .describe('The administrator has to act: the year runs, or it comes next and November has begun'),
    openDeadlines: z.number().int().describe('Open deadlines that count days of the year'),
    daysLeft: z.number().int().describe('Until the year begins'),
  })
  .meta({ id: 'MissingYear' });

export const CalendarHistoryEntry = z
  .object({
    version: z.number().int(),
    kind: z.enum(['shipped', 'notice', 'workingHours', 'unitExceptions']),
    reason: z.string(),
    changedBy: z.object({ accountId: z.string(), name: z.string(), unit: z.string() }),
    at: z.string(),
    moved: z.number().int(),
    confirmed: z.number().int(),
  })
  .meta({ id: 'CalendarHistoryEntry' });

export const CalendarChangeRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), notice: NoticeDraft }),
  z.strictObject({ kind: z.literal('workingHours'), hours: WorkingHours }),
  z.strictObject({
    kind: z.literal('unitExceptions'),
    add: z.array(UnitException).max(200),
    remove: z.array(z.strictObject({ unit: z.string().max(20), on: Day })).max(200),
  }),
]);

export type CalendarChangeRequest = z.infer<typeof CalendarChangeRequest>;

const MovedDeadline = z
  .object({
    subject: z.enum(['userTask', 'timer']),
    title: LocalizedText.describe('What the task or timer is called'),
    projectId: z.string(),
    projectNo: z.string(),
    before: z.string(),
    after: z.string(),
    daysMoved: z.number().int().describe('Calendar days; negative when it becomes earlier'),
    arithmetic: LocalizedText.describe('How the new due time comes about, in one sentence'),
  })
  .meta({ id: 'MovedDeadline' });

export const CalendarPreview = z
  .object({
    basedOn: z.number().int().describe('The version the preview was made on; applying wants it back'),
    moved: z.array(MovedDeadline),
    confirmed: z.number().int().describe('Deadlines that stay and are no longer provisional, or told otherwise'),
  })
  .meta({ id: 'CalendarPreview' });

export type CalendarPreview = z.infer<typeof CalendarPreview>;

export const AppliedCalendarChange = z
  .object({ version: z.number().int(), moved: z.number().int(), confirmed: z.number().int() })
  .meta({ id: 'AppliedCalendarChange' });
