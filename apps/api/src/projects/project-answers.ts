import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';
import { Attachment, Comment } from '../papers/paper-answers';
import { InboxItem } from '../processes/inbox-answers';

const JsonObject = z.record(z.string(), z.unknown());

export const ProjectSummary = z
  .object({
    projectId: z.string(),
    leadNo: z.string(),
    projectNo: z.string(),
    projectName: z.string(),
    investorName: z.string().nullable().describe('Masked where it is confidential and the caller stands outside'),
    industryFocus: z.string(),
    leadTaskForce: CodedName.nullable(),
    landingUnit: CodedName.nullable(),
    totalInvestment: z
      .string()
      .nullable()
      .describe('万元; null when unknown, also for a foreign amount without a rate'),
    stage: z.string().nullable(),
    state: z.string().describe('The active states as paths'),
    status: z.enum(['active', 'suspended', 'closed']),
    closedAs: z.string().nullable(),
    milestones: z
      .object({
        signedOn: z.string().nullable(),
        registeredOn: z.string().nullable(),
        startedOn: z.string().nullable(),
        operatedOn: z.string().nullable(),
      })
      .describe('YYYY, YYYY-MM or YYYY-MM-DD, as exact as it was reported'),
    updatedAt: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'ProjectSummary' });

export const ProjectPage = z
  .object({
    items: z.array(ProjectSummary),
    nextCursor: z.string().nullable(),
    total: z.number().int().describe('Counted up to 1000'),
  })
  .meta({ id: 'ProjectPage' });

export type ProjectPage = z.infer<typeof ProjectPage>;

export const SimilarProject = z
  .object({
    projectId: z.string().nullable().describe('Null when the caller may not see it'),
    maskedOwner: z.string().describe('Whose it is: the unit and the project, or only which kind of unit'),
    firstReportAt: z.string(),
    score: z.number().int(),
    reasons: z.array(LocalizedText),
  })
  .meta({ id: 'SimilarProject' });

export type SimilarProject = z.infer<typeof SimilarProject>;

export const ProjectDetail = ProjectSummary.extend({
  facts: JsonObject.describe('Under the names of the data dictionary'),
  assistTaskForces: z.array(CodedName),
  routing: z.object({ reason: LocalizedText }),
  level: z.string().nullable(),
  filer: z.object({ unit: CodedName, name: z.string() }),
  duplicateOf: z.string().nullable(),
  process: z.object({
    instanceId: z.string(),
    definition: z.object({ key: z.string(), version: z.number().int() }),
    activeStates: z.array(z.string()),
    status: z.string(),
  }),
  openTasks: z.array(InboxItem),
  attachments: z.array(Attachment),
  comments: z.array(Comment),
  events: z
    .array(z.object({ type: z.string(), label: LocalizedText, form: JsonObject }))
    .describe('What the caller may do with the project as a whole now'),
  similar: z.array(SimilarProject),
  timers: z.array(z.object({ key: z.string(), dueAt: z.string(), label: LocalizedText })),
}).meta({ id: 'ProjectDetail' });

export type ProjectDetail = z.infer<typeof ProjectDetail>;

export const HistoryPage = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        seq: z.number().int(),
        at: z.string(),
        kind: z.string(),
        event: z.string(),
        title: LocalizedText,
        actor: z.union([
          z.object({ accountId: z.string(), name: z.string(), unit: z.string() }),
          z.object({ system: z.literal(true) }),
        ]),
        onBehalfOf: z.string().nullable(),
        slot: z.string().describe('Which share of its task it is about; empty where there is one only'),
        from: z.array(z.string()),
        to: z.array(z.string()),
        form: JsonObject.nullable(),
        commands: z.array(z.object({ type: z.string(), summary: z.string().nullable() })),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'ProjectHistoryPage' });

export type HistoryPage = z.infer<typeof HistoryPage>;

export const EventAnswer = z
  .object({
    instanceId: z.string(),
    projectId: z.string(),
    state: z.array(z.string()),
    status: z.enum(['active', 'done']),
    historyId: z.string(),
    repeated: z.boolean(),
  })
  .meta({ id: 'ProjectEventAnswer' });

export type EventAnswer = z.infer<typeof EventAnswer>;

export const RegisteredLead = z
  .object({
    projectId: z.string(),
    leadNo: z.string(),
    routing: z.object({
      leadTaskForce: CodedName.nullable(),
      assistTaskForces: z.array(CodedName),
      landingUnit: CodedName.nullable(),
      reason: LocalizedText,
      ambiguous: z.boolean(),
    }),
    similar: z.array(SimilarProject),
  })
  .meta({ id: 'RegisteredLead' });

export type RegisteredLead = z.infer<typeof RegisteredLead>;

export const ImportSummary = z
  .object({
    importId: z.string(),
    fileName: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    done: z.number().int(),
    total: z.number().int(),
    counts: z.object({ created: z.number().int(), duplicate: z.number().int(), refused: z.number().int() }),
    code: z.string().nullable().describe('Why the import failed as a whole'),
    detail: z.string().nullable(),
    ignoredColumns: z.array(z.string()).describe('Headers that mean nothing here'),
    createdAt: z.string(),
  })
  .meta({ id: 'ImportSummary' });

export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportPage = ImportSummary.extend({
  rows: z.array(
    z.object({
      row: z.number().int().describe('As a spreadsheet counts; the header is row 1'),
      outcome: z.enum(['created', 'duplicate', 'refused']),
      projectId: z.string().nullable(),
      projectName: z.string().nullable(),
      leadTaskForce: z.string().nullable(),
      code: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
}).meta({ id: 'ImportPage' });

export type ImportPage = z.infer<typeof ImportPage>;
