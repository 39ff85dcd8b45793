import type { Clock } from '@landfall/clock';
import { agendasAmong, slotName } from '@landfall/meetings';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import { type CopiedTask, type ProcessEngine, RETURNED, type UserTask } from '@landfall/process-engine';
import { projectLabels } from '@landfall/projects';
import { ISSUE_PROCESS, ITEM_PROCESS } from '@landfall/supervision';
import type { InboxItem } from './inbox-answers';

interface Belonging {
  readonly id: string;
  readonly belongs_to: string | null;
}

/** What an outcome is called that every task may have. */
const COMMON_OUTCOMES: Readonly<Record<string, LocalizedText>> = {
  [RETURNED]: { zh: '退回', en: 'Returned' },
  agree: { zh: '同意', en: 'Agreed' },
  object: { zh: '有异议', en: 'Objected' },
};

/** Says user tasks as inbox items: with the project's name, the group's title and what is overdue. */
export class TaskItems {
  constructor(
    private readonly database: Database,
    private readonly organization: Organization,
    private readonly engine: ProcessEngine,
    private readonly clock: Clock,
  ) {}

  async say(tasks: readonly UserTask[]): Promise<InboxItem[]> {
    const instances = [...new Set(tasks.map(({ instanceId }) => instanceId))];
    const projects = await this.projectsOf(instances);
    const [labels, view, meetings] = await Promise.all([
      projectLabels(this.database, [...new Set(projects.values())]),
      this.organization.view(),
      agendasAmong(this.database, instances),
    ]);
    const subjects = await this.subjectsOf(tasks.filter(({ instanceId }) => !labels.has(instanceId)));
    const now = this.clock.now();
    const nameOf = (code: string): LocalizedText => {
      if (code.includes('.')) return view.groupName(code);
      const { zh, en } = view.unitName(code);
      // Short names are kept in Chinese only.
      return { zh: view.unit(code)?.shortName || zh, en };
    };
    return tasks.map((task) => {
      const projectId = projects.get(task.instanceId) ?? task.instanceId;
      const project = labels.get(projectId);
      const { key, version } = task.definition;
      const definition = this.engine.definitions.get(key, version);
      const outcomes = definition.userTasks[task.taskKey]?.outcomes;
      const open = task.state === 'created' || task.state === 'claimed';
      const agenda = meetings.get(task.instanceId);
      return {
        userTaskId: task.id,
        taskKey: task.taskKey,
        title: titleOf(task),
        process: { key, title: definition.title },
        projectId,
        meetingId: agenda === undefined ? null : task.instanceId,
        issueId: key === ISSUE_PROCESS ? task.instanceId : null,
        supervisionItemId: key === ITEM_PROCESS ? task.instanceId : null,
        slot: task.slot,
        slotName: agenda === undefined ? null : slotName(task.slot, agenda, nameOf),
        projectNo: project?.number ?? '',
        projectName: project?.name ?? subjects.get(task.instanceId) ?? '',
        about: aboutOf(subjects.get(task.instanceId), project?.name),
        stage: task.stage,
        state: task.state,
        part: task.part,
        candidateGroup: task.candidateGroup,
        groupName: view.groupName(task.candidateGroup),
        assignee: task.assignee,
        taskOwner: task.owner,
        createdAt: task.createdAt.toISOString(),
        dueAt: task.dueAt.toISOString(),
        overdue: open && task.dueAt < now,
        reminders: task.reminders,
        escalatedTo: task.escalatedTo,
        outcome: task.outcome,
        outcomeLabel:
          task.outcome === null ? null : (outcomes?.[task.outcome]?.label ?? COMMON_OUTCOMES[task.outcome] ?? null),
        completedAt: task.state === 'completed' ? (task.endedAt?.toISOString() ?? null) : null,
        completedFor: task.completedFor,
        simpleOutcomes: open ? simpleOutcomesOf(outcomes, task) : [],
        copy: null,
      };
    });
  }

  /** What processes are about that are not projects themselves. */
  private async subjectsOf(tasks: readonly UserTask[]): Promise<ReadonlyMap<string, string>> {
    if (tasks.length === 0) return new Map();
    const definitions = new Map(tasks.map(({ instanceId, definition }) => [instanceId, definition]));
    const rows = await this.database.query<{ id: string; context: Record<string, unknown> }>(
      `SELECT id, snapshot->'context' AS context FROM process_instance WHERE id = ANY($1::uuid[])`,
      [[...definitions.keys()]],
    );
    return new Map(
      rows.flatMap(({ id, context }) => {
        const definition = definitions.get(id);
        if (!definition) return [];
        const { subject } = this.engine.definitions.get(definition.key, definition.version);
        return subject ? [[id, subject(context)] as const] : [];
      }),
    );
  }

  /** The project that each process is, or is about. */
  private async projectsOf(instanceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (instanceIds.length === 0) return new Map();
    const rows = await this.database.query<Belonging>(
      'SELECT id, belongs_to FROM process_instance WHERE id = ANY($1::uuid[])',
      [instanceIds],
    );
    return new Map(rows.map(({ id, belongs_to }) => [id, belongs_to ?? id]));
  }
}

export const sayCopy = ({ copyId, sentBy, note, sentAt, readAt }: CopiedTask): NonNullable<InboxItem['copy']> => ({
  id: copyId,
  sentBy,
  note,
  sentAt: sentAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});

/** The subject without the name of its project, which stands beside it anyway. */
const aboutOf = (subject: string | undefined, projectName: string | undefined): string | null => {
  if (subject === undefined || projectName === undefined) return null;
  return subject.startsWith(`${projectName}：`) ? subject.slice(projectName.length + 1) : subject;
};

/** A signature that was asked for says so. */
const titleOf = ({ part, title }: UserTask): LocalizedText =>
  part === 'signerBefore' || part === 'signerAfter'
    ? { zh: `${title.zh}（加签）`, en: `${title.en} (signature)` }
    : { ...title };

/** The outcomes that ask for nothing and can therefore be given to many tasks at once. */
const simpleOutcomesOf = (
  outcomes: Readonly<Record<string, { readonly label: LocalizedText; readonly required: readonly string[] }>> = {},
  { part }: UserTask,
): { key: string; label: LocalizedText }[] =>
  part === 'signerBefore' || part === 'signerAfter'
    ? [{ key: 'agree', label: { zh: '同意', en: 'Agree' } }]
    : Object.entries(outcomes)
        .filter(([, { required }]) => required.length === 0)
        .map(([key, { label }]) => ({ key, label }));
