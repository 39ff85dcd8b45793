import type { HistoryItem, Milestones, ProcessDefinition, ProjectSummary } from '../api/contract';
import { isStage, isStateOf, STAGES, type StageKey } from './stages';

export type StageStanding = 'passed' | 'current' | 'suspended' | 'stopped' | 'skipped' | 'ahead';

export interface StageProgress {
  stage: StageKey;
  standing: StageStanding;
  /** The dated fact of the stage (signed, registered, started, operating), if it is known. */
  milestone: { name: keyof Milestones; on: string } | null;
  /** When the process first entered the stage (ISO 8601), if the history says so. */
  enteredAt: string | null;
}

const MILESTONE_OF: Partial<Record<StageKey, keyof Milestones>> = {
  signing: 'signedOn',
  registration: 'registeredOn',
  landing: 'startedOn',
  results: 'operatedOn',
};

/** When each stage was first entered, as far as the known history tells. */
const firstEntries = (
  history: readonly HistoryItem[],
  definition: ProcessDefinition | undefined,
): Map<string, string> => {
  const stageOf = new Map<string, string | null>();
  const stageOfPath = (path: string): string | null => {
    const known = stageOf.get(path);
    if (known !== undefined) return known;
    const node = definition?.graph.nodes.find((candidate) => isStateOf(candidate.id, path));
    const stage = node ? node.stage : (STAGES.find((candidate) => path.split('.').includes(candidate)) ?? null);
    stageOf.set(path, stage);
    return stage;
  };
  const entries = new Map<string, string>();
  for (const item of [...history].sort((a, b) => a.seq - b.seq)) {
    for (const path of item.to) {
      const stage = stageOfPath(path);
      if (stage !== null && !entries.has(stage)) entries.set(stage, item.at);
    }
  }
  return entries;
};

/** How each of the seven stages stands: a stage whose fact is already true is passed over, not done. */
export const stageProgress = (
  project: Pick<ProjectSummary, 'stage' | 'status' | 'closedAs' | 'milestones'>,
  history: readonly HistoryItem[],
  historyIsWhole: boolean,
  definition: ProcessDefinition | undefined,
): StageProgress[] => {
  const entries = firstEntries(history, definition);
  const achieved = project.status === 'closed' && project.closedAs === 'achieved';
  const reached = isStage(project.stage)
    ? STAGES.indexOf(project.stage)
    : [...STAGES].findLastIndex((stage) => entries.has(stage));
  const here: StageStanding =
    project.status === 'suspended' ? 'suspended' : project.status === 'closed' ? 'stopped' : 'current';

  return STAGES.map((stage, index) => {
    const name = MILESTONE_OF[stage];
    const on = name ? project.milestones[name] : null;
    const enteredAt = entries.get(stage) ?? null;
    const passedOver = historyIsWhole && enteredAt === null;
    const standing: StageStanding =
      index === reached && !achieved
        ? here
        : index < reached || achieved
          ? passedOver
            ? 'skipped'
            : 'passed'
          : on
            ? 'skipped'
            : 'ahead';
    return { stage, standing, milestone: name && on ? { name, on } : null, enteredAt };
  });
};
