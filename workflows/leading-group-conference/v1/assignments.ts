import type { ApprovalStep, ConferenceFacts, UnitReport } from '../../meeting-parts/conference-facts';
import { remember } from '../../meeting-parts/v1/assignments';
import { businessDate, weekdaysAfter } from '../../meeting-parts/v1/business-date';
import { attendanceOf, type MeetingContext, owingReports, UNANSWERED } from '../../meeting-parts/v1/context';
import type { MeetingEvent } from '../../meeting-parts/v1/events';
import { numberOf, textOf } from '../../meeting-parts/v1/form-values';
import { composedAgenda, draftAgenda, readBackAgenda } from './agenda';
import { factsOf, substitutesToDecide } from './context';
import { COLLECTING_WORKING_DAYS } from './timers';

type Facts = (facts: ConferenceFacts, event: MeetingEvent, context: MeetingContext) => Partial<ConferenceFacts>;

const withFacts = (context: MeetingContext, facts: Partial<ConferenceFacts>) => ({
  conference: { ...factsOf(context), ...facts },
});

const know = (update: Facts) =>
  remember((context, event) => withFacts(context, update(factsOf(context), event, context)));

const later = (one: string, other: string): string => (one > other ? one : other);

const reportOf = ({ slot, form, actor, at }: MeetingEvent): UnitReport => {
  const title = textOf(form, 'topicTitle');
  return {
    unit: slot ?? '',
    standing: 'given',
    done: textOf(form, 'done'),
    problems: textOf(form, 'problems'),
    nextSteps: textOf(form, 'nextSteps'),
    figures: {
      newProjects: numberOf(form, 'newProjects'),
      signedProjects: numberOf(form, 'signedProjects'),
      startedProjects: numberOf(form, 'startedProjects'),
    },
    topic: title === null ? null : { title, text: textOf(form, 'topicText') ?? '' },
    by: actor.name,
    at,
  };
};

/** 未报: what was not handed in is recorded. */
const unreported = (unit: string): UnitReport => ({
  unit,
  standing: 'notGiven',
  done: null,
  problems: null,
  nextSteps: null,
  figures: { newProjects: null, signedProjects: null, startedProjects: null },
  topic: null,
  by: null,
  at: null,
});

const proposalOf = ({ form }: MeetingEvent) => ({
  plannedOn: textOf(form, 'plannedOn'),
  plannedTime: textOf(form, 'plannedTime'),
  place: textOf(form, 'place'),
});

/** Whether the window has passed without a conference. */
export const isLate = ({ delay, half }: ConferenceFacts, at: string): boolean =>
  delay !== null || businessDate(at) > half.windowTo;

/** Late, and nobody has said why. */
export const owesReason = (context: MeetingContext, at: string): boolean => {
  const facts = factsOf(context);
  return isLate(facts, at) && (facts.delay?.reason ?? null) === null;
};

/** What a conference keeps of what it is told, besides what every meeting keeps. */
export const assignments = {
  /** Reports are due when the window opens, and never sooner than the units can write them. */
  rememberCollecting: know(({ half }, { at }) => ({
    reportsDueOn: later(half.windowFrom, weekdaysAfter(businessDate(at), COLLECTING_WORKING_DAYS)),
  })),
  rememberReport: know(({ reports }, event) => ({ reports: [...reports, reportOf(event)] })),
  rememberUnreported: know(({ reports }, _event, context) => ({
    reports: [...reports, ...owingReports(context).map(unreported)],
  })),

  draftAgenda: remember((context) => ({ items: draftAgenda(context) })),
  rememberComposition: remember((context, event) => ({
    items: composedAgenda(context, event.form),
    ...withFacts(context, { proposal: proposalOf(event), approvals: [] }),
  })),
  rememberReadBack: remember((context, { previous }) =>
    previous === undefined
      ? {}
      : { items: readBackAgenda(context.items, previous), ...withFacts(context, { previous }) },
  ),

  rememberApproval: know(({ approvals }, { type, actor, at }) => ({
    approvals: [...approvals, { step: STEPS[type] ?? 'director', by: actor.name, at }],
  })),
  /** The leader takes the date that was proposed, or sets another. */
  rememberApprovedDate: remember((context, event) => {
    const { proposal, delay } = factsOf(context);
    const set = proposalOf(event);
    return {
      plannedOn: set.plannedOn ?? proposal.plannedOn,
      plannedTime: set.plannedTime ?? proposal.plannedTime,
      place: set.place ?? proposal.place,
      overdue: delay !== null,
    };
  }),
  /** A date that is moved is approved anew. */
  rememberMovedProposal: remember((context, event) => ({
    plannedTime: null,
    place: null,
    ...withFacts(context, { proposal: proposalOf(event), approvals: [] }),
  })),

  rememberAskedSubstitutes: know((_facts, _event, context) => ({ askedSubstitutes: substitutesToDecide(context) })),
  rememberSubstituteAgreed: know(({ substitutes }, { slot = '' }, context) => ({
    substitutes: [
      ...substitutes.filter(({ unit }) => unit !== slot),
      { unit: slot, person: attendanceOf(context, slot).person },
    ],
  })),
  /** The unit is asked anew who comes. */
  rememberSubstituteRefused: remember(({ attendance, asked }, { slot = '' }) => ({
    attendance: { ...attendance, [slot]: UNANSWERED },
    asked: { ...asked, replies: asked.replies.filter((unit) => unit !== slot) },
  })),

  /** 逾期: the half-year passed without its conference; this is never taken back. */
  rememberDelay: remember((context) => {
    const { half, delay } = factsOf(context);
    const first = { since: half.windowTo, reason: null, newDate: null, by: null };
    return { overdue: true, ...withFacts(context, { delay: delay ?? first }) };
  }),
  rememberExplanation: know(({ half, delay }, { form, actor }) => ({
    delay: {
      since: delay?.since ?? half.windowTo,
      reason: textOf(form, 'reason'),
      newDate: textOf(form, 'newDate'),
      by: actor.name,
    },
  })),
  rememberHeld: remember((context, { at, form, actor }) => {
    const facts = factsOf(context);
    if (!isLate(facts, at)) return {};
    const { since, reason, newDate, by } = facts.delay ?? EMPTY_DELAY;
    const said = textOf(form, 'lateReason');
    const delay = {
      since: since ?? facts.half.windowTo,
      reason: reason ?? said,
      newDate,
      by: reason === null ? actor.name : by,
    };
    return { overdue: true, ...withFacts(context, { delay, heldLate: true }) };
  }),
  rememberSkipped: remember((context, { form }) => ({
    overdue: true,
    reason: textOf(form, 'reason'),
    ...withFacts(context, { skippedBecause: textOf(form, 'reason') }),
  })),
};

const EMPTY_DELAY = { since: null, reason: null, newDate: null, by: null };

const STEPS: Readonly<Record<string, ApprovalStep>> = {
  'approveAsDirector.approve': 'director',
  'approveAsExecutive.approve': 'executive',
  'approveAsLeader.approve': 'leader',
};
