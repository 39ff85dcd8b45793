import { z } from 'zod';
import { LocalizedText } from '../coded-name';
import { Attachment, Comment } from '../papers/paper-answers';
import { PersonName } from '../person-name';

/** One line of an inbox: a user task with the project it belongs to. */
export const InboxItem = z
  .object({
    userTaskId: z.string().nullable().describe('Null in the view `initiated` when the process has ended'),
    taskKey: z.string(),
    title: LocalizedText,
    projectId: z.string(),
    projectNo: z.string(),
    projectName: z.string(),
    stage: z.string().nullable(),
    state: z.enum(['created', 'claimed', 'completed', 'cancelled']),
    candidateGroup: z.string(),
    groupName: LocalizedText,
    assignee: PersonName.nullable(),
    createdAt: z.string(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    reminders: z.number().int().describe('How often the task was chased'),
    escalatedTo: z.string().nullable(),
    outcome: z.string().nullable(),
    outcomeLabel: LocalizedText.nullable(),
    completedAt: z.string().nullable(),
  })
  .meta({ id: 'InboxItem' });

export type InboxItem = z.infer<typeof InboxItem>;

export const InboxPage = z
  .object({
    items: z.array(InboxItem),
    nextCursor: z.string().nullable(),
    counts: z.object({ todo: z.number().int(), group: z.number().int() }).describe('Counted up to 100'),
  })
  .meta({ id: 'InboxPage' });

export type InboxPage = z.infer<typeof InboxPage>;

const JsonObject = z.record(z.string(), z.unknown());

export const UserTaskDetail = InboxItem.extend({
  definition: z.object({ key: z.string(), version: z.number().int() }),
  slot: z.string(),
  owner: LocalizedText.nullable(),
  guidance: LocalizedText.nullable(),
  source: z.string().nullable().describe('The article that the task carries out'),
  form: JsonObject.describe('JSON Schema of all fields'),
  prefill: JsonObject,
  submitted: JsonObject.nullable().describe('What the task was completed with'),
  outcomes: z.array(
    z.object({
      key: z.string(),
      label: LocalizedText,
      tone: z.enum(['positive', 'negative', 'neutral']),
      fields: z.array(z.string()),
      required: z.array(z.string()),
    }),
  ),
  deadline: z.object({ dueAt: z.string().nullable(), basis: JsonObject.nullable() }),
  can: z.object({ claim: z.boolean(), unclaim: z.boolean(), assign: z.boolean(), complete: z.boolean() }),
  actingFor: PersonName.nullable().describe('For whom the caller would do it as a substitute'),
  assignees: z.array(z.object({ accountId: z.string(), name: z.string(), title: LocalizedText })),
  comments: z.array(Comment),
  attachments: z.array(Attachment),
}).meta({ id: 'UserTaskDetail' });

export type UserTaskDetail = z.infer<typeof UserTaskDetail>;

export const Completed = z
  .object({
    instanceId: z.string(),
    projectId: z.string(),
    state: z.array(z.string()),
    status: z.enum(['active', 'done']),
    historyId: z.string(),
    repeated: z.boolean().describe('True when this client key was answered before'),
    nextTasks: z.array(InboxItem).describe('What the caller may go on with'),
  })
  .meta({ id: 'Completed' });

export type Completed = z.infer<typeof Completed>;
