import { setTimeout as sleep } from 'node:timers/promises';
import type { LandfallUnderTest } from '../../../test/landfall-under-test';
import type { TaskPage } from '../../standalone/src/demo/answers';
import type { ApiClient } from '../../standalone/src/demo/api-client';
import { fillForm, syntheticUscc } from '../../standalone/src/demo/form-filler';

/** Reports a lead of the task force D06 by a town; its screening task waits for `d06.specialist` and `d06.head`. */
export const reportLead = async (
  { api }: LandfallUnderTest,
  projectName: string,
  by = 't05.specialist',
): Promise<{ projectId: string; taskId: string }> => {
  const { projectId } = await api.post<{ projectId: string }>(by, '/api/leads', {
    projectName,
    investorName: `${projectName}投资有限公司`,
    industryFocus: '文化旅游业',
    totalInvestment: '52000',
    landingUnit: 'Z01',
    sourceType: 'taskForce',
    contact: '样例 13800000000',
    brief: '建设邮轮母港旁的文旅综合体，带动夜间消费和就业。',
  });
  for (let waited = 0; waited < 20_000; waited += 50) {
    const { openTasks } = await api.get<{ openTasks: { userTaskId: string; taskKey: string }[] }>(
      by,
      `/api/projects/${projectId}`,
    );
    const task = openTasks.find(({ taskKey }) => taskKey === 'leadScreening');
    if (task) return { projectId, taskId: task.userTaskId };
    await sleep(50);
  }
  throw new Error(`The lead ${projectName} was not given to its task force`);
};

/** Completes a task with its positive outcome, the form filled in. */
export const completeTask = async (api: ApiClient, by: string, taskId: string): Promise<void> => {
  const page = await api.get<TaskPage>(by, `/api/user-tasks/${taskId}`);
  const outcome = page.outcomes.find(({ tone }) => tone === 'positive');
  if (!outcome) throw new Error('Expected a positive outcome');
  const form = fillForm(page, outcome, syntheticUscc());
  await api.post(by, `/api/user-tasks/${taskId}/complete`, { outcome: outcome.key, form });
};
