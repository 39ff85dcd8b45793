import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadSettings } from '@landfall/config';
import type { ImportPage, MeetingPage, ProjectPage } from './answers';
import { ApiClient } from './api-client';
import { driveProject, type Step } from './drive-project';
import { importList, readList } from './import-list';
import { MovedClock } from './moved-clock';
import { startOwnServer } from './own-server';
import { passMeetings } from './pass-meetings';
import { bold, dim, pad, say } from './terminal-text';
import { runYearDemo } from './year/main';

const OFFICE = 'lgo.staff';

/** A project of the list without any milestone: it goes the whole way, and the street-town meeting judges it. */
const SHOWN_PROJECT = '古林街马棚口';

const STAGES: Readonly<Record<string, string>> = {
  lead: '线索',
  evaluation: '评估',
  review: '评审',
  signing: '签约',
  registration: '注册',
  landing: '落地',
  results: '见效',
};

const rootOf = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder);
  return folder;
};

const sayImport = (page: ImportPage): void => {
  const { created, duplicate, refused } = page.counts;
  say(`${page.total} rows answered: ${created} created, ${duplicate} known already, ${refused} refused.`);
  const byTaskForce = new Map<string, number>();
  for (const row of page.rows) {
    const code = row.leadTaskForce ?? 'office dispatches';
    byTaskForce.set(code, (byTaskForce.get(code) ?? 0) + 1);
  }
  say(
    `Routed as the notice says: ${[...byTaskForce]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => `${code} ${count}`)
      .join(' · ')}`,
  );
};

const storyteller = () => {
  let stage: string | null = null;
  return (step: Step): void => {
    if (step.stage !== stage) {
      stage = step.stage;
      say();
      say(bold(STAGES[stage ?? ''] ?? '办理'));
    }
    say(`${pad(step.who, 44)}${pad(step.task, 26)}→ ${pad(step.outcome, 16)}${dim(step.account)}`);
  };
};

const findProject = async (api: ApiClient): Promise<ProjectPage> => {
  const query = new URLSearchParams({ q: SHOWN_PROJECT, limit: '1' });
  const { items } = await api.get<{ items: ProjectPage[] }>(OFFICE, `/api/projects?${query}`);
  if (!items[0]) throw new Error('The imported list has not the project that this demonstration shows');
  return items[0];
};

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const main = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  const root = rootOf();
  say();
  say(bold('Landfall: one project from its first lead to results'));
  const server = await startOwnServer({ root, folder: join(root, '.data', 'demonstration'), from: today() });
  try {
    say(dim('Started on a database of its own, whose time can be moved; everything below goes through its API.'));
    const api = new ApiClient(server.url, settings.samplePassword ?? '');
    say();
    say(bold('The office imports the real, publicly reported project list'));
    sayImport(await importList(api, OFFICE, await readList(root)));
    const project = await findProject(api);
    say();
    say(bold(`${project.projectName}  ${dim(project.leadNo)}`));
    say(
      `Lead task force ${project.leadTaskForce?.name.zh ?? '待分派'}, landing ${project.landingUnit?.name.zh ?? '待定'}. Every figure entered below is synthetic.`,
    );
    const time = new MovedClock(api, OFFICE);
    await time.open();
    const onStep = storyteller();
    const onCall = (meeting: MeetingPage): void => {
      say();
      say(bold(`评审：${meeting.title}`));
      say(dim(meeting.calledBecause.zh));
    };
    const onMeetingStep = (step: Step): void => {
      say(`${pad(step.who, 44)}${pad(step.task, 26)}→ ${pad(step.outcome, 16)}${dim(step.account)}`);
    };
    const ended = await driveProject(api, project.projectId, {
      observer: OFFICE,
      onStep,
      now: () => time.now(),
      whenWaiting: passMeetings(api, time, { onCall, onStep: onMeetingStep }),
    });
    say();
    say(bold(`Closed as ${ended.closedAs}.`));
    const { signedOn, registeredOn, startedOn, operatedOn } = ended.milestones;
    say(`早签约 ${signedOn} · 早注册 ${registeredOn} · 早落地 ${startedOn} · 早见效 ${operatedOn}`);
    const history = await api.get<{ items: unknown[] }>(OFFICE, `/api/projects/${ended.projectId}/history?limit=100`);
    say(`${history.items.length} entries of history say who did what, when and why.`);
    say();
  } finally {
    await server.leave();
  }
};

/** `npm run demo` tells of one project, `npm run demo -- year` of a whole year. */
const tell = async (): Promise<void> => {
  const [which, ...rest] = process.argv.slice(2);
  if (which !== 'year') return main();
  const password = loadSettings(process.env).samplePassword ?? '';
  process.exitCode = await runYearDemo({ root: rootOf(), password, arguments: rest });
};

tell().catch((error: unknown) => {
  process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
