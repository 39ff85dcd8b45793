import { assign } from 'xstate';
import type { ProjectLevel } from '../commands';
import { readAgreement } from './agreement-form';
import { businessDate } from './business-date';
import {
  type AwaitedMaterial,
  type CarrierMode,
  type LifecycleContext,
  landingKindOf,
  type Opinion,
  type PreReviewRegion,
} from './context';
import { readEvaluation } from './evaluation-form';
import type { LifecycleEvent } from './events';
import { amountOf, namesOf, textOf } from './form-values';
import { isSame, told, toldDate } from './meeting-signals';
import { projectLevel } from './project-level';
import { scorecardOf } from './scorecard';
import { RESOLUTIONS_KEPT } from './thresholds';
import { missingReviewers } from './work-groups';

type Update<Params> = (context: LifecycleContext, event: LifecycleEvent, params: Params) => Partial<LifecycleContext>;

const remember = <Params = undefined>(update: Update<Params>) =>
  assign<LifecycleContext, LifecycleEvent, Params, LifecycleEvent, never>(({ context, event }, params) =>
    update(context, event, params),
  );

const landing = (unit: string | null): Partial<LifecycleContext> => ({
  landingUnit: unit,
  landingKind: landingKindOf(unit),
});

/** Where the form names a landing unit, it is the landing unit from now on. */
const landingFrom = (event: LifecycleEvent): Partial<LifecycleContext> => {
  const unit = textOf(event.form, 'landingUnit');
  return unit === null ? {} : landing(unit);
};

/** What the lifecycle keeps of what it is told. */
export const assignments = {
  rememberMatches: remember((_context, event) => ({
    matches: event.type === 'duplicateCheck.suspect' ? (event.matches ?? []).slice(0, 10) : [],
  })),
  forgetMatches: remember(() => ({ matches: [] })),
  rememberDispatch: remember((context, event) => {
    const leadTaskForce = textOf(event.form, 'leadTaskForce') ?? context.leadTaskForce;
    return {
      leadTaskForce,
      assistTaskForces: namesOf(event.form, 'assistTaskForces').filter((unit) => unit !== leadTaskForce),
      ...landingFrom(event),
    };
  }),
  forgetLandingUnit: remember(() => landing(null)),
  rememberFacts: remember((context, event) => ({
    projectName: textOf(event.form, 'projectName') ?? context.projectName,
    industryFocus: textOf(event.form, 'industryFocus') ?? context.industryFocus,
    totalInvestment: amountOf(event.form, 'totalInvestment') ?? context.totalInvestment,
  })),

  rememberEvaluation: remember((context, event) => ({
    ...landingFrom(event),
    totalInvestment: amountOf(event.form, 'totalInvestment') ?? context.totalInvestment,
    carrierMode: (textOf(event.form, 'carrierMode') as CarrierMode | null) ?? context.carrierMode,
    evaluation: readEvaluation(event.form),
    opinions: {},
    vetoOverruled: false,
    score: null,
    advisoryOverride: null,
  })),
  rememberOpinion: remember<{ region: PreReviewRegion; opinion: Opinion }>((context, event, { region, opinion }) => ({
    opinions: { ...context.opinions, [region]: { ...context.opinions[region], [event.slot ?? '']: opinion } },
  })),
  rememberOverdue: remember<{ region: PreReviewRegion }>((context, _event, { region }) => ({
    opinions: {
      ...context.opinions,
      [region]: {
        ...context.opinions[region],
        ...Object.fromEntries(missingReviewers(context, region).map(({ slot }) => [slot, 'overdue' as const])),
      },
    },
  })),
  rememberAwaitedMaterial: remember<Pick<AwaitedMaterial, 'during'>>((_context, event, { during }) => ({
    awaitedMaterial: {
      missing: textOf(event.form, 'missingMaterial') ?? '',
      askedBy: event.slot || event.actor.unit,
      since: businessDate(event.at),
      during,
    },
  })),
  forgetAwaitedMaterial: remember(() => ({ awaitedMaterial: null })),
  overruleVeto: remember(() => ({ vetoOverruled: true })),
  rememberScore: remember((context, event) => ({
    score: scorecardOf(event.form, context).score,
    level: (textOf(event.form, 'levelOverride') as ProjectLevel | null) ?? projectLevel(context),
  })),
  rememberLevel: remember((context) => ({ level: projectLevel(context) })),

  /** A new place among those who wait; whatever agenda the project was on before is over. */
  takeTurn: remember((context) => ({ queueTurn: context.queueTurn + 1, agenda: null })),
  rememberAgenda: remember((_context, event) => ({
    agenda: {
      meeting: told(event, 'meeting') ?? '',
      meetingTitle: told(event, 'meetingTitle') ?? '',
      item: told(event, 'item') ?? '',
    },
  })),
  rememberResolution: remember<{ open: boolean }>((context, event, { open }) => ({
    resolutions: [
      ...context.resolutions,
      { meeting: told(event, 'meeting') ?? '', key: told(event, 'resolution') ?? '', open },
    ].slice(-RESOLUTIONS_KEPT),
  })),
  closeOrder: remember((context, event) => ({
    resolutions: context.resolutions.map((taken) => (isSame(taken, event) ? { ...taken, open: false } : taken)),
  })),
  rememberConditions: remember((_context, event) => ({
    conditionsDueOn: toldDate(event, 'dueOn'),
    conditionsOf: { meeting: told(event, 'meeting') ?? '', resolution: told(event, 'resolution') ?? '' },
  })),
  forgetConditions: remember(() => ({ conditionsDueOn: null, conditionsOf: null })),
  countPushRequest: remember((context) => ({ pushRequests: context.pushRequests + 1 })),
  rememberAdvisoryOverride: remember((_context, event) => ({
    advisoryOverride: textOf(event.form, 'overrideReason'),
  })),

  rememberAgreement: remember((_context, event) => ({ agreement: readAgreement(event.form), fairReviewNo: null })),
  rememberFairReview: remember((_context, event) => ({ fairReviewNo: textOf(event.form, 'fairReviewNo') })),

  rememberMilestone: remember<{ milestone: keyof LifecycleContext['milestones'] }>((context, event, { milestone }) => ({
    milestones: { ...context.milestones, [milestone]: textOf(event.form, milestone) ?? businessDate(event.at) },
  })),
  rememberReachedMilestone: remember((context, event) => ({
    milestones: {
      ...context.milestones,
      [textOf(event.form, 'milestone') ?? 'registeredOn']: textOf(event.form, 'on') ?? businessDate(event.at),
    },
  })),
  rememberCarrierMode: remember((context, event) => ({
    carrierMode: (textOf(event.form, 'carrierMode') as CarrierMode | null) ?? context.carrierMode,
  })),
  rememberFiler: remember((_context, event) => ({ figuresFiledBy: event.actor.unit })),
  countRampCheck: remember((context) => ({ rampChecks: context.rampChecks + 1 })),

  rememberSuspension: remember((_context, event) => ({
    suspension: {
      since: businessDate(event.at),
      until: textOf(event.form, 'until') ?? businessDate(event.at),
    },
  })),
  forgetSuspension: remember(() => ({ suspension: null })),
  rememberTransfer: remember((_context, event) => landingFrom(event)),
};
