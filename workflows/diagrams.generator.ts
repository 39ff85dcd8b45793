import {
  type DeadlineRule,
  diagram,
  type ProcessDefinition,
  type UserTaskDefinition,
} from '@landfall/process-definition';
import { investmentProject } from './investment-project';
import { issue } from './issue';
import { leadingGroupConference } from './leading-group-conference';
import { pushMeeting } from './push-meeting';
import { pushRequest } from './push-request';
import { specialMeeting } from './special-meeting';
import { streetTownReview } from './street-town-review';
import { supervisionItem } from './supervision-item';

/** Every version of every process, with its folder. */
const PROCESSES: readonly {
  readonly folder: string;
  readonly versions: readonly ProcessDefinition[];
}[] = [
  { folder: 'workflows/investment-project', versions: investmentProject },
  { folder: 'workflows/issue', versions: issue },
  { folder: 'workflows/street-town-review', versions: streetTownReview },
  { folder: 'workflows/push-meeting', versions: pushMeeting },
  { folder: 'workflows/leading-group-conference', versions: leadingGroupConference },
  { folder: 'workflows/special-meeting', versions: specialMeeting },
  { folder: 'workflows/push-request', versions: pushRequest },
  { folder: 'workflows/supervision-item', versions: supervisionItem },
];

/** Writes one page per version: the overview, a picture of each stage, and who does what by when. */
export const generate = (): Record<string, string> =>
  Object.fromEntries(
    PROCESSES.flatMap(({ folder, versions }) =>
      versions.map((definition) => [
        `${folder}/v${definition.version}/${definition.key}.v${definition.version}.md`,
        page(definition),
      ]),
    ),
  );

const page = (definition: ProcessDefinition): string =>
  [
    `# ${definition.title.zh}（第 ${definition.version} 版）`,
    '',
    `Generated from the machine by \`npm run generate\`. ${definition.title.en}, version ${definition.version}.`,
    '',
    picture(diagram(definition, { depth: 2 })),
    ...definition.stages.flatMap((stage) => [
      `## ${stage.title.zh} ${stage.title.en}`,
      '',
      picture(diagram(definition, { within: pathOf(definition, stage.key), depth: 2 })),
      ...tasks(definition, pathOf(definition, stage.key)),
    ]),
    '## 其他 Others',
    '',
    ...tasks(definition, ''),
  ].join('\n');

/** The state that a stage is. */
const pathOf = (definition: ProcessDefinition, stage: string): string =>
  holders(definition).find((holder) => holder.key === stage)?.stage ?? stage;

/** A stage that is one state has no picture of its own. */
const picture = (mermaid: string): string => (mermaid.trim().includes('\n') ? `\`\`\`mermaid\n${mermaid}\`\`\`\n` : '');

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

interface Holder {
  readonly task: unknown;
  /** The key of the stage that the state itself is. */
  readonly key: unknown;
  /** The path of the stage that the state is in. */
  readonly stage: string;
}

const holders = (definition: ProcessDefinition): Holder[] => {
  const found: Holder[] = [];
  const visit = (node: typeof definition.machine.root, stage: string): void => {
    const own = node.meta?.stage === undefined ? stage : node.path.join('.');
    found.push({ task: node.meta?.task, key: node.meta?.stage, stage: own });
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
