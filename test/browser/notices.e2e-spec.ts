import { type NewNotice, postNoticeIn } from '@landfall/notifications';
import type { Browser } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

const SPECIALIST = 'd01.specialist';
const until = async (condition: () => Promise<boolean>, limitMs = 20_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('notices in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    landfall = await startLandfall();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await landfall.close();
  });

  const tell = async (zh: string, more: Partial<NewNotice> = {}): Promise<void> => {
    const { database, clock } = landfall.installation;
    await database.transaction((tx) =>
      postNoticeIn(tx, {
        key: uuid(),
        kind: 'task.assigned',
        urgency: 'normal',
        title: { zh, en: zh },
        link: '/inbox',
        audience: { accounts: [], groups: ['D01.specialist'] },
        at: clock.now(),
        ...more,
      }),
    );
  };

  /** Waits until the duplicates have been looked for and the work has reached the group. */
  const taskOf = async (username: string): Promise<string> => {
    let taskId: string | undefined;
    await until(async () => {
      const { items } = await landfall.api.get<{ items: { userTaskId: string }[] }>(username, '/api/inbox?view=group');
      taskId = items[0]?.userTaskId;
      return taskId !== undefined;
    });
    return taskId ?? '';
  };

  it('arrive without reloading, and bring the inbox up to date', async () => {
    const person = await PersonAtWork.signIn(browser, landfall.url, SPECIALIST, SAMPLE_PASSWORD);
    const { page } = person;
    await person.goTo('/inbox?view=group');
    await page.getByTestId('inbox-tab-group').waitFor();
    expect(await page.getByTestId('inbox-row').count()).toBe(0);
    await page.evaluate(() => Object.assign(globalThis, { neverReloaded: true }));

    await landfall.api.post('t15.specialist', '/api/leads', {
      projectName: '石化新材料基地（测试样例）',
      investorName: '滨海样例新材料有限公司',
      industryFocus: '新材料',
      totalInvestment: '86000',
      landingUnit: 'T15',
      sourceType: 'investorReferral',
      contact: '联系人样例 13800000000',
      brief: '拟建设新材料生产线，达产后带动就业。',
      clientKey: uuid(),
    });
    const taskId = await taskOf(SPECIALIST);
    expect(await page.getByTestId('inbox-row').count()).toBe(0);
    await tell('您有一项新任务：初审');
    await page.locator('[data-testid="notice-bell"][data-unread="1"]').waitFor({ timeout: 10_000 });
    await page.getByTestId('inbox-row').first().waitFor({ timeout: 10_000 });

    await tell('“初审”（石化新材料基地）将于明日到期', { kind: 'task.dueSoon' });
    await page.locator('[data-testid="notice-bell"][data-unread="2"]').waitFor({ timeout: 10_000 });
    await page.getByTestId('notice-bell').click();
    const panel = page.getByTestId('notice-panel');
    await panel.getByTestId('notice').nth(1).waitFor();
    await panel.getByTestId('notice').first().hover();
    await panel.getByTestId('notice-read').first().click();
    await page.locator('[data-testid="notice-bell"][data-unread="1"]').waitFor();
    await panel.getByTestId('all-notices').click();
    await page.getByTestId('notices-unread').click();
    await until(async () => {
      const titles = await page.locator('main').getByTestId('notice-open').allTextContents();
      return titles.length === 1 && titles[0] === '您有一项新任务：初审';
    });
    await page.getByTestId('read-all').click();
    await page.locator('[data-testid="notice-bell"][data-unread="0"]').waitFor();

    await tell('“初审”（石化新材料基地）被催办', { kind: 'task.urged', taskId, link: undefined });
    await page.locator('[data-testid="notice-bell"][data-unread="1"]').waitFor();
    await page.getByTestId('notice-bell').click();
    // The list that was read before may still be shown for a moment: the new notice is waited for by its words.
    await panel.getByTestId('notice-open').filter({ hasText: '被催办' }).first().click();
    await page.waitForURL(`**/tasks/${taskId}`);
    await page.locator('[data-testid="notice-bell"][data-unread="0"]').waitFor();
    // One that comes while its task is open is read where it is seen.
    await tell('“初审”（石化新材料基地）再次被催办', { kind: 'task.urged', taskId, link: undefined });
    await until(
      async () =>
        (await landfall.api.get<{ items: { readAt: string | null }[] }>(SPECIALIST, '/api/notices')).items.filter(
          ({ readAt }) => readAt !== null,
        ).length === 4,
    );
    expect(await page.evaluate(() => Reflect.get(globalThis, 'neverReloaded'))).toBe(true);
    await person.leave();
  }, 60_000);

  it('are told as the person chooses', async () => {
    const person = await PersonAtWork.signIn(browser, landfall.url, SPECIALIST, SAMPLE_PASSWORD);
    const { page } = person;
    await person.goTo('/notices');
    await page.getByTestId('notice-settings').click();
    await page.getByTestId('notice-email').fill('not an address');
    await page.getByTestId('notice-save').click();
    await page.getByText('NOTICE_PREFERENCE.EMAIL_INVALID').waitFor();
    await page.getByTestId('notice-email').fill('specialist@d01.example');
    await page.getByTestId('notice-digest').click();
    await page.getByTestId('notice-save').click();
    await page.getByText('通知设置已保存。').waitFor();
    const { preferences } = await landfall.api.get<{ preferences: { email: string; digest: boolean } }>(
      SPECIALIST,
      '/api/notices/preferences',
    );
    expect(preferences).toMatchObject({ email: 'specialist@d01.example', digest: false });
    await person.leave();
  }, 60_000);

  it('has the calendar feed of whoever is signed in: made, read by its address, ended', async () => {
    const person = await PersonAtWork.signIn(browser, landfall.url, SPECIALIST, SAMPLE_PASSWORD);
    const { page } = person;
    await person.goTo('/notices');
    await page.getByTestId('notice-settings').click();
    await page.getByTestId('calendar-feed-make').click();
    const address = await page.getByTestId('calendar-feed-address').inputValue();
    const read = async () => (await fetch(address)).status;
    expect(await read()).toBe(200);
    await page.getByTestId('calendar-feed-revoke').click();
    await page.getByTestId('calendar-feed-revoke-sure').click();
    await page.getByTestId('calendar-feed-make').waitFor();
    expect(await page.getByTestId('calendar-feed-address').count()).toBe(0);
    expect(await read()).toBe(404);
    await person.leave();
  }, 60_000);
});
