import { sayDeadline } from '@landfall/calendar';
import type { Database } from '@landfall/persistence';
import type { LocalizedText } from '@landfall/process-definition';
import type { DeadlineMove, ProcessEngine } from '@landfall/process-engine';
import { projectLabels } from '@landfall/projects';
import type { CalendarPreview } from './calendar-answers';

/**
 * Says deadlines that move, with the project's number and the task's or timer's title. The name of a project is not told:
 * whoever looks after the calendar need not see the projects.
 */
export class MovedDeadlines {
  constructor(
    private readonly database: Database,
    private readonly engine: ProcessEngine,
  ) {}

  async say(moved: readonly DeadlineMove[]): Promise<CalendarPreview['moved']> {
    const labels = await projectLabels(this.database, [...new Set(moved.map(({ instanceId }) => instanceId))]);
    return moved.map((move) => ({
      subject: move.subject,
      title: this.titleOf(move),
      projectId: move.instanceId,
      projectNo: labels.get(move.instanceId)?.number ?? '',
      before: move.before.toISOString(),
      after: move.after.toISOString(),
      daysMoved: move.daysMoved,
      arithmetic: sayDeadline(move.arithmetic),
    }));
  }

  private titleOf({ subject, key, definitionKey, definitionVersion }: DeadlineMove): LocalizedText {
    const definition = this.engine.definitions.get(definitionKey, definitionVersion);
    const delay = /^xstate\.after\.([^.]+)\./.exec(key)?.[1] ?? key;
    const title = subject === 'userTask' ? definition.userTasks[key]?.title : definition.timers[delay];
    return title ?? { zh: key, en: key };
  }
}
