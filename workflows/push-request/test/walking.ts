import {
  type Actor,
  type Exploration,
  type ExploredEvent,
  explore,
  type FieldSchema,
  type FormValues,
  outcomeEvent,
  possibleEvents,
  type Walk,
  type WalkInput,
} from '@landfall/process-definition';
import type { PushRequestContext, PushRequestInput } from '../v1/context';
import { pushRequestV1 as definition } from '../v1/push-request.v1';

export const NOW = '2026-11-23T02:00:00.000Z';

/** The commands that somebody handles: the engine's and those of the meetings library. */
export const COMMANDS = [
  ...['openUserTask', 'cancelUserTask', 'remindUserTask', 'signalProcess', 'signalProcesses', 'notify'],
  ...['recordPushRequest', 'movePushRequest', 'closePushRequest', 'queueForMeeting', 'leaveMeetingQueue'],
];

export const FORM_FORMATS = ['date', 'org-unit'];

export const person = (unit: string, ...groups: string[]): Actor => ({ accountId: unit, name: unit, unit, groups });

/** Somebody who may everything; whether a group is asked for is tested on its own. */
export const ANYBODY = person('LGO', 'LGO.staff', 'LGO.director');

const normal: PushRequestInput = {
  at: NOW,
  actor: person('D01', 'D01.specialist'),
  requestKey: 'push:019aaf00-0000-7000-8000-0000000000aa:1',
  projectId: '019aaf00-0000-7000-8000-0000000000aa',
  projectName: '海河新能源装备',
  projectLevel: 'districtKey',
  landingUnit: 'Z01',
  leadTaskForce: 'D01',
  problemTypes: ['site', 'planning'],
  question: '供地批次如何排定',
  urgent: false,
  requester: { account: 'd01.li', name: '李', unit: 'D01', group: 'D01.specialist' },
  issueId: null,
};

export const ISSUE_ID = '019aaf00-0000-7000-8000-000000000001';

/** The kinds of requests that take different ways. */
export const inputs = {
  normal,
  urgent: { ...normal, urgent: true },
  ofIssue: { ...normal, issueId: ISSUE_ID },
  withoutUnits: { ...normal, projectLevel: null, landingUnit: null, leadTaskForce: null },
} satisfies Record<string, PushRequestInput>;

export const walkInputs: readonly WalkInput[] = Object.values(inputs).map((input) => ({ ...input }));

const sample = (field: FieldSchema): unknown => {
  if (field.enum) return field.enum[0];
  return field.type === 'array' ? [] : '经办人按要求填写的内容';
};

/** A form with the required fields of a task's outcome or of an event of people, and what the caller adds. */
export const formFor = (event: string, more: FormValues = {}): FormValues => {
  const filled = (fields: Readonly<Record<string, FieldSchema>>, names: readonly string[]): FormValues => ({
    ...Object.fromEntries(
      names.flatMap((name) => {
        const field = fields[name];
        return field ? [[name, sample(field)]] : [];
      }),
    ),
    ...more,
  });
  const offered = definition.events[event];
  if (offered) return filled(offered.fields, offered.required);
  for (const [key, task] of Object.entries(definition.userTasks)) {
    for (const [outcome, { required }] of Object.entries(task.outcomes)) {
      if (outcomeEvent(key, outcome) === event) return filled(task.fields, required);
    }
  }
  return more;
};

export const contextOf = (walk: Walk): PushRequestContext => walk.snapshot.context as PushRequestContext;

/** What a meeting says of its item; two resolutions are enough to tell an order of arrival from another. */
const MOST = 2;

const meetingWords = (walk: Walk): Readonly<Record<string, readonly object[]>> => {
  const { agenda, taken, turn } = contextOf(walk);
  const item = { meeting: agenda?.meeting ?? 'M', item: agenda?.item ?? 'i' };
  const ours = taken.filter(({ meeting, item: of }) => meeting === item.meeting && of === item.item);
  const next = {
    ...item,
    meetingTitle: '第3次项目推动联席会议',
    resolution: `r${ours.length + 1}`,
    text: '12月20日前完成供地',
    meetingOn: '2026-11-27',
    number: '津滨招商办纪要〔2026〕3号',
    unit: 'M02',
    dueOn: '2026-12-20',
    criterion: '取得供地批复',
  };
  const keys = ours.map(({ resolution }) => resolution);
  const more = taken.length < MOST ? [next] : [];
  return {
    'agenda.set': [{ meeting: `m${turn}`, meetingTitle: '第3次项目推动联席会议', item: 'i1' }],
    'agenda.released': [{ ...item, reason: '改期' }],
    'resolution.order': more,
    'resolution.unblock': more,
    'resolution.deadline': more,
    'resolution.note': more,
    'item.concluded': [
      { ...item, resolutions: keys },
      ...(taken.length < MOST ? [{ ...item, resolutions: [...keys, next.resolution] }] : []),
    ],
    'item.noAgreement': [{ ...item, reason: '用地指标来源未达成一致' }],
    'resolution.fulfilled': taken.map((known) => ({ ...known, note: '已供地' })),
    'resolution.failed': taken.map((known) => ({ ...known, reason: '供地计划取消' })),
  };
};

/** What may happen next. */
export const eventsOf = (walk: Walk): ExploredEvent[] => {
  const words = meetingWords(walk);
  return possibleEvents(definition, walk, (event) => [formFor(event)]).flatMap((event) => {
    const facts = words[event.type];
    if (facts) return facts.map((fact) => ({ ...event, ...fact }));
    return [{ ...event, actor: event.type.startsWith('xstate.') ? event.actor : ANYBODY }];
  });
};

/** Situations differ by the kind of request, by states, and by what has been taken, concluded and voided. */
export const situation = (walk: Walk): string => {
  const { agenda, concluded, failure, taken } = contextOf(walk);
  return [
    walkInputs.indexOf(walk.input),
    ...walk.states,
    ...taken.map(
      ({ kind, state, meeting }) => `${kind === 'note' ? 'note' : 'work'}:${state}:${meeting === agenda?.meeting}`,
    ),
    concluded?.length ?? '-',
    failure === null ? '' : 'failed',
  ].join(' ');
};

let exploration: Exploration | undefined;

/** Everything that can happen to a request, walked once. */
export const exploreRequest = (): Exploration => {
  exploration ??= explore(definition, { inputs: walkInputs, events: eventsOf, situation });
  return exploration;
};
