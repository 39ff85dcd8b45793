import {
  type Actor,
  type Exploration,
  type ExploredEvent,
  explore,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  type ProcessDefinition,
  possibleEvents,
  type Walk,
  type WalkInput,
} from '@landfall/process-definition';
import type { LifecycleInput } from '..';

export const NOW = '2026-11-23T02:00:00.000Z';

/** The commands that somebody handles: the engine's and those of the project library. */
export const COMMANDS = [
  ...['openUserTask', 'cancelUserTask', 'remindUserTask', 'escalateUserTask', 'signalProcess', 'startProcess'],
  ...['checkDuplicates', 'recordFacts', 'recordMilestone', 'assignTaskForces', 'recordLevel', 'markDuplicate'],
  ...['notify', 'signalProcesses', 'queueForMeeting', 'leaveMeetingQueue'],
];

/** The form formats that somebody validates. */
export const FORM_FORMATS = [
  ...['date', 'positive-money', 'non-negative-money', 'uscc', 'uuid'],
  ...['industry-code', 'investment-project-code', 'org-unit', 'task-force', 'landing-unit'],
];

export const person = (unit: string, ...groups: string[]): Actor => ({ accountId: unit, name: unit, unit, groups });

export const OFFICER = person('LGO', 'LGO.staff', 'LGO.director');

const ordinary: LifecycleInput = {
  at: NOW,
  actor: person('D01', 'D01.specialist'),
  projectName: '海河新能源装备',
  investorName: '海河装备有限公司',
  filer: { unit: 'L03', group: 'L03.liaison' },
  industryFocus: '新能源',
  leadTaskForce: 'D01',
  assistTaskForces: ['D05'],
  landingUnit: 'Z01',
  landingKind: 'ZONE',
  totalInvestment: '8000',
  capitalType: 'domestic',
  carrierMode: null,
  crossRegion: false,
  milestones: {},
};

/** The kinds of projects that take different ways. */
export const inputs = {
  ordinary,
  undispatched: { ...ordinary, leadTaskForce: null, assistTaskForces: [], landingUnit: null, landingKind: null },
  streetTown: { ...ordinary, landingUnit: 'T05', landingKind: 'STREET_TOWN' },
  district: { ...ordinary, totalInvestment: '20000' },
  major: { ...ordinary, totalInvestment: '150000', capitalType: 'foreign' },
  built: { ...ordinary, milestones: { startedOn: '2024-03-01' } },
  running: {
    ...ordinary,
    milestones: { signedOn: '2023-01-01', registeredOn: '2023-02-01', operatedOn: '2025-06-01' },
  },
} satisfies Record<string, LifecycleInput>;

export const walkInputs: Readonly<Record<keyof typeof inputs, WalkInput>> = {
  ordinary: { ...inputs.ordinary },
  undispatched: { ...inputs.undispatched },
  streetTown: { ...inputs.streetTown },
  district: { ...inputs.district },
  major: { ...inputs.major },
  built: { ...inputs.built },
  running: { ...inputs.running },
};

const BY_NAME: Readonly<Record<string, unknown>> = {
  until: '2026-12-10',
  conditionsDueOn: '2027-03-01',
  plannedStartOn: '2027-03-01',
  plannedOperationOn: '2028-03-01',
  agreedStartOn: '2027-03-01',
  agreedProductionOn: '2028-03-01',
  agreedEndOn: '2040-03-01',
  landingUnit: 'Z02',
  leadTaskForce: 'D05',
  assistTaskForces: ['D01'],
  of: '018f2b6a-0000-7000-8000-000000000001',
  policyClauses: '无',
  selfReviewed: true,
  landClauses: false,
  specialTerms: false,
  overrideReason: '投资方已完成全部前期手续，属地承诺补齐要素保障条件，建议继续推进。',
  industryCode: 'C3825',
  fixedInvestment: '6000',
  totalInvestment: '8000',
  taxPlan: '500',
  outputPlan: '9000',
  energyTce: 100,
  eiaClass: 'form',
  carrierMode: 'leasedPlant',
};

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  date: '2026-11-20',
  'positive-money': '5000',
  'non-negative-money': '0',
  uscc: '91120116MA0000015H',
  'investment-project-code': '2612-120116-04-01-123456',
};

const sample = (name: string, field: FieldSchema): unknown => {
  if (name in BY_NAME) return BY_NAME[name];
  if (field.format !== undefined && field.format in BY_FORMAT) return BY_FORMAT[field.format];
  if (field.enum) return field.enum[0];
  if (field.type === 'array') return field.items?.enum?.slice(0, 1) ?? [];
  if (field.type === 'boolean') return true;
  if (field.type === 'integer' || field.type === 'number')
    return field.maximum === undefined ? 1 : Math.min(4, field.maximum);
  return '经办人按要求填写的内容';
};

const filled = (fields: Readonly<Record<string, FieldSchema>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      return field ? [[name, sample(name, field)]] : [];
    }),
  );

export const formal = { agreementKind: 'formal', agreedStartOn: '2027-03-01', agreedProductionOn: '2028-03-01' };

const HEAVY = { landNeed: 20, energyTce: 2000, waterNeed: true, safetyFlag: true, foreignPlanned: '2000' };

