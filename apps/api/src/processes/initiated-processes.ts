import type { Database } from '@landfall/persistence';
import { type LocalizedText, Rejection } from '@landfall/process-definition';
import type { Inbox, InboxQuery, ProcessEngine, UserTask } from '@landfall/process-engine';
import { projectLabels } from '@landfall/projects';
import type { InboxItem } from './inbox-answers';
import type { TaskItems } from './task-items';

interface StartedRow {
  id: string;
  definition_key: string;
  definition_version: number;
  states: string[];
  stage: string | null;
  status: 'active' | 'done';
  closed_as: string | null;
  started_at: Date;
  ended_at: Date | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What became of the processes that a person started: the open task of each, or how it ended. Newest first. */
export class InitiatedProcesses {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly items: TaskItems,
    private readonly definitions: ProcessEngine['definitions'],
  ) {}

  async page(accountId: string, query: InboxQuery): Promise<{ items: InboxItem[]; nextCursor: string | null }> {
    if (query.cursor !== undefined && !UUID.test(query.cursor)) {
      throw new Rejection({
        code: 'PAGE.CURSOR_INVALID',
        status: 400,
        message: 'Expected a cursor that an earlier page gave, but it is another text',
      });
    }
    const rows = await this.database.query<StartedRow>(
      `SELECT id, definition_key, definition_version, states, stage, status, closed_as, started_at, ended_at FROM process_instance
       WHERE started_by = $1 AND ($2::uuid IS NULL OR id < $2) AND ($3::uuid[] IS NULL OR id = ANY($3))
       ORDER BY id DESC LIMIT $4`,
      [accountId, query.cursor ?? null, query.instanceIds ?? null, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const ids = shown.map(({ id }) => id);
    const [tasks, labels] = await Promise.all([this.inbox.openTasksOf(ids), projectLabels(this.database, ids)]);
    const mostUrgent = new Map<string, UserTask>();
    for (const task of tasks) if (!mostUrgent.has(task.instanceId)) mostUrgent.set(task.instanceId, task);
    const urgent = [...mostUrgent.keys()];
    const items = await this.items.say([...mostUrgent.values()]);
    const said = new Map(urgent.flatMap((id, at) => (items[at] ? [[id, items[at]] as const] : [])));
    return {
      items: shown.map((row) => {
        const { title } = this.definitions.get(row.definition_key, row.definition_version);
        return said.get(row.id) ?? withoutTask(row, title, labels.get(row.id));
      }),
      nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}

/** A process that has ended, or that waits for a job, has no task to open. */
const withoutTask = (
  row: StartedRow,
  title: LocalizedText,
  project: { number: string; name: string } | undefined,
): InboxItem => ({
  userTaskId: null,
  taskKey: row.closed_as ?? row.states[0] ?? '',
  process: { key: row.definition_key, title },
  title: CLOSED[row.closed_as ?? ''] ?? (row.status === 'done' ? ENDED : UNDER_WAY),
  projectId: row.id,
  meetingId: null,
  issueId: null,
  supervisionItemId: null,
  slot: '',
  slotName: null,
  projectNo: project?.number ?? '',
  projectName: project?.name ?? '',
  about: null,
  stage: row.stage,
  state: row.status === 'done' ? 'completed' : 'created',
  candidateGroup: '',
  groupName: { zh: '', en: '' },
  assignee: null,
  taskOwner: null,
  part: 'sole',
  createdAt: row.started_at.toISOString(),
  dueAt: null,
  overdue: false,
  reminders: 0,
  escalatedTo: null,
  outcome: row.closed_as,
  outcomeLabel: CLOSED[row.closed_as ?? ''] ?? null,
  completedAt: row.ended_at?.toISOString() ?? null,
  completedFor: null,
  simpleOutcomes: [],
  copy: null,
});

const ENDED = { zh: '已结束', en: 'Ended' };
const UNDER_WAY = { zh: '系统办理中', en: 'Under way' };

const CLOSED: Readonly<Record<string, { zh: string; en: string }>> = {
  achieved: { zh: '已见效办结', en: 'Results achieved' },
  rejected: { zh: '未通过', en: 'Rejected' },
  duplicate: { zh: '并入重复项目', en: 'Merged as a duplicate' },
  terminated: { zh: '已终止', en: 'Terminated' },
  discarded: { zh: '已撤销', en: 'Discarded' },
  transferredOut: { zh: '已流转出区', en: 'Transferred out' },
};
