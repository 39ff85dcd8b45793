import type { Clock } from '@landfall/clock';
import type { Organization } from '@landfall/organization';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine, UserTask } from '@landfall/process-engine';
import { projectLabels } from '@landfall/projects';
import { belongingOf } from './belonging';
import type { InboxItem } from './inbox-answers';

/** Says user tasks as inbox items: with the project's name, the group's title and what is overdue. */
export class TaskItems {
  constructor(
    private readonly database: Database,
    private readonly organization: Organization,
    private readonly engine: ProcessEngine,
    private readonly clock: Clock,
  ) {}

  async say(tasks: readonly UserTask[]): Promise<InboxItem[]> {
    const [about, view] = await Promise.all([
      belongingOf(this.database, this.engine.definitions, [...new Set(tasks.map(({ instanceId }) => instanceId))]),
      this.organization.view(),
    ]);
    const labels = await projectLabels(this.database, [...new Set([...about.values()].map((one) => one.subjectId))]);
    const now = this.clock.now();
    return tasks.map((task) => {
      const belonging = about.get(task.instanceId);
      const project = labels.get(belonging?.subjectId ?? task.instanceId);
      const { key, version } = task.definition;
      const outcomes = this.engine.definitions.get(key, version).userTasks[task.taskKey]?.outcomes;
      const open = task.state === 'created' || task.state === 'claimed';
      return {
        userTaskId: task.id,
        taskKey: task.taskKey,
        title: task.title,
        projectId: belonging?.subjectId ?? task.instanceId,
        projectNo: project?.number ?? '',
        projectName: project?.name ?? belonging?.subject ?? '',
        stage: task.stage,
        state: task.state,
        candidateGroup: task.candidateGroup,
        groupName: view.groupName(task.candidateGroup),
        assignee: task.assignee,
        createdAt: task.createdAt.toISOString(),
        dueAt: task.dueAt.toISOString(),
        overdue: open && task.dueAt < now,
        reminders: task.reminders,
        escalatedTo: task.escalatedTo,
        outcome: task.outcome,
        outcomeLabel: (task.outcome === null ? undefined : outcomes?.[task.outcome]?.label) ?? null,
        completedAt: task.state === 'completed' ? (task.endedAt?.toISOString() ?? null) : null,
      };
    });
  }
}
