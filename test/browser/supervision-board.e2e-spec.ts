import type { Browser } from 'playwright-core';
import type { TaskPage } from '../../apps/standalone/src/demo/answers';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

describe('the supervision board in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  let projectId: string;

  beforeAll(async () => {
    landfall = await startLandfall();
    browser = await launchBrowser();
    await landfall.api.put('admin.system', '/api/leader-responsibilities/D01', {
      leaderGroup: 'LG.deputy',
      from: '2026-11-23',
    });
    ({ projectId } = await landfall.api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      projectName: '动力电池回收示范线项目（测试样例）',
      investorName: '天津样例循环动力科技有限公司',
      industryFocus: '新能源',
      totalInvestment: '52000',
      landingUnit: 'Z01',
      sourceType: 'taskForce',
      contact: '联系人样例 13800000000',
      brief: '建设年处理五万吨退役动力电池的回收示范线。',
    }));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  const signIn = (username: string) => PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);

  /** Waits until more notices are unread than before; the page is not reloaded. */
  const moreNotices = async ({ page }: PersonAtWork, than: number): Promise<number> => {
    const bell = page.getByTestId('notice-bell');
    for (let waited = 0; waited < 200; waited += 1) {
      const unread = Number(await bell.getAttribute('data-unread'));
      if (unread > than) return unread;
      await page.waitForTimeout(100);
    }
    throw new Error(`Expected more than ${than} unread notices, but there are no more`);
  };

  /** Completes the task that the blocker on the project's page leads to. */
  const actOnBlocker = async (person: PersonAtWork, username: string, outcome: string, form: object) => {
    await person.goTo(`/projects/${projectId}`);
    await person.page.getByTestId('act-on-issue').click();
    await person.page.waitForURL('**/tasks/*');
    const taskId = new URL(person.page.url()).pathname.split('/').at(-1);
    const task = await landfall.api.get<TaskPage>(username, `/api/user-tasks/${taskId}`);
    await person.complete(task, outcome, { ...form });
  };

  it('shows what is blocked, lets it be urged and escalated, turns the light, and empties when it is solved', async () => {
    const specialist = await signIn('d01.specialist');
    await specialist.goTo(`/projects/${projectId}`);
    const { page } = specialist;
    await page.getByTestId('raise-issue').click();
    await page.getByTestId('raise-type').click();
    await page.getByTestId('raise-type-planning').click();
    await page.getByTestId('raise-title').fill('控规调整未批，地块无法出让');
    await page.getByTestId('raise-tried').fill('已两次与规划资源部门对接，未取得明确意见');
    await page.getByTestId('raise-urgent').check();
    await page.getByTestId('raise-submit').click();
    const blocker = page.getByTestId('blocker');
    await blocker.waitFor();
    expect(await blocker.textContent()).toContain('堵点：规划');
    await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));
    const unread = Number(await page.getByTestId('notice-bell').getAttribute('data-unread'));

    const supervisor = await signIn('lgo.supervisor');
    await supervisor.goTo('/supervision');
    await supervisor.page.getByTestId('number-blocked').click();
    const row = supervisor.page.getByTestId('issue-row');
    await row.waitFor();
    expect(await row.getAttribute('data-level')).toBe('0');
    expect(await row.textContent()).toContain('紧急');
    // A supervision officer chases; going up by right is the office's and the leaders' (6.d).
    expect(await row.getByTestId('escalate').count()).toBe(0);
    await row.getByTestId('urge').click();
    await row.locator('[data-testid="urge"][data-urged]').waitFor();
    const urged = await moreNotices(specialist, unread);
    for (let again = 0; again < 3; again += 1) {
      await row.getByTestId('urge').click();
      await supervisor.page.waitForTimeout(300);
    }
    await supervisor.page.getByText('今日对', { exact: false }).filter({ hasText: '已达上限' }).first().waitFor();

    const office = await signIn('lgo.staff');
    await office.goTo('/supervision?list=issues');
    await office.page.getByTestId('escalate').click();
    await office.page.getByRole('dialog').getByText('分管副组长', { exact: true }).click();
    await office.page.getByTestId('escalate-reason').fill('涉及控规，需分管副组长协调');
    await office.page.getByTestId('escalate-submit').click();
    await office.page.locator('[data-testid="issue-row"][data-level="2"]').waitFor();
    // Its page tells what was tried; a leader decides from there.
    await office.page.getByTestId('issue-link').click();
    await office.page.getByTestId('issue-title').waitFor();
    expect(await office.page.locator('main').textContent()).toContain('已两次与规划资源部门对接，未取得明确意见');
    await office.page.getByText('越级提级', { exact: true }).first().waitFor();
    await office.goTo('/supervision?list=issues');
    await office.page.getByTestId('board-lights').click();
    await office.page
      .locator(`[data-testid="lit-row"][data-project="${projectId}"] [data-light="red"]`)
      .waitFor({ timeout: 40_000 });
    await office.page.getByTestId('light-reason').first().waitFor();
    await office.leave();

    const deputy = await signIn('lg.deputy');
    await actOnBlocker(deputy, 'lg.deputy', 'resolved', { result: '已协调规划部门，控规调整本周批复' });
    await deputy.leave();
    await moreNotices(specialist, urged);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'neverReloaded'))).toBe(true);
    await actOnBlocker(specialist, 'd01.specialist', 'confirm', { note: '控规调整已批复' });
    await specialist.goTo(`/projects/${projectId}`);
    await page.getByTestId('project-name').waitFor();
    await page.getByTestId('light').first().waitFor();
    expect(await page.getByTestId('blocker').count()).toBe(0);
    await specialist.leave();

    await supervisor.goTo('/supervision?list=issues');
    await supervisor.page.getByTestId('board-empty').waitFor();
    expect(await supervisor.page.getByTestId('number-blocked').textContent()).toContain('0');

    // The red light has proposed an item; once the director voids it, it is found among the closed ones, with its end.
    const { items } = await landfall.api.get<{ items: { itemId: string; running: { openTasks: TaskPage[] } }[] }>(
      'lgo.director',
      '/api/supervision-items',
    );
    const approval = items[0]?.running.openTasks[0]?.userTaskId;
    await landfall.api.post('lgo.director', `/api/user-tasks/${approval}/complete`, {
      outcome: 'void',
      form: { reason: '堵点已解决，不再督办' },
    });
    await supervisor.page.getByTestId('board-items').click();
    await supervisor.page.getByTestId('items-closed').click();
    await supervisor.page.getByTestId('item-row').click();
    await supervisor.page.waitForURL(`**/supervision/items/${items[0]?.itemId}`);
    expect(await supervisor.page.getByTestId('item-state').getAttribute('data-outcome')).toBe('voided');
    expect(await supervisor.page.getByTestId('item-ending').textContent()).toContain('堵点已解决，不再督办');
    await supervisor.leave();
  }, 120_000);
});