/** What a kind of project fills in that others do not. */
const fillIn: Readonly<Record<string, (input: WalkInput) => readonly FormValues[]>> = {
  'evaluationCollecting.submit': (input) => [
    input === walkInputs.major
      ? { carrierMode: 'newLand', ...HEAVY }
      : { landingUnit: String(input.landingUnit ?? 'Z02') },
  ],
  'scoring.confirm': () => [{ intensityScore: 10, taxScore: 9 }],
  'agreementDrafting.submit': (input) => [
    input === walkInputs.streetTown
      ? { agreementKind: 'framework' }
      : { ...formal, landClauses: input === walkInputs.major, agreementAmount: String(input.totalInvestment) },
  ],
  'landingPlan.set': (input) => [{ carrierMode: input === walkInputs.major ? 'newLand' : 'leasedPlant' }],
  transfer: () => [{ destination: 'binhai', landingUnit: 'Z03' }, { destination: 'outside' }],
  milestoneReached: () =>
    ['registeredOn', 'startedOn', 'operatedOn'].map((milestone) => ({
      milestone,
      enterpriseName: '海河装备（天津）有限公司',
      enterpriseUscc: '91120116MA0000015H',
    })),
  correct: () => [{ projectName: '海河新能源装备二期' }],
};

/** What other processes tell a project beside the form; a resolution is told by the meeting that has it on its agenda. */
const beside = (type: string, walk: Walk): Readonly<Record<string, unknown>> => {
  const { agenda, resolutions } = walk.snapshot.context as Heard;
  if (type === 'agenda.set')
    return { meeting: 'meeting', meetingTitle: '研判联席会议', item: `item-${walk.steps.length}` };
  if (type === 'agenda.released') return { ...agenda, reason: '改期' };
  if (!type.startsWith('resolution.')) return {};
  const ordered = resolutions?.find(({ open }) => open);
  const ends = type === 'resolution.fulfilled' || type === 'resolution.failed';
  return {
    ...(agenda ?? { meeting: 'meeting', meetingTitle: '推动联席会议', item: 'item' }),
    ...(ends
      ? { meeting: ordered?.meeting, resolution: ordered?.key }
      : { resolution: `${type}-${walk.steps.length}` }),
    text: '会议议定的事项',
    meetingOn: '2026-11-20',
    number: '津滨招商办纪要〔2026〕3号',
    dueOn: '2027-03-01',
    conditions: '完成环评批复',
  };
};

/** What situations differ by, besides the kind of project, the states and the open tasks. */
interface Counted {
  readonly rampChecks: number;
  readonly suspension: unknown;
  readonly awaitedMaterial?: { readonly during: string } | null;
}

/** What a version that waits for meetings remembers of them. */
interface Heard {
  readonly agenda?: object | null;
  readonly resolutions?: readonly { readonly meeting: string; readonly key: string; readonly open: boolean }[];
}

/** Situations differ by the kind of project, by states and open tasks, and by what is counted. */
const situation = (walk: Walk): string => {
  const { rampChecks, suspension, awaitedMaterial } = walk.snapshot.context as Counted;
  const { resolutions } = walk.snapshot.context as Heard;
  const states = walk.states.map((state) =>
    state.replace(/\.(done|overdueMarked|notNeeded|passed|verified)$/, '.finished'),
  );
  const tasks = walk.tasks.map(({ task, slot }) => `${task}#${slot}`);
  // What a meeting orders changes no way, so it is followed in one kind of project.
  const ordered = walk.input === walkInputs.ordinary && resolutions?.some(({ open }) => open);
  const counted = [Math.min(rampChecks, 3), suspension !== null, awaitedMaterial?.during, ordered];
  return [kindOf(walk), ...states, ...tasks, ...counted].join(' ');
};

const kindOf = (walk: Walk): number => Object.values(walkInputs).indexOf(walk.input);

/** Guards ask for groups only where the office decides. */
const byOffice = (event: ExploredEvent): ExploredEvent => ({ ...event, actor: OFFICER });

/** How a version of the lifecycle is walked through. */
export interface Walking {
  /** A form with the required fields of a task's outcome or of an event of people, and what the caller adds. */
  readonly formFor: (event: string, more?: FormValues) => FormValues;
  readonly formsOf: (event: string, walk: Walk) => readonly FormValues[];
  /** Everything that can happen to a project, walked once. */
  readonly exploreLifecycle: () => Exploration;
  /** Everything that may happen to a project next. */
  readonly eventsOf: (walk: Walk) => readonly ExploredEvent[];
}

export const walkingOf = (definition: ProcessDefinition): Walking => {
  const formFor = (event: string, more: FormValues = {}): FormValues => {
    const instanceEvent = definition.events[event];
    if (instanceEvent) return { ...filled(instanceEvent.fields, instanceEvent.required), ...more };
    for (const [key, task] of Object.entries(definition.userTasks)) {
      for (const [outcome, { required }] of Object.entries(task.outcomes)) {
        if (outcomeEvent(key, outcome) === event) return { ...filled(task.fields, required), ...more };
      }
    }
    return more;
  };
  const formsOf = (event: string, walk: Walk): readonly FormValues[] =>
    (fillIn[event]?.(walk.input) ?? [{}]).map((more) => formFor(event, more));
  const eventsOf = (walk: Walk): readonly ExploredEvent[] =>
    possibleEvents(definition, walk, formsOf).map((event) => ({ ...byOffice(event), ...beside(event.type, walk) }));
  let exploration: Exploration | undefined;
  const exploreLifecycle = (): Exploration => {
    exploration ??= explore(definition, {
      inputs: Object.values(walkInputs),
      events: eventsOf,
      situation,
    });
    return exploration;
  };
  return { formFor, formsOf, eventsOf, exploreLifecycle };
};
