import { setTimeout as sleep } from 'node:timers/promises';
import { instantAt } from '@landfall/calendar';
import type { Browser } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

const TEXT = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕0号
一、元旦：1月1日（周五）至4日（周一）放假调休，共4天。1月9日（周六）上班。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月30日（周六）、2月14日（周日）上班。
国务院办公厅
2026年12月20日`;

describe('the working calendar in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    landfall = await startLandfall();
    landfall.clock.set(instantAt('2026-12-29', '10:00'));
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await landfall.close();
  });

  /** Waits until the duplicates have been looked for and the work has reached its group. */
  const deadlineInto2027 = async (): Promise<void> => {
    for (let waited = 0; waited < 400; waited += 1) {
      const [missing] = await landfall.installation.workingTime.missingYears();
      if ((missing?.openDeadlines ?? 0) > 0) return;
      await sleep(50);
    }
    throw new Error('Expected a deadline in 2027, but there is none');
  };

  it('warns of a year that is not arranged, and lets the administrator enter its notice and see what moves', async () => {
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
    await deadlineInto2027();
    const admin = await PersonAtWork.signIn(browser, landfall.url, 'admin.system', SAMPLE_PASSWORD);
    const { page } = admin;
    await admin.goTo('/calendar?year=2027');
    await page.getByRole('alert').getByText('2027年放假安排尚未录入').waitFor();
    await page.getByTestId('enter-notice').click();
    // The form is about the year that is missing, not about whichever comes next.
    await page.waitForURL('**/calendar/notice?year=2027');
    await page.getByTestId('notice-text').fill(TEXT);
    await page.getByTestId('read-notice').click();
    await page.getByTestId('notice-holiday').nth(1).waitFor();
    expect(await page.getByTestId('notice-number').inputValue()).toBe('国办发明电〔2026〕0号');
    await page.getByTestId('preview-notice').click();
    const moved = page.getByTestId('moved-deadline').first();
    expect(await moved.textContent()).toContain('1月1日至4日元旦放假');
    await page.getByTestId('apply-notice').click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '确认生效' }).click();
    await page.locator('[data-day="2027-01-01"][data-kind="holiday"]').waitFor();
    await page.locator('[data-day="2027-01-30"][data-kind="makeUpWorkday"]').waitFor();
    expect(await page.getByText('2027年放假安排尚未录入').count()).toBe(0);
    await admin.leave();
  }, 60_000);
});
