import type { Attachments, Comments } from '@landfall/attachments';
import type { Person } from '@landfall/identity';
import type { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import type { Projects } from '@landfall/projects';
import type { Language } from '../problem/spoken-language';
import type { TaskItems } from '../processes/task-items';
import { viewerOf } from '../session/viewer-of';
import type { ProjectDetail } from './project-answers';
import { saySimilar } from './say-similar';

/** Composes the page of a project: what is known of it, where its process stands, and what the person may do. */
export class ProjectPages {
  constructor(
    private readonly projects: Projects,
    private readonly engine: ProcessEngine,
    private readonly instances: InstanceReader,
    private readonly inbox: Inbox,
    private readonly items: TaskItems,
    private readonly attachments: Attachments,
    private readonly comments: Comments,
  ) {}

  /** @throws Rejection `PROJECT.NOT_FOUND` (404) */
  detail(person: Person, id: string, language: Language): Promise<ProjectDetail> {
    return this.instances.ofOneStep(id, () => this.compose(person, id, language));
  }

  private async compose(person: Person, id: string, language: Language): Promise<ProjectDetail> {
    const viewer = viewerOf(person);
    const { definition, activeStates, facts, assistTaskForces, ...project } = await this.projects.find(viewer, id);
    const [instance, tasks, attachments, comments, similar] = await Promise.all([
      this.instances.view(id, person.actor),
      this.inbox.openTasksOf([id]),
      this.attachments.ofInstance(id),
      this.comments.ofInstance(id),
      this.projects.similar(viewer, id),
    ]);
    const { events, timers } = this.engine.definitions.get(definition.key, definition.version);
    return {
      ...project,
      milestones: { ...project.milestones },
      facts: { ...facts },
      assistTaskForces: [...assistTaskForces],
      process: { instanceId: id, definition, activeStates: [...activeStates], status: instance?.status ?? 'done' },
      openTasks: await this.items.say(tasks),
      attachments,
      comments,
      events: (instance?.offeredEvents ?? []).flatMap((type) => {
        const offered = events[type];
        if (!offered) return [];
        const form = {
          type: 'object',
          additionalProperties: false,
          properties: offered.fields,
          required: offered.required,
        };
        return [{ type, label: offered.label, form }];
      }),
      similar: saySimilar(similar, language),
      timers: (instance?.timers ?? []).map(({ key, delay, dueAt }) => ({
        key,
        dueAt: dueAt.toISOString(),
        label: timers[delay] ?? { zh: delay, en: delay },
      })),
    };
  }
}
