import { assign } from 'xstate';
import type { Level } from '../commands';
import { businessDate } from './business-date';
import type { IssueContext, Meetings, PushMeeting, ResolutionKind, TakenResolution } from './context';
import type { IssueEvent } from './events';
import { textOf } from './form-values';
import { speaksOf } from './guards';

type Update<Params> = (context: IssueContext, event: IssueEvent, params: Params) => Partial<IssueContext>;

const remember = <Params = undefined>(update: Update<Params>) =>
  assign<IssueContext, IssueEvent, Params, IssueEvent, never>(({ context, event }, params) =>
    update(context, event, params),
  );

/** The correlation key of the next supervision item of an issue. */
export const nextItem = ({ issueId, executions }: Pick<IssueContext, 'issueId' | 'executions'>): string =>
  `issue:${issueId}:${executions + 1}`;

/** The correlation key of the next push request of an issue. */
export const nextRequest = ({ issueId, pushes }: Pick<IssueContext, 'issueId' | 'pushes'>): string =>
  `push:${issueId}:${pushes + 1}`;

const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

/** A request that is looked at again stands as if the level above had asked. */
const again = (push: PushMeeting, level: Level): PushMeeting => {
  const above = Math.min(3, push.askedOn + 1) as Level;
  return { ...push, askedOn: level > above ? level : above, decided: false, dueOn: null, leadUnits: [] };
};

const marked = (meetings: Meetings, event: IssueEvent, state: TakenResolution['state']): Meetings => ({
  ...meetings,
  taken: meetings.taken.map((known) => (speaksOf(event, known) ? { ...known, state } : known)),
});

/** Who has carried out what a meeting ordered. */
const unitsOf = (taken: readonly TakenResolution[]): string[] => [
  ...new Set(taken.flatMap(({ kind, unit }) => (kind !== 'note' && unit !== null ? [unit] : []))),
];

/** What the ladder keeps of what it is told. */
export const assignments = {
  rememberLevel: remember<{ level: Level }>((_context, _event, { level }) => ({
    level,
    execution: null,
    parkedUntil: null,
    resolvedByUnits: [],
    result: null,
  })),
  rememberTried: remember((context, event) => ({ tried: textOf(event.form, 'tried') ?? context.tried })),
  rememberResult: remember((_context, event) => ({
    resolvedByUnits: [event.actor.unit],
    result: textOf(event.form, 'result'),
  })),
  rememberExecution: remember((context, event) => ({
    execution: {
      item: nextItem(context),
      leadUnit: textOf(event.form, 'leadUnit') ?? '',
      dueOn: textOf(event.form, 'dueOn') ?? '',
    },
    executions: context.executions + 1,
  })),
  rememberExecuted: remember((context, event) => ({
    resolvedByUnits: context.execution === null ? [] : [context.execution.leadUnit],
    result: event.note ?? null,
  })),
  rememberPush: remember((context) => ({
    push: { request: nextRequest(context), askedOn: context.level, decided: false, dueOn: null, leadUnits: [] },
    pushes: context.pushes + 1,
  })),
  /** Several resolutions of one item come one by one: the last due date counts. */
  rememberDecided: remember(({ push }, event) => ({
    push: push && {
      ...push,
      decided: true,
      dueOn: later(push.dueOn, event.dueOn ?? businessDate(event.at)),
      leadUnits: [...new Set([...push.leadUnits, ...(event.leadUnit ? [event.leadUnit] : [])])],
    },
  })),
  rememberSolved: remember(({ push }, event) => ({
    push: null,
    resolvedByUnits: push?.leadUnits ?? [],
    result: event.note ?? null,
  })),
  rememberNotAgreed: remember(({ level, push }, event) => ({
    tried: `项目推动联席会议未能解决：${event.reason ?? ''}`,
    push: push !== null && event.goesOn === true ? again(push, level) : null,
  })),
  forgetPush: remember(() => ({ push: null })),
  rememberTurn: remember(({ meetings }) => ({ meetings: { ...meetings, turn: meetings.turn + 1, agenda: null } })),
  /** A new meeting begins anew: what an earlier one left open is before this one now. */
  rememberAgenda: remember(({ meetings }, { meeting = '', meetingTitle = '', item = '' }) => ({
    meetings: { ...meetings, agenda: { meeting, meetingTitle, item }, concluded: null, taken: [] },
  })),
  rememberUnsettled: remember((_context, event) => ({
    tried: ['领导小组专题会议未形成决定', event.reason].filter(Boolean).join('：'),
  })),
  rememberResolution: remember<{ kind: ResolutionKind }>(({ meetings, result }, event, { kind }) => ({
    result: kind === 'note' ? (event.text ?? result) : result,
    meetings: {
      ...meetings,
      taken: [
        ...meetings.taken,
        {
          meeting: event.meeting ?? '',
          item: event.item ?? '',
          resolution: event.resolution ?? '',
          kind,
          unit: event.unit ?? null,
          dueOn: event.dueOn ?? null,
          state: kind === 'note' ? 'fulfilled' : 'open',
        },
      ],
    },
  })),
  rememberConclusion: remember(({ meetings }, event) => ({
    meetings: { ...meetings, concluded: [...(event.resolutions ?? [])] },
  })),
  rememberFulfilled: remember(({ meetings, result }, event) => ({
    meetings: marked(meetings, event, 'fulfilled'),
    resolvedByUnits: unitsOf(meetings.taken),
    result: event.note ?? result,
  })),
  rememberFailed: remember(({ meetings }, event) => ({
    meetings: marked(meetings, event, 'failed'),
    tried: `领导小组专题会议议定事项未落实：${event.reason ?? ''}`,
  })),
  rememberParking: remember((_context, event) => ({ parkedUntil: textOf(event.form, 'until') })),
  rememberReason: remember((_context, event) => ({ result: textOf(event.form, 'reason') })),
};
