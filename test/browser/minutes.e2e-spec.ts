import type { Browser, Locator } from 'playwright-core';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { MeetingUnderWay } from '../meeting-under-way';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

const DAY = '2026-12-01';

describe('minutes, resolutions and their documents in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  let held: MeetingUnderWay;
  let projectId: string;

  beforeAll(async () => {
    landfall = await startLandfall();
    browser = await launchBrowser();
    held = new MeetingUnderWay(landfall);
    projectId = await held.queueProject('高端装备关键零部件项目（测试样例）');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    expect(landfall.faults).toEqual([]);
    await landfall.close();
  });

  /** Somebody whose computer shows the time of the installation, whenever this is run. */
  const signIn = async (username: string): Promise<PersonAtWork> => {
    const person = await PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);
    await person.page.clock.setFixedTime(landfall.clock.now());
    return person;
  };
  const sectionOf = ({ page }: PersonAtWork, section = 'i1') => page.getByTestId(`section-${section}`);
  /** The name of the file that a click brings. */
  const fileOf = async ({ page }: PersonAtWork, button: string): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(button).click()]);
    expect(await download.failure()).toBeNull();
    return download.suggestedFilename();
  };
  const isIn = (section: Locator, saving: string) =>
    section.and(section.page().locator(`[data-saving="${saving}"]`)).waitFor({ timeout: 15_000 });
  const minutesText = async () =>
    (await held.api.get<{ text: string }>('lgo.staff', `/api/meetings/${held.meetingId}/minutes/i1`)).text;

  it('says of a project in a queue where it waits and who has to act', async () => {
    const office = await signIn('lgo.staff');
    const { page } = office;
    await office.goTo(`/projects/${projectId}`);
    const standing = page.getByTestId('review-standing');
    await standing.waitFor();
    expect(await standing.textContent()).toContain('待上会');
    expect(await standing.textContent()).toContain('须由街镇经济办、领导小组办公室安排上会');
    await page.getByTestId('request-push').click();
    await page.getByTestId('push-type-site').click();
    await page.getByTestId('push-question').fill('供地批次如何调整');
    await page.getByTestId('push-submit').click();
    await page.locator('[data-testid="push-request"][data-state="triage"]').waitFor();
    await office.leave();
    await held.convene(DAY, '14:30');
    const later = await signIn('lgo.staff');
    await later.goTo(`/projects/${projectId}`);
    const onAgenda = later.page.locator('[data-testid="review-standing"][data-standing="onAgenda"]');
    await onAgenda.waitFor();
    expect(await onAgenda.textContent()).toContain('已列入第1次街镇项目研判联席会议');
    await onAgenda.getByRole('link').click();
    await later.page.waitForURL(`**/meetings/${held.meetingId}`);
    expect(await fileOf(later, 'to-calendar')).toBe('第1次街镇项目研判联席会议（2026年11月第1批）.ics');
    await later.leave();
    await held.hold(DAY, '14:30');
  }, 60_000);

  it('keeps both texts when two write one section at once, and lets one bring them together', async () => {
    const people = [await signIn('lgo.staff'), await signIn('lgo.director')] as const;
    for (const person of people) await person.goTo(`/meetings/${held.meetingId}?tab=minutes`);
    const [one, other] = people.map((person) => sectionOf(person).getByTestId('section-text')) as [Locator, Locator];
    await other.waitFor();
    const draft = await one.inputValue();
    expect(draft).toContain('会议议定：');
    await Promise.all([
      one.fill(`${draft}\n请街道尽快落实供地。`),
      other.fill(draft.replace('会议议定：', '会议研究议定：')),
    ]);
    const conflict = (person: PersonAtWork) => person.page.getByTestId('minutes-conflict');
    await Promise.race(people.map((person) => conflict(person).waitFor({ timeout: 15_000 })));
    const late = (await conflict(people[0]).isVisible()) ? people[0] : people[1];
    const early = late === people[0] ? people[1] : people[0];
    await isIn(sectionOf(early), 'saved');
    // Both texts stand there, and what is proposed holds the words of both.
    const shown = String(await conflict(late).textContent());
    expect(shown).toContain('会议研究议定：');
    expect(shown).toContain('请街道尽快落实供地。');
    const merged = await late.page.getByTestId('conflict-result').inputValue();
    expect(merged).toContain('会议研究议定：');
    expect(merged).toContain('请街道尽快落实供地。');
    await late.page.getByTestId('conflict-save').click();
    await isIn(sectionOf(late), 'saved');
    expect(await minutesText()).toBe(merged);
    // The other one sees it without reloading, and both versions stay readable.
    for (let waited = 0; waited < 200; waited += 1) {
      if ((await sectionOf(early).getByTestId('section-text').inputValue()) === merged) break;
      await early.page.waitForTimeout(100);
    }
    expect(await sectionOf(early).getByTestId('section-text').inputValue()).toBe(merged);
    await sectionOf(early).getByTestId('open-versions').click();
    await early.page.locator('[data-testid="minutes-version"][data-rev="2"]').waitFor();
    expect(await early.page.getByTestId('minutes-version').count()).toBe(2);
    for (const person of people) await person.leave();
  }, 60_000);

  it('costs no word when the server cannot be reached and the page is loaded again', async () => {
    const secretary = await signIn('lgo.staff');
    const { page } = secretary;
    page.on('dialog', (dialog) => void dialog.accept());
    await secretary.goTo(`/meetings/${held.meetingId}/minutes`);
    const closing = sectionOf(secretary, 'closing');
    const area = closing.getByTestId('section-text');
    await area.waitFor();
    await page.route('**/minutes/closing', (route) => route.abort());
    const text = `${await area.inputValue()}\n会后请办公室及时督办。`;
    await area.fill(text);
    await isIn(closing, 'failed');
    await page.unroute('**/minutes/closing');
    await page.reload();
    await area.waitFor();
    expect(await area.inputValue()).toBe(text);
    await isIn(closing, 'saved');
    await secretary.leave();
  }, 60_000);

  it('stops minutes whose resolution lacks its criterion; complete and signed by both conveners they are followed up', async () => {
    const secretary = await signIn('lgo.staff');
    const { page } = secretary;
    await secretary.goTo(`/meetings/${held.meetingId}?tab=minutes`);
    await page.getByTestId('minutes-complete').waitFor();
    await sectionOf(secretary).getByTestId('add-resolution').click();
    await page.getByTestId('resolution-text').fill('协调解决园区进场道路');
    await page.getByTestId('resolution-unit').click();
    await page.getByTestId('resolution-unit-option-D13').first().click();
    await page.getByTestId('resolution-due').fill('2026-12-18');
    await page.keyboard.press('Enter');
    await page.getByTestId('resolution-save').click();
    await page.getByTestId('missing-count').waitFor();
    expect(await page.getByTestId('missing-count').textContent()).toContain('还差 1 处，纪要不能送签');
    expect(await page.getByTestId('minutes-submit').isDisabled()).toBe(true);
    await expect(held.complete('lgo.staff', 'draftMinutes', 'submit')).rejects.toMatchObject({
      message: expect.stringContaining('验收标准'),
    });
    await page.getByTestId('missing-criterion').click();
    await page.getByTestId('resolution-criterion').fill('道路具备施工车辆通行条件');
    await page.getByTestId('resolution-save').click();
    await page.getByTestId('minutes-complete').waitFor();
    await page.getByTestId('minutes-submit').click();
    await page.getByTestId('minutes-decide').click();
    await page.locator('[data-testid="minutes-bar"][data-state="signing"]').waitFor();
    for (const username of ['lgo.director', 'seo.director']) {
      const head = await signIn(username);
      await head.goTo(`/meetings/${held.meetingId}?tab=minutes`);
      await head.page.getByTestId('minutes-sign').click();
      await head.page.getByTestId('minutes-decide').click();
      await head.page.getByTestId('minutes-decide').waitFor({ state: 'hidden' });
      await head.leave();
    }
    await held.until(({ state }) => state === 'followUp');
    await page.reload();
    await page.getByTestId('minutes-number').getByText('津滨招商办纪要〔2026〕1号').waitFor();
    expect(await page.locator('textarea[data-testid="section-text"]').count()).toBe(0);
    await secretary.goTo(`/meetings/${held.meetingId}?tab=documents`);
    expect(await fileOf(secretary, 'agenda-list')).toContain('议程.xlsx');
    expect(await fileOf(secretary, 'attendance-list')).toContain('参会情况.xlsx');
    await secretary.leave();

    const unit = await signIn('d13.specialist');
    await unit.goTo('/resolutions');
    const row = unit.page.getByTestId('resolution-row');
    await row.first().waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toContain('协调解决园区进场道路');
    expect(await row.getAttribute('data-state')).toBe('open');
    expect(await fileOf(unit, 'resolutions-ledger')).toBe('议定事项台账.xlsx');
    await unit.page.getByTestId('resolutions-overdue').click();
    await unit.page.getByTestId('resolutions-empty').waitFor();
    await unit.leave();

    held.at('2026-12-21', '09:30');
    const office = await signIn('lgo.staff');
    await office.goTo('/resolutions?state=overdue');
    await office.page.getByText('逾期 3 天').waitFor();
    await office.page.getByTestId('to-supervision').click();
    await office.page.getByTestId('item-title').waitFor();
    expect(await office.page.getByTestId('item-title').textContent()).toContain('协调解决园区进场道路');
    await office.goTo(`/projects/${projectId}`);
    await office.page.locator('[data-testid="project-resolution"][data-state="fulfilled"]').waitFor();
    await office.leave();
  }, 90_000);

  it('shows the words of a document before they are kept, and says in place what is wrong', async () => {
    const office = await signIn('lgo.staff');
    const { page } = office;
    await office.goTo('/document-templates?type=agenda');
    const preview = page.frameLocator('[data-testid="template-preview"]');
    await preview.getByText('样例', { exact: false }).first().waitFor();
    const closing = page.getByTestId('part-closing');
    await closing.fill('{{nobody}}');
    await page.getByTestId('wrong-closing').waitFor();
    expect(await page.getByTestId('open-publish').isDisabled()).toBe(true);
    await closing.fill('请各单位准时参会。');
    await preview.getByText('请各单位准时参会。').waitFor();
    await page.getByTestId('wrong-closing').waitFor({ state: 'detached' });
    await page.getByTestId('open-publish').click();
    await page.getByTestId('template-reason').fill('统一表述');
    await page.getByTestId('publish-template').click();
    await page.locator('[data-testid="template-version-row"][data-version="1"]').waitFor();
    expect(await page.getByTestId('template-version').textContent()).toBe('第 1 版');
    await office.leave();
  }, 60_000);

  it('lets the director change the rules of meetings from a day on', async () => {
    const director = await signIn('lgo.director');
    const { page } = director;
    await director.goTo('/meeting-rules');
    await page.getByTestId('change-rules').click();
    await page.getByTestId('rule-streetTown.fromWaiting').fill('3');
    await page.getByTestId('rules-note').fill('年底项目集中');
    await page.getByTestId('publish-rules').click();
    await page.locator('[data-testid="rules-version"]').nth(1).waitFor();
    expect(await held.api.get('lgo.staff', '/api/meeting-rules')).toMatchObject({
      versions: [{ rules: { streetTown: { fromWaiting: 3 } }, note: '年底项目集中' }, { validFrom: '2022-12-27' }],
    });
    await director.leave();
  }, 60_000);
});
