import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Field, ProjectPage, TaskPage } from '../../apps/standalone/src/demo/answers';
import { fillForm, syntheticUscc } from '../../apps/standalone/src/demo/form-filler';
import { type LandfallUnderTest, SAMPLE_PASSWORD, startLandfall } from '../landfall-under-test';
import { LONG_SESSIONS, letMeetingsPass } from '../meetings-pass';
import { launchBrowser } from './launch-browser';
import { PersonAtWork } from './person-at-work';

const OFFICE = 'lgo.staff';
describe('a day in the page', () => {
  let landfall: LandfallUnderTest;
  let browser: Browser;
  const errors: string[] = [];
  beforeAll(async () => {
    landfall = await startLandfall({ environment: LONG_SESSIONS });
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

  it('imports the real project list and shows an answer for every row', async () => {
    const office = await signIn(OFFICE);
    await office.goTo('/imports');
    await office.page
      .getByTestId('import-file')
      .setInputFiles(join(__dirname, '../../libs/projects/sample/binhai-projects.csv'));
    await office.page.locator('[data-testid="import-state"][data-state="done"]').waitFor({ timeout: 60_000 });
    await office.page.getByTestId('import-row').first().waitFor();
    const { items } = await landfall.api.get<{ items: { total: number; counts: { created: number } }[] }>(
      OFFICE,
      '/api/imports',
    );
    expect(items[0]).toMatchObject({ total: 82, counts: { created: 82, duplicate: 0, refused: 0 } });
    await office.leave();
  }, 120_000);

  it('takes an entered lead through every stage to results', async () => {
    const filer = await signIn('t15.specialist');
    await filer.goTo('/leads/new');
    const { form } = await landfall.api.get<{ form: { properties: Record<string, Field>; required: string[] } }>(
      't15.specialist',
      '/api/leads/form',
    );
    const lead: Record<string, unknown> = {
      projectName: '海上风电运维装备制造基地（测试样例）',
      investorName: '滨海样例风电装备有限公司',
      industryFocus: '新能源',
      totalInvestment: '86000',
      landingUnit: 'T15',
      sourceType: form.properties.sourceType?.enum?.[0],
      contact: '联系人样例 13800000000',
      brief: '拟建设海上风电运维装备生产线，年产能三百台套，达产后带动就业。',
    };
    expect(form.required.length).toBeLessThanOrEqual(8);
    for (const [name, value] of Object.entries(lead)) {
      const field = form.properties[name];
      if (field) await filer.fill(name, field, value);
    }
    await filer.page.getByTestId('lead-submit').click();
    await filer.page.getByTestId('lead-registered').waitFor({ timeout: 15_000 });
    await filer.leave();

    const { items } = await landfall.api.get<{ items: ProjectPage[] }>(
      OFFICE,
      `/api/projects?${new URLSearchParams({ q: '海上风电运维装备' })}`,
    );
    const projectId = items[0]?.projectId ?? '';
    const stages = new Set<string>();
    const uscc = syntheticUscc();
    const people = new Map<string, PersonAtWork>();
    for (let steps = 0; steps < 90; ) {
      const project = await landfall.api.get<ProjectPage>(OFFICE, `/api/projects/${projectId}`);
      if (project.status === 'closed') break;
      const task = project.openTasks[0];
      if (!task && project.stage === 'review') {
        // The joint meeting reviews it; its own day in the page is told by the specs of meetings.
        await letMeetingsPass(landfall)(project);
        continue;
      }
      if (!task) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      steps += 1;
      stages.add(project.stage ?? '');
      const account = task.candidateGroup.toLowerCase();
      const person = people.get(account) ?? (await signIn(account));
      people.set(account, person);
      const page = await landfall.api.get<TaskPage>(account, `/api/user-tasks/${task.userTaskId}`);
      const outcome = page.outcomes.find(({ tone }) => tone === 'positive') ?? page.outcomes[0];
      if (!outcome) throw new Error(`Task ${page.taskKey} offers no outcome`);
      await person.complete(page, outcome.key, fillForm(page, outcome, uscc, { now: landfall.clock.now() }));
    }
    expect([...stages]).toEqual(['lead', 'evaluation', 'signing', 'registration', 'landing', 'results']);

    const office = await signIn(OFFICE);
    await office.goTo(`/projects/${projectId}`);
    await office.page.getByTestId('stage-strip').waitFor();
    await office.page.getByTestId('timeline-item').first().waitFor();
    const ended = await landfall.api.get<ProjectPage>(OFFICE, `/api/projects/${projectId}`);
    expect(ended).toMatchObject({ status: 'closed', closedAs: 'achieved' });
    expect(errors).toEqual([]);
    for (const person of [office, ...people.values()]) await person.leave();
  }, 300_000);
});
