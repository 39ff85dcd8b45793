import type { Browser, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

const OFFICE = 'lgo.staff';
const SPECIALIST = 'd01.specialist';
const HEAD = 'd01.head';
const SIGNER = 'd06.specialist';
const COORDINATOR = 'z01.coordinator';
const PROJECT = '石化新材料基地（测试样例）';

describe('a day with tasks in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  const people = new Map<string, PersonAtWork>();
  const errors: string[] = [];

  beforeAll(async () => {
    landfall = await startLandfall();
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await landfall.close();
  });

  const at = async (username: string): Promise<PersonAtWork> => {
    const known = people.get(username);
    if (known) return known;
    const person = await PersonAtWork.signIn(browser, landfall.url, username, SAMPLE_PASSWORD);
    person.page.setDefaultTimeout(15_000);
    person.page.on('pageerror', (error) => errors.push(`${username}: ${error.message}`));
    people.set(username, person);
    return person;
  };

  const register = async (projectName: string, industryFocus: string): Promise<void> => {
    await landfall.api.post('t15.specialist', '/api/leads', {
      projectName,
      investorName: `${projectName.slice(0, 4)}样例有限公司`,
      industryFocus,
      totalInvestment: '86000',
      landingUnit: 'Z01',
      sourceType: 'investorReferral',
      contact: '联系人样例 13800000000',
      brief: `拟建设${projectName}，达产后带动就业。`,
      clientKey: uuid(),
    });
  };

  const accountOf = async (username: string): Promise<string> => {
    const found = await landfall.api.get<{ accountId: string; username: string }[]>(
      't15.specialist',
      `/api/substitutions/colleagues?q=${username}`,
    );
    return found.find((colleague) => colleague.username === username)?.accountId ?? '';
  };

  const choosePerson = async (page: Page, username: string): Promise<void> => {
    await page.getByTestId('people').locator('input').fill(username);
    await page.getByTestId(`person-${await accountOf(username)}`).click();
  };

  const say = (page: Page, words: string) => page.getByTestId('operation-words').fill(words);
  const submit = (page: Page) => page.getByTestId('operation-submit').click();

  /** Begins an operation, wherever it stands: as a button or behind “more”. */
  const begin = async (page: Page, kind: string): Promise<void> => {
    const button = page.locator(`header button[data-testid="${kind}"]`);
    await page.locator('header h1').waitFor();
    if ((await button.count()) === 0) await page.getByTestId('more-operations').click();
    await page.getByTestId(kind).last().click();
    await page.getByTestId(`dialog-${kind}`).waitFor();
  };

  const openFromInbox = async (person: PersonAtWork, view: string): Promise<string> => {
    await person.goTo(`/inbox?view=${view}`);
    await person.page.getByTestId('inbox-row').filter({ hasText: PROJECT }).getByTestId('open-task').click();
    await person.page.waitForURL('**/tasks/*');
    return new URL(person.page.url()).pathname;
  };

  const pass = async (page: Page): Promise<void> => {
    await page.getByTestId('outcome-pass').click();
    await page.getByTestId('field-industryCode').fill('C2614');
    await page.getByTestId('field-feasibilityNote').fill('企业有实力，选址意向明确。');
    await page.getByTestId('submit-task').click();
    await page.getByTestId('task-done').waitFor();
  };

  it('claims many at once, keeps a filter and recalls it', async () => {
    await register(PROJECT, '新材料');
    await register('汽车零部件基地（测试样例）', '汽车及新能源汽车');
    const { page } = await at(SPECIALIST);
    await (await at(SPECIALIST)).goTo('/inbox?view=group');
    await page.getByTestId('inbox-row').nth(1).waitFor();
    await page.getByTestId('choose-all').check();
    await page.getByTestId('bulk-claim').click();
    await page.getByTestId('bulk-report').getByText('2 项已办成').waitFor();
    await page.getByTestId('inbox-tab-todo').click();
    await page.getByTestId('inbox-row').nth(1).waitFor();

    await page.getByTestId('inbox-search').fill('石化');
    await page.getByTestId('inbox-row').filter({ hasText: '汽车零部件' }).waitFor({ state: 'detached' });
    await page.getByTestId('save-filter').click();
    await page.getByTestId('filter-name').fill('石化项目');
    await page.getByTestId('filter-save').click();
    await page.getByTestId('saved-filter').filter({ hasText: '石化项目' }).waitFor();
    await (await at(SPECIALIST)).goTo('/inbox');
    await page.getByTestId('inbox-row').nth(1).waitFor();
    await page.getByTestId('saved-filter').getByText('石化项目').click();
    await page.getByTestId('inbox-row').nth(1).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('q')).toBe('石化');
  }, 90_000);

  it('is signed before it is decided, handed on, and taken back', async () => {
    const specialist = await at(SPECIALIST);
    const path = await openFromInbox(specialist, 'todo');
    await specialist.page.getByTestId('deadline-said').waitFor();
    await begin(specialist.page, 'addSigners');
    await choosePerson(specialist.page, SIGNER);
    await specialist.page.getByTestId('choice-before').click();
    await say(specialist.page, '请就产业方向归属提出意见。');
    await submit(specialist.page);
    await specialist.page.locator('[data-testid="share"][data-part="signerBefore"][data-state="claimed"]').waitFor();
    await specialist.page.getByText('先签署意见，之后即可办理').waitFor();

    const signer = await at(SIGNER);
    await openFromInbox(signer, 'todo');
    await signer.page.getByTestId('outcome-agree').click();
    await signer.page.getByTestId('field-opinion').fill('产业方向属于本专班职责，建议受理。');
    await signer.page.getByTestId('submit-task').click();
    await signer.page.getByTestId('task-done').waitFor();

    await specialist.goTo(path);
    const shares = specialist.page.getByTestId('shares');
    await shares.locator('[data-part="signerBefore"][data-state="completed"]').waitFor();
    await shares.getByText('建议受理').waitFor();
    await begin(specialist.page, 'transfer');
    await specialist.page.getByTestId('assignee').click();
    await specialist.page.locator('.ant-select-item-option').first().click();
    await say(specialist.page, '请负责同志研判。');
    await submit(specialist.page);
    await specialist.page.getByText('这项工作由').waitFor();

    const head = await at(HEAD);
    await openFromInbox(head, 'todo');
    await pass(head.page);
    await head.page.getByTestId('withdraw').click();
    await head.page.getByTestId('dialog-withdraw').waitFor();
    await submit(head.page);
    await head.page.getByText('已撤回').waitFor();
    await head.page.getByTestId('outcome-pass').waitFor();
    await pass(head.page);
  }, 90_000);

  it('is returned, comes straight back corrected, is urged and copied', async () => {
    const coordinator = await at(COORDINATOR);
    const accept = async (servicePerson: string): Promise<void> => {
      await coordinator.page.getByTestId('outcome-accept').click();
      await coordinator.page.getByTestId('field-servicePerson').fill(servicePerson);
      await coordinator.page.getByTestId('submit-task').click();
      await coordinator.page.getByTestId('task-done').waitFor();
    };
    await openFromInbox(coordinator, 'group');
    await coordinator.page.getByTestId('claim').click();
    await coordinator.page.getByTestId('unclaim').waitFor();
    await accept('待定');

    const specialist = await at(SPECIALIST);
    const path = await openFromInbox(specialist, 'group');
    await specialist.page.getByTestId('claim').click();
    await specialist.page.getByTestId('unclaim').waitFor();
    await begin(specialist.page, 'return');
    await specialist.page.getByTestId('choice-previous').click();
    await specialist.page.getByTestId('choice-jumpBack').click();
    await say(specialist.page, '请明确服务专员。');
    await submit(specialist.page);
    await specialist.page.getByTestId('deadline-paused').waitFor();
    await specialist.page.getByText('办完直接回到这里').waitFor();

    await openFromInbox(coordinator, 'todo');
    await accept('服务专员样例');
    await specialist.goTo(path);
    await specialist.page.getByTestId('outcome-startEvaluation').waitFor();
    expect(await specialist.page.getByTestId('deadline-paused').count()).toBe(0);

    const office = await at(OFFICE);
    await office.goTo(path);
    await begin(office.page, 'urge');
    await say(office.page, '请今日内联系投资方。');
    await submit(office.page);
    await office.page.getByText('已催办。').waitFor();
    await begin(office.page, 'copy');
    await choosePerson(office.page, SIGNER);
    await say(office.page, '供知悉。');
    await submit(office.page);
    await office.page.locator('li[data-testid="copy"]:not([data-read])').waitFor();

    const reader = await at(SIGNER);
    await openFromInbox(reader, 'toRead');
    await reader.page.locator('[data-testid="copy-opened"][data-read]').waitFor();
    await reader.goTo('/inbox?view=toRead');
    await reader.page.getByText('没有待阅的抄送').waitFor();
    await specialist.goTo(path);
    await specialist.page.locator('li[data-testid="copy"][data-read]').waitFor();
    await specialist.page.getByTestId('timeline-everything').check();
    const told = new Set(
      await specialist.page
        .getByTestId('timeline-item')
        .evaluateAll((items) => items.map((item) => item.getAttribute('data-kind'))),
    );
    for (const kind of [
      'taskClaimed',
      'signersAdded',
      'signed',
      'taskTransferred',
      'taskWithdrawn',
      'taskReturned',
      'taskUrged',
      'taskCopied',
      'copyRead',
    ]) {
      expect(told).toContain(kind);
    }
    expect(errors).toEqual([]);
    for (const person of people.values()) await person.leave();
  }, 90_000);
});
