import type { ProcessEvent } from '@landfall/process-definition';
import { atLeast } from './amount';
import { businessDate } from './business-date';
import type { LifecycleContext, PreReviewRegion } from './context';
import { isForeign } from './evaluation-form';
import { textOf } from './form-values';
import { mayDecideSuspension } from './instance-events';
import { type Track, tracksOf } from './landing-tracks';
import { isSame, told } from './meeting-signals';
import { RAMP_CHECK_DAYS, SHORTEST_OVERRIDE_REASON } from './thresholds';
import { missingReviewers } from './work-groups';

interface On {
  readonly context: LifecycleContext;
  readonly event: ProcessEvent;
}

const hasCome = ({ event }: On, field: string): boolean => {
  const date = textOf(event.form, field);
  return date !== null && date <= businessDate(event.at);
};

/** The milestones that people may record outside their stage; the order of real projects differs. */
const SIDE_MILESTONES = ['registeredOn', 'startedOn', 'operatedOn'] as const;

const has =
  (milestone: keyof LifecycleContext['milestones']) =>
  ({ context }: On): boolean =>
    context.milestones[milestone] !== undefined;

/** A signal about the place that the project has on an agenda: the meeting and the item have to be its own. */
const isOfAgenda = ({ context: { agenda }, event }: On): boolean =>
  agenda !== null && told(event, 'meeting') === agenda.meeting && told(event, 'item') === agenda.item;

/** A signal that comes twice is taken once. */
const isNewResolution = ({ context, event }: On): boolean => {
  const isNamed = told(event, 'resolution') !== null && told(event, 'meeting') !== null;
  return isNamed && !context.resolutions.some((taken) => isSame(taken, event));
};

/**
 * The conditions of the lifecycle. What a form check refuses with a sentence is refused here once more, so that no
 * sender can go around it.
 */
export const guards = {
  /** Exactly one lead task force is known, so that nobody has to dispatch. */
  routed: ({ context }: On) => context.leadTaskForce !== null,
  namesLandingUnit: ({ event }: On) => textOf(event.form, 'landingUnit') !== null,
  hasLandingUnit: ({ context }: On) => context.landingUnit !== null,

  committedBeforeEntry: ({ context }: On) => context.committedBeforeEntry,
  signed: has('signedOn'),
  registered: has('registeredOn'),
  started: has('startedOn'),
  operated: has('operatedOn'),
  /** Signing is never recorded on the side: it goes through clearance and the fair-competition review (6.2 invariant 3). */
  milestoneIsNew: (on: On) => {
    const milestone = SIDE_MILESTONES.find((known) => known === textOf(on.event.form, 'milestone'));
    return milestone !== undefined && on.context.milestones[milestone] === undefined && hasCome(on, 'on');
  },

  /** Every reviewing unit of the region has said something or was marked as overdue. */
  answered: ({ context }: On, { region }: { region: PreReviewRegion }) =>
    missingReviewers(context, region).length === 0,
  materialAskedInPreReview: ({ context }: On) => context.awaitedMaterial?.during === 'preReview',
  ofSlot: ({ event }: On, { slot }: { slot: string }) => event.slot === slot,
  vetoOverruled: ({ context }: On) => context.vetoOverruled,
  reasonedOverride: ({ event }: On) =>
    (textOf(event.form, 'overrideReason') ?? '').trim().length >= SHORTEST_OVERRIDE_REASON,

  landsInStreetOrTown: ({ context }: On) => context.landingKind === 'STREET_TOWN',
  needsLeadingGroup: ({ context }: On) => context.level === 'major' || context.level === 'crossRegion',
  needsDistrict: ({ context }: On) => context.level === 'districtKey' || context.landingUnit === null,

  namesAgendaItem: ({ event }: On) => told(event, 'meeting') !== null && told(event, 'item') !== null,
  ofAgenda: isOfAgenda,
  concludesItem: (on: On) => isOfAgenda(on) && isNewResolution(on),
  newResolution: isNewResolution,
  orderIsOpen: ({ context, event }: On) => context.resolutions.some((taken) => taken.open && isSame(taken, event)),

  withoutLandClauses: ({ context }: On) => context.agreement?.landClauses !== true,
  /** No formal signing without a fair-competition review (6.2 invariant 3), and none in the future. */
  formalSigningAllowed: (on: On) =>
    on.context.fairReviewNo !== null && on.context.agreement?.kind === 'formal' && hasCome(on, 'signedOn'),
  frameworkSigningAllowed: (on: On) => hasCome(on, 'signedOn'),
  registrationHasCome: (on: On) => hasCome(on, 'registeredOn'),
  startHasCome: (on: On) => hasCome(on, 'startedOn'),
  operationHasCome: (on: On) => hasCome(on, 'operatedOn'),

  trackNotNeeded: ({ context }: On, { track }: { track: Track }) => !tracksOf(context).includes(track),
  withoutForeignCapital: ({ context }: On) =>
    !isForeign(context.capitalType) && !atLeast(context.evaluation?.foreignPlanned ?? null, '0.0001'),
  moreRampChecks: ({ context }: On) => context.rampChecks + 1 < RAMP_CHECK_DAYS.length,

  withinOwnPower: ({ event }: On) => {
    const until = textOf(event.form, 'until');
    return until !== null && mayDecideSuspension(event.actor.groups, businessDate(event.at), until);
  },
  wasSuspended: ({ context }: On) => context.suspension !== null,
  leavesBinhai: ({ event }: On) => event.form?.destination === 'outside',
};
