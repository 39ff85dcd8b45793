import type { Browser } from 'playwright-core';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

describe('a meeting of the leading group, proposed in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    landfall = await startLandfall();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });
  const signIn = (username: string) => PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);

  it('says what is missing, is sent to its chair, and is his to approve', async () => {
    const office = await signIn('lgo.staff');
    const { page } = office;
    await office.goTo('/meetings');
    await page.getByTestId('propose-meeting').click();
    await page.getByTestId('propose-plenary').click();
    await page.getByText('57个成员单位全部参加').waitFor();
    await page.getByTestId('propose-special').click();
    await page.getByTestId('propose-reason').fill('研究重点产业链招商');
    await page.getByTestId('propose-submit').click();
    await page.getByText('提请会议应至少有一个议题或堵点').waitFor();
    await page.getByTestId('propose-add-topic').click();
    await page.getByTestId('propose-topic-title').fill('新能源产业链招商进展');
    await page.getByTestId('propose-submit').click();
    await page.getByTestId('meeting-title').getByText('2026年第1次领导小组专题会议').waitFor();
    expect(page.url()).toMatch(/\/meetings\/[0-9a-f-]{36}$/);
    await office.leave();

    const chair = await signIn('lg.exec');
    await chair.goTo('/meetings');
    await chair.page.getByTestId('meeting-to-do').first().waitFor();
    await chair.leave();
    const unit = await signIn('d01.head');
    await unit.goTo('/meetings');
    await unit.page.getByText('近期没有已通知的会议').waitFor();
    expect(await unit.page.getByTestId('propose-meeting').count()).toBe(0);
    await unit.leave();
  }, 60_000);
});
