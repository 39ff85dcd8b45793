import type {
  EscalateUserTask,
  LocalizedText,
  Notify,
  SignalProcesses,
  StartProcess,
} from '@landfall/process-definition';
import type {
  CloseIssue,
  IssueOutcome,
  IssueState,
  Level,
  MarkBlocked,
  MoveIssue,
  RecordCoordination,
  RecordIssue,
} from '../commands';
import { correlationKeyOf, type IssueContext } from './context';
import type { IssueEvent } from './events';
import { namesOf, textOf } from './form-values';
import { PUSH_MEETING } from './guards';
import { lastDue, openUnits } from './meetings';
import { PROBLEM_TYPES } from './problem-types';
import type { TaskKey } from './user-tasks';
import { confirmer, deskOf, groupsOfLevel, informedOfLevel, OFFICE, verifier } from './work-groups';

interface On {
  readonly context: IssueContext;
  readonly event: IssueEvent;
}

const LEVELS: Readonly<Record<Level, LocalizedText>> = {
  0: { zh: '专班', en: 'the task force' },
  1: { zh: '办公室', en: 'the office' },
  2: { zh: '分管副组长', en: 'the deputy leader' },
  3: { zh: '领导小组', en: 'the leading group' },
};

export const recordIssue = {
  type: 'recordIssue' as const,
  params: ({ context }: On): RecordIssue => ({
    projectId: context.projectId,
    projectName: context.projectName,
    type: context.type,
    title: context.title,
    tried: context.tried,
    urgent: context.urgent,
    source: context.source,
    raiser: context.raiser,
    leadTaskForce: context.leadTaskForce,
    landingUnit: context.landingUnit,
  }),
};

/** Who carries out what was ordered, and by when; who that is depends on who ordered it. */
interface Work {
  readonly units: readonly string[];
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
}

const orderedBy = {
  leader: ({ execution }: IssueContext): Work => ({
    units: execution === null ? [] : [execution.leadUnit],
    dueOn: execution?.dueOn ?? null,
  }),
  pushMeeting: ({ push }: IssueContext): Work => ({ units: push?.leadUnits ?? [], dueOn: push?.dueOn ?? null }),
  specialMeeting: ({ meetings }: IssueContext): Work => ({ units: openUnits(meetings), dueOn: lastDue(meetings) }),
} as const;

export type OrderedBy = keyof typeof orderedBy;

/** Moves the issue in the lists. */
const moveIssue = (state: IssueState, by?: OrderedBy) => ({
  type: 'moveIssue' as const,
  params: ({ context }: On): MoveIssue => ({
    state,
    level: context.level,
    until: context.parkedUntil ?? (by === undefined ? null : orderedBy[by](context).dueOn),
  }),
});

/** The office where nobody was named. */
const executors = (units: readonly string[]): readonly string[] =>
  units.length === 0 ? [OFFICE] : [...new Set(units.map(deskOf))];

const mustActOf = (state: IssueState, context: IssueContext, by?: OrderedBy): readonly string[] => {
  if (by !== undefined) return executors(orderedBy[by](context).units);
  switch (state) {
    case 'contested':
      return [context.raiser.group];
    case 'ruling':
      return [OFFICE];
    case 'verifying':
      return [verifier(context)];
    case 'confirming':
      return [confirmer(context)];
    default:
      return groupsOfLevel(context, context.level);
  }
};

/** Says on the project who must unblock it now. */
const markBlocked = (state: IssueState, by?: OrderedBy) => ({
  type: 'markBlocked' as const,
  params: ({ context }: On): MarkBlocked => ({ level: context.level, mustAct: mustActOf(state, context, by) }),
});

/** What every state of an issue that is still open says when it is entered. */
export const standsIn = (state: Exclude<IssueState, 'executing'>) => [moveIssue(state), markBlocked(state)] as const;

/** What entering a level does: it is remembered, shown, and said who must act. */
export const arrives = (level: Level) =>
  [{ type: 'rememberLevel' as const, params: { level } }, ...standsIn('handling')] as const;

