import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSettings } from '@landfall/config';
import type { ImportPage, ProjectPage } from './answers';
import { ApiClient } from './api-client';
import { driveProject, type Step } from './drive-project';
import { findOrStartServer } from './running-server';
import { bold, dim, pad, say } from './terminal-text';
import { runYearDemo } from './year/main';

const OFFICE = 'lgo.staff';

/**
 * Projects of the list without any milestone: they go the whole way. The first is on a street and is judged by the
 * street-town meeting; the others follow when the demonstration is run again.
 */
const SHOWN_PROJECTS = [
  '古林街马棚口',
  '杭叉集团',
  '金隅建材',
  '华慧芯二期',
  '风润风力',
  '江东石化',
  '埃驰汽车',
] as const;

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

const importSample = async (api: ApiClient, root: string): Promise<ImportPage> => {
  const file = await readFile(join(root, 'libs/projects/sample/binhai-projects.csv'));
  const { importId } = await api.upload<{ importId: string }>(
    OFFICE,
    '/api/leads/import',
    new Blob([file], { type: 'text/csv' }),
    'binhai-projects.csv',
  );
  for (;;) {
    const page = await api.get<ImportPage>(OFFICE, `/api/imports/${importId}?limit=100`);
    if (page.state === 'failed') throw new Error(`The import failed: ${page.detail}`);
    if (page.state === 'done') return page;
    await sleep(200);
  }
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

/** The first of the shown projects that is not at its end yet; the last one when all are. */
const findProject = async (api: ApiClient): Promise<ProjectPage> => {
  let found: ProjectPage | undefined;
  for (const name of SHOWN_PROJECTS) {
    const query = new URLSearchParams({ q: name, limit: '1' });
    const { items } = await api.get<{ items: ProjectPage[] }>(OFFICE, `/api/projects?${query}`);
    found = items[0] ?? found;
    if (items[0] && items[0].status !== 'closed') return items[0];
  }
  if (!found) throw new Error('The imported list has none of the projects that this demonstration shows');
  return found;
};

const main = async (): Promise<void> => {
  const settings = loadSettings(process.env);
  const root = rootOf();
  const given = process.argv.find((argument) => argument.startsWith('--url='))?.slice('--url='.length);
  say();
  say(bold('Landfall: one project from its first lead to results'));
  const server = await findOrStartServer(root, given);
  try {
    say(dim(`${server.startedHere ? 'Started' : 'Found'} at ${server.url}; everything below goes through its API.`));
    const api = new ApiClient(server.url, settings.samplePassword ?? '');
    say();
    say(bold('The office imports the real, publicly reported project list'));
    sayImport(await importSample(api, root));
    const project = await findProject(api);
    say();
    say(bold(`${project.projectName}  ${dim(project.leadNo)}`));
    if (project.status === 'closed') {
      say(`It came to results in an earlier demonstration (${project.closedAs}).`);
      return;
    }
    say(
      `Lead task force ${project.leadTaskForce?.name.zh ?? '待分派'}, landing ${project.landingUnit?.name.zh ?? '待定'}. Every figure entered below is synthetic.`,
    );
    const ended = await driveProject(api, project.projectId, { observer: OFFICE, onStep: storyteller() });
    say();
    say(bold(`Closed as ${ended.closedAs}.`));
    const { signedOn, registeredOn, startedOn, operatedOn } = ended.milestones;
    say(`早签约 ${signedOn} · 早注册 ${registeredOn} · 早落地 ${startedOn} · 早见效 ${operatedOn}`);
    const history = await api.get<{ items: unknown[] }>(OFFICE, `/api/projects/${ended.projectId}/history?limit=100`);
    say(`${history.items.length} entries of history; see them at ${server.url}/projects/${ended.projectId}`);
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
