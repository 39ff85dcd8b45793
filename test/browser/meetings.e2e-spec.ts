import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator } from 'playwright-core';
import type { TaskPage } from '../../apps/standalone/src/demo/answers';
import { ApiClient } from '../../apps/standalone/src/demo/api-client';
import { driveProject } from '../../apps/standalone/src/demo/drive-project';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

interface Meeting {
  readonly meetingId: string;
  readonly kind: string;
  readonly rev: number;
  readonly state: string;
  readonly agenda: readonly {
    readonly key: string;
    readonly projectName: string;
    readonly minutes: number;
    readonly units: readonly { readonly code: string }[];
  }[];
  readonly openTasks: readonly { readonly userTaskId: string; readonly taskKey: string; readonly slot: string }[];
}

const OFFICE = 'lgo.staff';
const PHONE = { width: 390, height: 844 };
const PROJECTS = ['海工装备检测基地项目（测试样例）', '冷链物流中心项目（测试样例）', '中央厨房项目（测试样例）'];

describe('a street-town meeting in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  let api: ApiClient;
  let meetingId: string;

  beforeAll(async () => {
    landfall = await startLandfall();
    ({ api } = landfall);
    browser = await launchBrowser();
    for (const [place, projectName] of PROJECTS.entries()) await queueProject(projectName, place);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  /** Nobody's session lasts from one day to another. */
  const at = (day: string, time: string) => {
    landfall.clock.set(new Date(`${day}T${time}:00+08:00`));
    api = new ApiClient(landfall.url, SAMPLE_PASSWORD);
  };
  const signIn = (username: string) => PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);
  const meeting = () => api.get<Meeting>(OFFICE, `/api/meetings/${meetingId}`);

  /** Takes a project of a street to where it waits for the meeting, through the API alone. */
  const queueProject = async (projectName: string, place: number) => {
    const { projectId } = await api.post<{ projectId: string }>('d01.specialist', '/api/leads', {
      projectName,
      investorName: `天津样例企业${place + 1}号有限公司`,
      industryFocus: '新能源',
      totalInvestment: String(12_000 + place * 8000),
      landingUnit: 'T01',
      sourceType: 'taskForce',
      contact: '联系人样例 13800000000',
      brief: '建设示范项目，达产后年产值三亿元。',
    });
    await driveProject(api, projectId, {
      observer: OFFICE,
      now: () => landfall.clock.now(),
      until: ({ stage, openTasks }) => stage === 'review' && openTasks.length === 0,
    });
  };

  const calledMeeting = async (): Promise<string> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { items } = await api.get<{ items: Meeting[] }>(OFFICE, '/api/meetings?kind=streetTownReview');
      if (items[0]) return items[0].meetingId;
      await sleep(100);
    }
    throw new Error('Expected the rule of the cut-off day to call a meeting, but it did not');
  };

  const taskOf = async (account: string, taskKey: string, slot = ''): Promise<TaskPage> => {
    const task = (await meeting()).openTasks.find((open) => open.taskKey === taskKey && open.slot === slot);
    return api.get<TaskPage>(account, `/api/user-tasks/${task?.userTaskId}`);
  };

  const titles = (person: PersonAtWork) => person.page.getByTestId('agenda').locator('li a').allTextContents();

  /** Drags by the mouse, in small steps as a hand does. */
  const drag = async ({ page }: PersonAtWork, from: Locator, to: Locator) => {
    await from.scrollIntoViewIfNeeded();
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (start === null || end === null) throw new Error('Expected both ends to be on the screen, but they are not');
    await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + 6, { steps: 12 });
    await page.mouse.up();
    // For 50 ms after a drop the page takes every selection of text away, so that dragging marks nothing; no hand is that quick.
    await page.waitForTimeout(100);
  };

  it('tells who waits and which rule will call the meeting', async () => {
    const office = await signIn(OFFICE);
    await office.goTo('/meetings');
    const row = office.page.locator('[data-testid="queue-row"][data-queue="streetTown"]');
    await row.waitFor();
    expect(await row.textContent()).toContain('3 个等待');
    expect(await row.textContent()).toContain('11月25日（周三）召集');
    expect(await office.page.getByTestId('meetings-toDo').textContent()).toContain('没有等您处理的会议事项');
    await office.leave();
  }, 60_000);

  it('is arranged by drag and drop, and keeps the order when somebody saved before', async () => {
    at('2026-11-25', '09:05');
    meetingId = await calledMeeting();
    const office = await signIn(OFFICE);
    await office.goTo('/meetings');
    const { page } = office;
    await page.getByTestId('meetings-toDo').getByTestId('meeting-to-do').click();
    await page.getByTestId('agenda-item').nth(2).waitFor();
    const [first = '', second = '', third = ''] = await titles(office);
    const handles = page.getByTestId('agenda-handle');
    await drag(office, handles.nth(0), handles.nth(2));
    expect(await titles(office)).toEqual([second, third, first]);
    await page.getByTestId('agenda-minutes').first().fill('30');

    const { rev, agenda } = await meeting();
    const changed = agenda.map(({ key, minutes, units }, place) => ({
      key,
      minutes: place === 2 ? 25 : minutes,
      units: units.map(({ code }) => code),
    }));
    await api.put('lgo.director', `/api/meetings/${meetingId}/agenda`, { seen: rev, items: changed });
    await page.getByTestId('agenda-save').click();
    const changes = page.getByTestId('agenda-changes');
    await changes.waitFor();
    expect(await changes.textContent()).toBe(`“${third}”时长由 20 改为 25 分钟`);
    expect(await titles(office)).toEqual([second, third, first]);
    await page.getByTestId('agenda-save').click();
    await page.getByTestId('agenda-bar').waitFor({ state: 'detached' });
    const saved = (await meeting()).agenda.map(({ projectName, minutes }) => `${projectName} ${minutes}`);
    expect(saved).toEqual([`${second} 30`, `${third} 25`, `${first} 20`]);
    await office.leave();
  }, 60_000);

  it('is planned by the office and confirmed by both who call it', async () => {
    const office = await signIn(OFFICE);
    await office.complete(await taskOf(OFFICE, 'planMeeting'), 'plan', {
      plannedOn: '2026-11-30',
      plannedTime: '14:30',
      place: '区政府第三会议室',
    });
    await office.leave();
    for (const [account, unit] of [
      ['lgo.director', 'LGO'],
      ['seo.director', 'SEO'],
    ] as const) {
      const convener = await signIn(account);
      await convener.complete(await taskOf(account, 'confirmPlan', unit), 'confirm', {});
      await convener.leave();
    }
    const street = await signIn('t01.specialist');
    await street.goTo(`/meetings/${meetingId}`);
    await street.page.locator('[aria-current="step"][data-step="convened"]').waitFor();
    expect(await street.page.getByTestId('meeting-when').textContent()).toBe('11月30日（周一）14:30');
    expect(await street.page.getByTestId('agenda-time').allTextContents()).toEqual([
      '14:30–15:00',
      '15:00–15:25',
      '15:25–15:45',
    ]);
    expect(await street.page.getByTestId('agenda-handle').count()).toBe(0);
    await street.goTo('/meetings');
    await street.page.locator('[data-day="2026-11-30"] [data-testid="calendar-meeting"]').waitFor();
    await street.leave();
  }, 60_000);

  it('is answered by a unit on its phone: a reply, then its opinion', async () => {
    const unit = (await meeting()).agenda[0]?.units[0]?.code ?? '';
    const account = `${unit.toLowerCase()}.reviewer`;
    const reviewer = await signIn(account);
    const { page } = reviewer;
    await page.setViewportSize(PHONE);
    await reviewer.goTo(`/meetings/${meetingId}`);
    await page.getByTestId('meeting-do-first').click();
    await page.getByTestId('reply-attend').click();
    await page.getByTestId('reply-submit').click();
    await page.getByText('请填写参会人员、职务').waitFor();
    await page.getByTestId('reply-person').fill('李工');
    await page.getByTestId('reply-post').fill('科长');
    await page.getByTestId('reply-submit').click();
    await page.getByTestId('own-reply').waitFor();
    expect(await page.getByTestId('own-reply').textContent()).toBe('参会');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);

    const office = await signIn(OFFICE);
    await office.complete(await taskOf(OFFICE, 'papers'), 'send', {});
    await office.leave();
    await reviewer.goTo(`/meetings/${meetingId}`);
    await page.getByTestId('meeting-do-first').click();
    const form = page.getByTestId('opinion-form').first();
    await form.getByTestId('match-4').click();
    await form.getByTestId('opinion-submit').click();
    await page.getByText('请打分').waitFor();
    await form.getByTestId('feasibility-3').click();
    await form.getByTestId('opinion-text').fill('符合产业方向，选址须进一步落实用地指标。');
    await form.getByTestId('opinion-submit').click();
    await page.getByTestId('opinion-given').waitFor();
    expect(await page.getByTestId('opinion-given').textContent()).toContain('匹配度 4 分 · 可行性 3 分');
    expect(await page.getByTestId('opinion-matrix').count()).toBe(0);

    await reviewer.goTo('/inbox?view=group');
    const row = page.getByTestId('inbox-row').filter({ hasText: '提出研判意见' }).first();
    await row.waitFor();
    expect(await row.textContent()).toMatch(/第2项 .+（测试样例） · /);
    await reviewer.leave();
  }, 60_000);

  it('is checked in at the door, opened, concluded item by item and closed', async () => {
    at('2026-11-30', '14:20');
    const office = await signIn(OFFICE);
    const { page } = office;
    await page.setViewportSize(PHONE);
    await office.goTo(`/meetings/${meetingId}?tab=attendance`);
    await page.getByTestId('to-door').click();
    const seats = page.getByTestId('door-seat');
    await seats.first().waitFor();
    for (let place = 0; place < (await seats.count()); place += 1) {
      await seats.nth(place).getByTestId('check-in').click();
      await seats.nth(place).locator('[data-present]').waitFor();
    }
    expect(await page.getByTestId('door-count').textContent()).toMatch(/^已到 (\d+)\/\1$/);
    await page.setViewportSize({ width: 1440, height: 900 });
    await office.goTo(`/meetings/${meetingId}`);
    await page.locator('[data-testid="quorum"][data-met]').waitFor();
    await page.getByTestId('event-openSession').click();
    await page.getByTestId('event-submit').click();
    await page.getByTestId('conclude').nth(2).waitFor();

    await page.getByTestId('meeting-actions').click();
    await page.getByTestId('event-closeSession').click();
    await page.getByText('散会前每个议题都应有结论或暂缓，但还有 3 个没有', { exact: false }).waitFor();
    await page.getByRole('dialog').getByText('取消', { exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    const conclude = async (place: number, outcome: string, fields: Readonly<Record<string, string>>) => {
      const item = page.getByTestId('agenda-item').nth(place);
      await item.getByTestId('conclude').click();
      await item.getByTestId(`outcome-${outcome}`).click();
      for (const [name, value] of Object.entries(fields)) await item.getByTestId(`field-${name}`).fill(value);
      await item.getByTestId('submit-task').click();
      await item.getByTestId('item-conclusion').waitFor();
    };
    await conclude(0, 'proceed', { conclusion: '建议推进，街道落实服务专员。' });
    await conclude(1, 'notRecommended', { conclusion: '产业方向不符，暂不建议。' });
    await conclude(2, 'deferItem', { reason: '材料不齐，下次再议。' });
    expect(await page.getByTestId('agenda-item').nth(0).getByTestId('item-conclusion').textContent()).toContain(
      '同意推进',
    );

    await page.getByTestId('meeting-tab-opinions').click();
    const cells = page.getByTestId('opinion-cell');
    await cells.first().waitFor();
    expect(await cells.allTextContents()).toEqual(['4/3']);
    await page.getByTestId('event-closeSession').click();
    await page.getByTestId('event-submit').click();
    await page.locator('[aria-current="step"][data-step="minutes"]').waitFor();
    expect((await meeting()).state).toBe('minutes');
    await page.getByTestId('opinion-matrix').getByText('逾期未反馈').first().waitFor();

    await page.getByTestId('meeting-tab-history').click();
    const history = page.getByTestId('timeline-item');
    await history.first().waitFor();
    const told = await history.locator('p:first-child').allTextContents();
    expect(told).toEqual(expect.arrayContaining(['散会', '开会', '编排议程', '召集会议']));
    expect(told.some((title) => /^记录研判结论：建议推进 · 第1项 .+（测试样例）$/.test(title))).toBe(true);
    expect(told.some((title) => title.startsWith('签到'))).toBe(false);
    await office.leave();
  }, 120_000);
});