/** The same where others carry out what was ordered. */
export const waitsForWork = (by: OrderedBy) => [moveIssue('executing', by), markBlocked('executing', by)] as const;

export const recordCoordination = {
  type: 'recordCoordination' as const,
  params: ({ event }: On): RecordCoordination => ({
    // Only the office says a way; whoever assists contributes.
    way: textOf(event.form, 'way') ?? 'contribution',
    unit: event.actor.unit,
    note: textOf(event.form, 'note') ?? '',
  }),
};

/** Below and above the office a meeting is asked for with a question of its own. */
export const recordMeetingAsked = {
  type: 'recordCoordination' as const,
  params: ({ event }: On): RecordCoordination => ({
    way: PUSH_MEETING,
    unit: event.actor.unit,
    note: textOf(event.form, 'question') ?? '',
  }),
};

/** How the requests end that no meeting answers. */
const ENDS: Readonly<Record<string, LocalizedText>> = {
  byLetter: { zh: '以函件解决，不上会', en: 'solved by letter' },
  refused: { zh: '未受理', en: 'refused' },
  merged: { zh: '并入其他申请', en: 'merged into another' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** Notes what the request for a push meeting was answered. */
export const recordMeetingAnswer = {
  type: 'recordCoordination' as const,
  params: ({ event }: On): RecordCoordination => ({
    way: PUSH_MEETING,
    unit: event.leadUnit ?? 'LGO',
    note: [ENDS[event.outcome ?? '']?.zh, event.requirement ?? event.note ?? event.reason].filter(Boolean).join('：'),
  }),
};

export const closeIssue = (outcome: IssueOutcome) => ({
  type: 'closeIssue' as const,
  params: ({ context }: On): CloseIssue => ({ outcome, result: context.result }),
});

/** An issue that has ended needs no meeting any more. */
const releasePushRequest = {
  type: 'signalProcesses' as const,
  params: ({ context: { push } }: On): SignalProcesses => ({
    signals:
      push === null
        ? []
        : [{ definition: 'push-request', correlationKey: push.request, event: { type: 'issueClosed' } }],
  }),
};

/** What every end says: the project is no longer blocked, and whoever raised the issue learns how it ended. */
export const ends = (outcome: IssueOutcome, said: LocalizedText) =>
  [
    closeIssue(outcome),
    'clearBlocked' as const,
    releasePushRequest,
    {
      type: 'notify' as const,
      params: ({ context }: On): Notify => ({
        kind: 'issue.closed',
        urgency: 'normal',
        ...notice(context, said),
        groups: groupsOfLevel(context, context.level),
        accounts: [context.raiser.account],
      }),
    },
  ] as const;

/** Titles of urgent notices reach group chats outside the house, so what they are about stands in the body. */
export const notice = (
  { projectName, title }: IssueContext,
  said: LocalizedText,
  reason: string | null = null,
): { title: LocalizedText; body: LocalizedText } => ({
  title: said,
  body: {
    zh: `${projectName}「${title}」${reason === null ? '' : `：${reason}`}`,
    en: `${projectName}, “${title}”${reason === null ? '' : `: ${reason}`}`,
  },
});

export const urgencyOf = ({ urgent }: IssueContext): Notify['urgency'] => (urgent ? 'urgent' : 'normal');

/**
 * 知会: the next level learns of it and may act, while the work stays where it is. The engine tells the group that the task
 * is shown to; the raiser, and who else stands on that level, are told here.
 */
export const inform = (task: TaskKey, level: Level) =>
  [
    {
      type: 'escalateUserTask' as const,
      params: Object.assign(({ context }: On): EscalateUserTask => ({ task, group: informedOfLevel(context, level) }), {
        task,
      }),
    },
    {
      type: 'notify' as const,
      params: ({ context }: On): Notify => ({
        kind: 'issue.informed',
        urgency: urgencyOf(context),
        ...notice(context, {
          zh: `堵点在${LEVELS[context.level].zh}尚未解决，请知悉`,
          en: `An issue is not solved yet by ${LEVELS[context.level].en}, for your information`,
        }),
        groups: groupsOfLevel(context, level).filter((group) => group !== informedOfLevel(context, level)),
        accounts: [context.raiser.account],
      }),
    },
  ] as const;

/** 接管: the work itself goes to the level, by time, by hand or by right. */
export const handOver = (level: Level) => ({
  type: 'notify' as const,
  params: ({ context, event }: On): Notify => ({
    kind: 'issue.escalated',
    urgency: urgencyOf(context),
    ...notice(
      context,
      { zh: `堵点已提级到${LEVELS[level].zh}`, en: `An issue was escalated to ${LEVELS[level].en}` },
      textOf(event.form, 'reason') ?? event.reason ?? null,
    ),
    groups: groupsOfLevel(context, level),
    accounts: [context.raiser.account],
  }),
});

/** Whoever has the work learns that the meeting brought no solution, where the issue stays on its level. */
export const tellMeetingAnswer = (said: LocalizedText) => ({
  type: 'notify' as const,
  params: ({ context, event }: On): Notify => ({
    kind: 'issue.meetingAnswered',
    urgency: urgencyOf(context),
    ...notice(context, said, event.reason ?? null),
    groups: groupsOfLevel(context, context.level),
    accounts: [context.raiser.account],
  }),
});

/** Nobody stands above the leading group: it is reminded, and the office that prepares its meetings is told. */
export const remindLeadingGroup = [
  { type: 'remindUserTask' as const, params: { task: 'leadingGroupDecision' } },
  {
    type: 'notify' as const,
    params: ({ context }: On): Notify => ({
      kind: 'issue.awaitsLeadingGroup',
      urgency: 'urgent',
      ...notice(context, { zh: '堵点待领导小组决策', en: 'An issue waits for the leading group' }),
      groups: [OFFICE],
    }),
  },
] as const;

/** The leader's order becomes a supervision item, which answers with `supervisionItem.closed` or `.voided`. */
export const startSupervision = {
  type: 'startProcess' as const,
  params: ({ context, event }: On): StartProcess => ({
    definition: 'supervision-item',
    correlationKey: context.execution?.item ?? '',
    belongsTo: context.projectId,
    input: {
      itemKey: context.execution?.item ?? '',
      source: 'instruction',
      title: context.title,
      requirement: textOf(event.form, 'instruction') ?? '',
      projectId: context.projectId,
      projectName: context.projectName,
      leadUnit: context.execution?.leadUnit ?? '',
      assistUnits: namesOf(event.form, 'assistUnits'),
      dueOn: context.execution?.dueOn ?? '',
      deputyGroup: context.deputyGroup,
      drafter: { account: event.actor.accountId, name: event.actor.name, unit: event.actor.unit },
      onBehalfOf: null,
      origin: { definition: 'issue', correlationKey: correlationKeyOf(context) },
    },
  }),
};

/** The push request answers with `pushMeeting.decided`, `.solved`, `.notAgreed` or `.ended`. */
export const startPushRequest = {
  type: 'startProcess' as const,
  params: ({ context, event }: On): StartProcess => ({
    definition: 'push-request',
    correlationKey: context.push?.request ?? '',
    belongsTo: context.projectId,
    input: {
      requestKey: context.push?.request ?? '',
      projectId: context.projectId,
      projectName: context.projectName,
      projectLevel: context.projectLevel,
      landingUnit: context.landingUnit,
      leadTaskForce: context.leadTaskForce,
      problemTypes: PROBLEM_TYPES[context.type],
      question: textOf(event.form, 'question') ?? textOf(event.form, 'note') ?? context.title,
      urgent: context.urgent,
      requester: {
        account: event.actor.accountId,
        name: event.actor.name,
        unit: event.actor.unit,
        group: groupsOfLevel(context, context.level)[0] ?? OFFICE,
      },
      issueId: context.issueId,
    },
  }),
};

export const remind = (task: TaskKey) => ({ type: 'remindUserTask' as const, params: { task } });
