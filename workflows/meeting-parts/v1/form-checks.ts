import type { FieldProblem, FormCheck } from '@landfall/process-definition';
import { businessDate, weekdaysBefore } from './business-date';
import { isLive, type MeetingContext } from './context';
import { textOf } from './form-values';
import { isComplete, quorumOf } from './guards';
import { refuse } from './refusals';
import { NOTICE_WORKING_DAYS } from './timers';
import { headOf } from './work-groups';

const contextOf = (context: Readonly<Record<string, unknown>>): MeetingContext => context as unknown as MeetingContext;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The notice has to go out in time: working days before the meeting, counted as weekdays. */
export const plannable =
  (noticeDays: number = NOTICE_WORKING_DAYS): FormCheck =>
  (form, _context, { at }) => {
    const on = textOf(form, 'plannedOn');
    const time = textOf(form, 'plannedTime');
    return [
      ...(on === null || weekdaysBefore(on, noticeDays) >= businessDate(at)
        ? []
        : [
            refuse('plannedOn', 'MEETING.DATE_NOT_AHEAD', { earliest: earliest(at, noticeDays), days: noticeDays, on }),
          ]),
      ...(time === null || TIME.test(time) ? [] : [refuse('plannedTime', 'MEETING.TIME_INVALID', { time })]),
    ];
  };

const DAY_MS = 86_400_000;

const earliest = (at: string, noticeDays: number): string => {
  const today = businessDate(at);
  for (let day = today; ; day = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)) {
    if (weekdaysBefore(day, noticeDays) >= today) return day;
  }
};

/** 开会: on the day, with the quorum; without it only by the head of a convening unit and with a reason. */
export const openable: FormCheck = (form, context, { at, actor }): readonly FieldProblem[] => {
  const meeting = contextOf(context);
  if (meeting.plannedOn !== null && meeting.plannedOn > businessDate(at)) {
    return [refuse('withoutQuorumReason', 'MEETING.DAY_NOT_COME', { on: meeting.plannedOn })];
  }
  const { met, needed, of } = quorumOf(meeting);
  if (met >= needed) return [];
  if (textOf(form, 'withoutQuorumReason') === null) {
    return [refuse('withoutQuorumReason', 'MEETING.QUORUM_NOT_MET', { met, needed, of })];
  }
  const heads = [...meeting.conveners.map(headOf), meeting.chairGroup];
  return heads.some((group) => actor.groups.includes(group))
    ? []
    : [refuse('withoutQuorumReason', 'MEETING.QUORUM_WAIVED_BY_OTHERS')];
};

/** 散会: nothing that was put on the agenda is left without a word. */
export const closable: FormCheck = (_form, context) => {
  const open = contextOf(context).items.filter(isLive);
  return open.length === 0
    ? []
    : [
        refuse('note', 'MEETING.ITEMS_NOT_SETTLED', {
          count: open.length,
          items: open.map(({ title }) => title).join('、'),
        }),
      ];
};

const MISSING = { unit: '责任单位', dueOn: '完成时限', criterion: '验收标准' } as const;

/** No minutes while a resolution lacks unit, deadline or criterion (6.2 invariant 6). */
export const issuable: FormCheck = (_form, context, { outcome }) => {
  if (outcome !== 'submit') return [];
  return contextOf(context)
    .resolutions.filter((resolution) => !isComplete(resolution))
    .map((resolution) =>
      refuse('note', 'MEETING.RESOLUTION_INCOMPLETE', {
        text: resolution.text.slice(0, 40),
        missing: (['unit', 'dueOn', 'criterion'] as const)
          .filter((name) => (resolution[name] ?? '').trim() === '')
          .map((name) => MISSING[name])
          .join('、'),
      }),
    );
};

/** What is asked for is due after today. */
export const dueAhead: FormCheck = (form, _context, { at }) =>
  ['dueOn', 'conditionsDueOn'].flatMap((name) => {
    const on = textOf(form, name);
    return on !== null && on <= businessDate(at) ? [refuse(name, 'MEETING.DUE_DATE_PASSED', { on })] : [];
  });
