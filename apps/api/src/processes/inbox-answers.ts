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
    process: z.object({ key: z.string(), title: LocalizedText }).describe('The process that the task belongs to'),
    projectId: z.string(),
    meetingId: z
      .string()
      .nullable()
      .describe('The meeting that the task belongs to; its title stands as the project’s name'),
    issueId: z.string().nullable().describe('The issue that the task belongs to'),
    supervisionItemId: z.string().nullable().describe('The supervision item that the task belongs to'),
    slot: z.string().describe('Which share of its task it is; empty where there is one only'),
    slotName: LocalizedText.nullable().describe('Of a meeting’s task the item and the unit that it is about'),
    projectNo: z.string(),
    projectName: z.string(),
    about: z.string().nullable().describe('What the process is about, where it is not the project itself'),
    stage: z.string().nullable(),
    state: z.enum(['waiting', 'created', 'claimed', 'suspended', 'completed', 'skipped', 'cancelled']),
    part: z
      .enum(['sole', 'share', 'lead', 'assist', 'signerBefore', 'signerAfter'])
      .describe('What the task is among those that make one decision together'),
    candidateGroup: z.string(),
    groupName: LocalizedText,
    assignee: PersonName.nullable(),
    taskOwner: PersonName.nullable().describe('Who has delegated it and gets it back'),
    createdAt: z.string(),
    dueAt: z.string().nullable(),
    overdue: z.boolean(),
    reminders: z.number().int().describe('How often the task was chased'),
    escalatedTo: z.string().nullable(),
    outcome: z.string().nullable(),
    outcomeLabel: LocalizedText.nullable(),
    completedAt: z.string().nullable(),
    completedFor: PersonName.nullable().describe('For whom a substitute completed it'),
    simpleOutcomes: z
      .array(z.object({ key: z.string(), label: LocalizedText }))
      .describe('The outcomes that ask for nothing, so that many tasks can be given one at once'),
    copy: z
      .object({
        id: z.string(),
        sentBy: z.string(),
        note: z.string().nullable(),
        sentAt: z.string(),
        readAt: z.string().nullable(),
      })
      .nullable()
      .describe('In the views `copied` and `toRead` the copy that was sent; with a task the caller’s unread copy'),
  })
  .meta({ id: 'InboxItem' });

export type InboxItem = z.infer<typeof InboxItem>;

export const InboxPage = z
  .object({
    items: z.array(InboxItem),
    nextCursor: z.string().nullable(),
    counts: z
      .object({
        todo: z.number().int(),
        group: z.number().int(),
        overdue: z.number().int(),
        toRead: z.number().int(),
      })
      .describe('Counted up to 100'),
  })
  .meta({ id: 'InboxPage' });

export type InboxPage = z.infer<typeof InboxPage>;

const JsonObject = z.record(z.string(), z.unknown());

export const UserTaskDetail = InboxItem.extend({
  definition: z.object({ key: z.string(), version: z.number().int() }),
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
  deadline: z.object({
    dueAt: z.string().nullable(),
    basis: JsonObject.nullable().describe('The arithmetic as it is stored'),
    said: LocalizedText.nullable().describe('The arithmetic in one sentence'),
    isPaused: z.boolean(),
  }),
  can: z.object({
    complete: z.boolean(),
    claim: z.boolean(),
    unclaim: z.boolean(),
    assign: z.boolean(),
    transfer: z.boolean(),
    delegate: z.boolean(),
    resolve: z.boolean(),
    addSigners: z.boolean(),
    removeSigner: z.boolean(),
    return: z.boolean(),
    withdraw: z.boolean(),
    skip: z.boolean(),
    redo: z.boolean(),
    urge: z.boolean(),
    copy: z.boolean(),
  }),
  returns: z
    .array(
      z.object({
        task: z.string(),
        slot: z.string(),
        title: LocalizedText,
        name: z.string().describe('Whose step it was'),
        canJumpBack: z.boolean().describe('Whether the work may come straight back from there'),
      }),
    )
    .describe('The earlier steps that the task can be returned to, the latest first'),
  returnsToInitiator: z.boolean(),
  shares: z
    .array(
      z.object({
        userTaskId: z.string(),
        part: z.string(),
        state: z.string(),
        groupName: LocalizedText,
        assignee: PersonName.nullable(),
        weight: z.number().int(),
        outcome: z.string().nullable(),
        outcomeLabel: LocalizedText.nullable(),
        form: JsonObject.nullable(),
        signsFor: z.string().nullable(),
        isAdded: z.boolean().describe('Somebody asked for it'),
        dueAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    )
    .describe('All parts of the decision that this task belongs to'),
  workRule: z.enum(['all', 'any', 'sequential', 'vote', 'leadAssist']).nullable(),
  copies: z.array(
    z.object({ name: z.string(), sentBy: z.string(), sentAt: z.string(), readAt: z.string().nullable() }),
  ),
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

export const BulkAnswer = z
  .object({
    results: z.array(
      z.object({
        userTaskId: z.string(),
        done: z.boolean(),
        code: z.string().nullable(),
        detail: z.string().nullable().describe('Why it was refused'),
      }),
    ),
  })
  .meta({ id: 'BulkAnswer' });

export type BulkAnswer = z.infer<typeof BulkAnswer>;
