import {
  type DeadlineRule,
  diagram,
  type ProcessDefinition,
  type UserTaskDefinition,
} from '@landfall/process-definition';
import { investmentProject } from './investment-project';
import { issue } from './issue';
import { supervisionItem } from './supervision-item';

/** Every version of every process, with its folder and the state whose children are its stages (empty: the root). */
const PROCESSES: readonly {
  readonly folder: string;
  readonly versions: readonly ProcessDefinition[];
  readonly stages: string;
}[] = [
  { folder: 'workflows/investment-project', versions: investmentProject, stages: 'active' },
  { folder: 'workflows/issue', versions: issue, stages: 'unresolved' },
  { folder: 'workflows/supervision-item', versions: supervisionItem, stages: '' },
];

/** Writes one page per version: the overview, a picture of each stage, and who does what by when. */
export const generate = (): Record<string, string> =>
  Object.fromEntries(
    PROCESSES.flatMap(({ folder, versions, stages }) =>
      versions.map((definition) => [
        `${folder}/v${definition.version}/${definition.key}.v${definition.version}.md`,
        page(definition, stages),
      ]),
    ),
  );

const page = (definition: ProcessDefinition, stages: string): string =>
  [
    `# ${definition.title.zh}（第 ${definition.version} 版）`,
    '',
    `Generated from the machine by \`npm run generate\`. ${definition.title.en}, version ${definition.version}.`,
    '',
    picture(diagram(definition, { depth: 2 })),
    ...definition.stages.flatMap((stage) => [
      `## ${stage.title.zh} ${stage.title.en}`,
      '',
      picture(diagram(definition, { within: pathOf(stages, stage.key), depth: 2 })),
      ...tasks(definition, pathOf(stages, stage.key)),
    ]),
    '## 其他 Others',
    '',
    ...tasks(definition, ''),
  ].join('\n');

const pathOf = (stages: string, stage: string): string => [stages, stage].filter(Boolean).join('.');

const picture = (mermaid: string): string => `\`\`\`mermaid\n${mermaid}\`\`\`\n`;

/** The tasks of the states inside a stage; outside all stages for the empty path. */
const tasks = (definition: ProcessDefinition, stage: string): string[] => [
  '| 任务 | 承办 | 时限 | 结果 | 依据 |',
  '|---|---|---|---|---|',
  ...Object.entries(definition.userTasks)
    .filter(([key]) => stageOfTask(definition, key) === stage)
    .map(([, task]) => row(task)),
  '',
];

const stageOfTask = (definition: ProcessDefinition, key: string): string => {
  const holder = holders(definition).find(({ task }) => task === key);
  return holder?.stage ?? '';
};

const holders = (definition: ProcessDefinition): { task: unknown; stage: string }[] => {
  const found: { task: unknown; stage: string }[] = [];
  const visit = (node: typeof definition.machine.root, stage: string): void => {
    const own = node.meta?.stage === undefined ? stage : node.path.join('.');
    found.push({ task: node.meta?.task, stage: own });
    for (const child of Object.values(node.states)) visit(child as typeof definition.machine.root, own);
  };
  visit(definition.machine.root, '');
  return found;
};

const UNITS = { workingDay: '个工作日', workingHour: '个工作小时', day: '天', hour: '小时' } as const;

const limit = ({ amount, unit }: DeadlineRule): string => `${amount}${UNITS[unit]}`;

const row = ({ title, owner, deadline, outcomes, source }: UserTaskDefinition): string =>
  `| ${[
    title.zh,
    owner.zh,
    limit(deadline),
    Object.values(outcomes)
      .map(({ label }) => label.zh)
      .join('、'),
    source,
  ].join(' | ')} |`;
