import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';
import { InboxItem } from '../processes/inbox-answers';

/** What runs of an issue or item now, in the few words that a list has room for. */
const Running = z
  .object({
    openTasks: z.array(InboxItem),
    events: z
      .array(z.object({ type: z.string(), label: LocalizedText }))
      .describe('What the caller may do with it as a whole'),
    next: z
      .object({ dueAt: z.string(), label: LocalizedText })
      .nullable()
      .describe('What happens by time alone next, and when'),
  })
  .meta({ id: 'RunningInShort' });

export type Running = z.infer<typeof Running>;

const MustAct = z.array(CodedName).describe('The posts that must act now');

export const IssueItem = z
  .object({
    issueId: z.string(),
    projectId: z.string(),
    type: z.object({ key: z.string(), label: LocalizedText }),
    title: z.string(),
    tried: z.string().describe('What was tried before it was raised'),
    urgent: z.boolean(),
    source: z.enum(['person', 'redLight', 'track']),
    raiser: z.object({ name: z.string(), unit: CodedName }),
    level: z.number().int().describe('0 task force, 1 office, 2 deputy leader, 3 leading group'),
    levelLabel: LocalizedText,
    state: z.string(),
    mustAct: MustAct,
    until: z.string().nullable().describe('YYYY-MM-DD; parked until, or the due date of the order'),
    openedAt: z.string(),
    levelSince: z.string(),
    closedAt: z.string().nullable(),
    outcome: z.enum(['resolved', 'invalid', 'withdrawn', 'lapsed']).nullable(),
    result: z.string().nullable(),
    waitingDays: z.number().int().describe('Calendar days since it was raised'),
    daysOnLevel: z.number().int(),
    waitingWorkingDays: z.number().int().describe('Working days since it was raised'),
    workingDaysOnLevel: z.number().int(),
    running: Running,
  })
  .meta({ id: 'IssueItem' });

export type IssueItem = z.infer<typeof IssueItem>;

export const BlockedProject = IssueItem.extend({
  projectNo: z.string(),
  projectName: z.string(),
  leadTaskForce: CodedName.nullable(),
  landingUnit: CodedName.nullable(),
}).meta({ id: 'BlockedProject' });

export type BlockedProject = z.infer<typeof BlockedProject>;

/** What the process of an issue or item says: who has it, what the caller may do with it as a whole, what runs. */
const RunningProcess = z.object({
  definition: z.object({ key: z.string(), version: z.number().int() }),
  activeStates: z.array(z.string()),
  status: z.enum(['active', 'done']),
  openTasks: z.array(InboxItem),
  events: z.array(z.object({ type: z.string(), label: LocalizedText, form: z.record(z.string(), z.unknown()) })),
  timers: z.array(z.object({ key: z.string(), dueAt: z.string(), label: LocalizedText })),
});

export type RunningProcess = z.infer<typeof RunningProcess>;

const IssueMeasure = z
  .object({
    way: z.enum(['letter', 'call', 'pushMeeting', 'specialMeeting', 'contribution']),
    unit: CodedName,
    note: z.string().nullable(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'IssueMeasure' });

export const IssueDetail = BlockedProject.extend({
  process: RunningProcess,
  measures: z.array(IssueMeasure).describe('What was done for it on its way, the latest first'),
}).meta({ id: 'IssueDetail' });

export type IssueDetail = z.infer<typeof IssueDetail>;

export const SupervisionItem = z
  .object({
    itemId: z.string(),
    number: z.string().nullable().describe('督办〔2026〕1号; null until the office has issued it'),
    source: z.object({ key: z.string(), label: LocalizedText }),
    title: z.string(),
    requirement: z.string(),
    projectId: z.string().nullable(),
    projectName: z.string().nullable(),
    leadUnit: CodedName,
    assistUnits: z.array(CodedName),
    dueOn: z.string(),
    daysLate: z.number().int(),
    drafter: z.object({ name: z.string(), unit: CodedName }),
    onBehalfOf: z
      .object({ name: z.string(), post: z.string() })
      .nullable()
      .describe('The leader whose decision was recorded by the drafter'),
    state: z.string(),
    mustAct: MustAct,
    progress: z.number().int(),
    extensions: z.number().int(),
    colour: z.enum(['none', 'blue', 'yellow', 'red']),
    inBulletin: z.boolean(),
    interviews: z.number().int(),
    draftedAt: z.string(),
    closedAt: z.string().nullable(),
    outcome: z.enum(['closed', 'voided']).nullable(),
    inTime: z.boolean().nullable(),
    result: z.string().nullable(),
    running: Running,
  })
  .meta({ id: 'SupervisionItem' });

export type SupervisionItem = z.infer<typeof SupervisionItem>;

export const SupervisionItemDetail = SupervisionItem.extend({
  process: RunningProcess,
  ending: z
    .object({ by: z.object({ name: z.string(), unit: CodedName }).nullable(), note: z.string().nullable() })
    .nullable()
    .describe('Who accepted the result or voided the item, and the words about it; null while it is open'),
}).meta({ id: 'SupervisionItemDetail' });

export type SupervisionItemDetail = z.infer<typeof SupervisionItemDetail>;

export const PersonEvent = z.strictObject({
  type: z.string().min(1).max(60),
  form: z.record(z.string().max(80), z.unknown()).default({}),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice has one effect and the same answer'),
});

export const PersonEventAnswer = z
  .object({ activeStates: z.array(z.string()), status: z.enum(['active', 'done']), repeated: z.boolean() })
  .meta({ id: 'SupervisionEventAnswer' });
