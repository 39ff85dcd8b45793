import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

describe('schedules and the clock of a demonstration in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  const errors: string[] = [];
  beforeAll(async () => {
    landfall = await startLandfall({ environment: { LANDFALL_DEMO: '1' } });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await landfall.close();
  });

  const signIn = async (username: string): Promise<PersonAtWork> => {
    const person = await PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);
    person.page.on('pageerror', (error) => errors.push(`${username}: ${error.message}`));
    return person;
  };

  it('moves the time from the page, shows how far it is, and everything goes by it', async () => {
    const office = await signIn('lgo.staff');
    const { page } = office;
    await office.goTo('/schedules');
    const clock = page.getByTestId('demo-clock');
    await clock.getByText('演示时钟').waitFor();
    expect(await page.getByTestId('demo-clock-time').textContent()).toBe('2026年11月23日（周一） 10:00');
    await page.getByTestId('demo-next-workday').click();
    await page.getByTestId('demo-clock-time').getByText('2026年11月24日（周二）').waitFor();
    await page.locator('[data-testid="demo-clock"][data-state="standing"]').waitFor();
    await page.getByTestId('demo-plus-30').click();
    await page.getByTestId('demo-stop').waitFor();
    await page.locator('[data-testid="demo-clock"][data-now^="2026-12-24"][data-state="standing"]').waitFor({
      timeout: 60_000,
    });
    const lights = page.locator('[data-testid="schedule-row"][data-key="light-daily"]');
    await lights.getByText('今天 07:00').waitFor();
    expect(await lights.textContent()).toContain('12月25日（周五）07:00');
    expect(errors).toEqual([]);
    await office.leave();
  }, 120_000);

  it('runs one at once, pauses it with a reason and lets it go on, and shows who did', async () => {
    const office = await signIn('lgo.staff');
    const { page } = office;
    await office.goTo('/schedules');
    const row = page.locator('[data-testid="schedule-row"][data-key="calendar-check"]');
    await page.getByTestId('run-now-calendar-check').click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '立即运行' }).click();
    await row.locator('[data-state="done"]').waitFor();
    await page.getByTestId('pause-calendar-check').click();
    await page.getByTestId('pause-submit').click();
    await page.getByText('请说明暂停原因').waitFor();
    await page.getByTestId('pause-reason').fill('放假通知正在录入');
    await page.getByTestId('pause-submit').click();
    await row.getByText('放假通知正在录入').waitFor();
    await row.getByText('放假安排提醒').click();
    await page.getByTestId('schedule-run').first().waitFor();
    const drawer = await page.locator('.ant-drawer').textContent();
    expect(drawer).toContain('操作记录');
    expect(drawer).toContain('放假通知正在录入');
    await page.keyboard.press('Escape');
    await page.getByTestId('resume-calendar-check').click();
    await page.getByTestId('pause-calendar-check').waitFor();
    expect(await page.getByTestId('run-now-digest').count()).toBe(0);
    expect(errors).toEqual([]);
    await office.leave();
  }, 60_000);

  it('is for the office and the administrator; the clock is for everybody, also at the width of a phone', async () => {
    const head = await signIn('d01.head');
    const { page } = head;
    expect(await page.getByRole('link', { name: '定时任务' }).count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await head.goTo('/inbox');
    const before = await page.getByTestId('demo-clock').getAttribute('data-now');
    await page.getByTestId('demo-plus-1').click();
    for (let waited = 0; waited < 20_000; waited += 100) {
      const now = await page.getByTestId('demo-clock').getAttribute('data-now');
      if (now && before && Date.parse(now) - Date.parse(before) >= 86_400_000) break;
      await sleep(100);
    }
    await page.locator('[data-testid="demo-clock"][data-state="standing"]').waitFor();
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
    await page.getByTestId('demo-clock').waitFor();
    expect(errors).toEqual([]);
    await head.leave();
  }, 60_000);
});
