import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** Checks the dependency rules in a folder; answers with the names of the rules that something goes against, by file. */
const violationsIn = (folder: string): string[] => {
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruise, '--config', config, '--output-type', 'json', 'apps', 'libs', 'workflows'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout.startsWith('{')) {
    throw new Error(`Expected dependency-cruiser to answer, but it said: ${stderr}`);
  }
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
};

describe('the dependency rules', () => {
  it('hold everywhere', () => {
    expect(violationsIn(root)).toEqual([]);
  }, 120_000);

  it('notice whatever goes against them', async () => {
    const wrong: [rule: string, file: string, imports: string][] = [
      ['machines-are-pure', 'workflows/one/reads-file.ts', 'node:fs'],
      ['machines-are-pure', 'workflows/one/calls-domain.ts', '@landfall/projects'],
      ['processes-are-apart', 'workflows/one/calls-other.ts', '../two/index'],
      ['definitions-know-xstate-only', 'libs/process-definition/src/clock.ts', '@landfall/clock'],
      ['the-engine-knows-no-project', 'libs/process-engine/src/config.ts', '@landfall/config'],
      ['foundations-know-no-domain', 'libs/outbox/src/domain.ts', '@landfall/projects'],
      ['domains-meet-in-the-machines', 'libs/identity/src/domain.ts', '@landfall/projects'],
      ['libraries-carry-no-process-and-no-app', 'libs/identity/src/process.ts', '@workflows/two/index'],
      ['apps-are-apart', 'apps/worker/src/api.ts', '../../api/src/index'],
      ['the-browser-runs-the-web-client-only', 'apps/web/src/engine.ts', '../../../libs/clock/src/index'],
      ['only-the-outbox-talks-to-the-queue', 'libs/projects/src/queue.ts', 'bullmq'],
      ['only-migrations-use-typeorm', 'libs/projects/src/entity.ts', 'typeorm'],
      ['libraries-are-reached-by-name', 'libs/projects/src/inner.ts', '../../clock/src/hidden'],
      ['the-product-needs-no-development-tools', 'libs/projects/src/tool.ts', 'fast-check'],
      ['everything-is-there', 'libs/projects/src/missing.ts', './nothing'],
    ];
    const right: [file: string, imports: string][] = [
      ['workflows/two/index.ts', '@landfall/process-definition'],
      ['apps/api/src/index.ts', '@landfall/projects'],
      ['apps/standalone/src/index.ts', '../../api/src/index'],
      ['libs/process-definition/src/index.ts', 'xstate'],
      ['libs/clock/src/index.ts', './hidden'],
      ['libs/clock/src/hidden.ts', 'node:path'],
      ['libs/config/src/index.ts', 'zod'],
      ['libs/projects/src/index.ts', '@landfall/process-engine'],
      ['libs/projects/src/tool.spec.ts', 'fast-check'],
      ['libs/process-engine/src/index.ts', '@landfall/process-definition'],
    ];
    const folder = await mkdtemp(join(tmpdir(), 'landfall-rules-'));
    try {
      await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
      await cp(join(root, 'package.json'), join(folder, 'package.json'));
      for (const name of ['xstate', 'zod', 'bullmq', 'typeorm', 'fast-check']) {
        await mkdir(join(folder, 'node_modules', name), { recursive: true });
        await writeFile(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
        await writeFile(join(folder, 'node_modules', name, 'index.js'), '');
      }
      for (const [file, imports] of [...right, ...wrong.map(([, file, imports]) => [file, imports] as const)]) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), `import * as needed from '${imports}';\nexport const used = needed;\n`);
      }
      const found = violationsIn(folder).map((violation) => violation.replace(/ → .*/, ''));
      expect(found).toEqual(expect.arrayContaining(wrong.map(([rule, file]) => `${rule}: ${file}`)));
      const blamed = new Set(found.map((violation) => violation.replace(/^.*: /, '')));
      expect([...blamed].sort()).toEqual([...new Set(wrong.map(([, file]) => file))].sort());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
