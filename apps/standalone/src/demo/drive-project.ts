import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProjectPage, Task, TaskPage } from './answers';
import { type ApiClient, ApiProblem } from './api-client';
import { fillForm, syntheticUscc } from './form-filler';

/** One thing that somebody did, for the story. */
export interface Step {
  readonly stage: string | null;
  readonly account: string;
  readonly who: string;
  readonly task: string;
  readonly outcome: string;
}

export interface DriveOptions {
  /** Sees every project. */
  readonly observer: string;
  /** The outcome to choose for a task, where it is not simply the first positive one. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly onStep?: (step: Step) => void;
  readonly stepLimit?: number;
  /** Where to stop, when that is not its end. */
  readonly until?: (project: ProjectPage) => boolean;
  /** The server's time, where it is not the computer's. */
  readonly now?: () => Date;
  /** Called while the project waits for a meeting: lets the time pass and the meeting be held. */
  readonly whenWaiting?: (project: ProjectPage) => Promise<void>;
}

const PATIENCE_MS = 30_000;

/**
 * Takes a project from wherever it is to its end, or as far as `until` says, as the people whose posts own its tasks
 * would: each task is opened, claimed, filled in and completed through the API by an account of its own group.
 */
export const driveProject = async (api: ApiClient, projectId: string, options: DriveOptions): Promise<ProjectPage> => {
  const uscc = syntheticUscc();
  let steps = 0;
  let said: Step[] = [];
  let waitingSince = Date.now();
  for (;;) {
    const project = await api.get<ProjectPage>(options.observer, `/api/projects/${projectId}`);
    if (project.status === 'closed' || options.until?.(project)) return project;
    const task = project.openTasks[0];
    if (!task && project.stage === 'review' && options.whenWaiting) {
      await options.whenWaiting(project);
      waitingSince = Date.now();
      continue;
    }
    if (!task) {
      if (Date.now() - waitingSince > PATIENCE_MS)
        throw new Error(`Project ${project.leadNo} waits and nobody has a task`);
      await sleep(100);
      continue;
    }
    waitingSince = Date.now();
    steps += 1;
    if (steps > (options.stepLimit ?? 120)) {
      const last = said.map(({ account, task: title, outcome }) => `${account} ${title}: ${outcome}`).join('; ');
      throw new Error(`Project ${project.leadNo} does not come to an end, last ${last}`);
    }
    const step = await completeTask(api, task, { ...options, uscc });
    said = [...said, step].slice(-8);
    options.onStep?.(step);
  }
};

/** How a task is completed: by which outcome, with what that is not simply filled in. */
export interface Completing extends Pick<DriveOptions, 'choices' | 'now'> {
  readonly uscc?: string;
  readonly given?: Readonly<Record<string, unknown>>;
}

/** Opens, claims, fills in and completes a task, as an account of its own group. */
export const completeTask = async (
  api: ApiClient,
  task: Task,
  { choices = {}, now = () => new Date(), uscc = syntheticUscc(), given = {} }: Completing = {},
): Promise<Step> => {
  const account = task.candidateGroup.toLowerCase();
  const path = `/api/user-tasks/${task.userTaskId}`;
  const page = await api.get<TaskPage>(account, path);
  const wanted = choices[task.taskKey];
  const outcome =
    page.outcomes.find(({ key }) => key === wanted) ??
    page.outcomes.find(({ tone }) => tone === 'positive') ??
    page.outcomes[0];
  if (!outcome) throw new Error(`Task ${task.taskKey} offers no outcome`);
  await api.post(account, `${path}/claim`);
  const complete = (form: Record<string, unknown>) =>
    api.post(account, `${path}/complete`, { outcome: outcome.key, form, clientKey: randomUUID() });
  try {
    await complete(fillForm(page, outcome, uscc, { now: now(), given }));
  } catch (error) {
    // Some fields are asked for only together with others (foreign funds of a foreign project): the refusal names them.
    if (!(error instanceof ApiProblem) || error.errors.length === 0) throw error;
    const also = error.errors.map((problem) => problem.path);
    await complete(fillForm(page, outcome, uscc, { also, now: now(), given }));
  }
  return { stage: task.stage, account, who: task.groupName.zh, task: task.title.zh, outcome: outcome.label.zh };
};
