import {
  type Actor,
  type FormValues,
  type ProcessDefinition,
  Rejection,
  SYSTEM_ACTOR,
  startWalk,
  takeStep,
  type Walk,
} from '@landfall/process-definition';
import type { LifecycleInput } from '..';
import { formal, OFFICER, type Walking } from './walking';

/** What the happy way of a story depends on. */
interface Known {
  readonly landingUnit: string | null;
  readonly totalInvestment: string | null;
}

/** One project told event by event; a refused event throws, so that a story never goes on by mistake. */
export abstract class ProjectStory<Context extends Known> {
  public walk: Walk;

  protected constructor(
    private readonly definition: ProcessDefinition,
    private readonly walking: Walking,
    input: LifecycleInput,
  ) {
    this.walk = startWalk(definition, { ...input });
  }

  get states(): readonly string[] {
    return this.walk.states;
  }

  get state(): string {
    return this.walk.states.join(' ');
  }

  get context(): Context {
    return this.walk.snapshot.context as Context;
  }

  get tasks(): readonly string[] {
    return this.walk.tasks.map(({ task, slot, group }) => `${task}${slot === '' ? '' : `#${slot}`} ${group}`);
  }

  /** The names of the delays that run, with the time left in days. */
  get timers(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.walk.timers.map(({ event, dueAt }) => [
        event.split('.')[2] ?? event,
        (Date.parse(dueAt) - Date.parse(this.walk.at)) / 86_400_000,
      ]),
    );
  }

  /** Commands of the last step by name, the engine's own ones left out. */
  get said(): readonly { readonly type: string; readonly params: unknown }[] {
    const own = ['openUserTask', 'cancelUserTask', 'startTimer', 'cancelTimer'];
    return (this.walk.steps.at(-1)?.commands ?? []).filter(({ type }) => !own.includes(type));
  }

  send(type: string, more: FormValues = {}, { slot, actor = OFFICER }: { slot?: string; actor?: Actor } = {}): this {
    const next = this.attempt(type, more, slot === undefined ? { actor } : { actor, slot });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }

  /** Tells what a job found out; such events carry their facts beside the form. */
  tell(event: { readonly type: string } & Readonly<Record<string, unknown>>): this {
    const next = takeStep(this.definition, this.walk, { ...event, at: this.walk.at, actor: SYSTEM_ACTOR });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }

  /** The refusal of what another process or a job tells; throws when it is taken. */
  deaf(event: { readonly type: string } & Readonly<Record<string, unknown>>): string {
    const next = takeStep(this.definition, this.walk, { ...event, at: this.walk.at, actor: SYSTEM_ACTOR });
    if (next instanceof Rejection) return next.code;
    throw new Error(`Expected '${event.type}' to be refused, but it led to ${next.states.join(' ')}`);
  }

  /** The refusal of an event; throws when it is taken. */
  refusal(
    type: string,
    more: FormValues = {},
    { slot, actor = OFFICER }: { slot?: string; actor?: Actor } = {},
  ): string {
    const next = this.attempt(type, more, slot === undefined ? { actor } : { actor, slot });
    if (next instanceof Rejection) return next.code;
    throw new Error(`Expected '${type}' to be refused, but it led to ${next.states.join(' ')}`);
  }

  /** Lets every open slot of the tasks give the outcome. */
  all(outcome: string, ...tasks: readonly string[]): this {
    for (const { task, slot } of this.walk.tasks.filter((open) => tasks.includes(open.task))) {
      this.send(`${task}.${outcome}`, {}, { slot });
    }
    return this;
  }

  /** Lets a running delay end; `where` tells delays of parallel regions apart. */
  elapse(delay: string, where = ''): this {
    const timer = this.walk.timers.find(({ event }) => event.split('.')[2] === delay && event.includes(where));
    if (!timer) throw new Error(`Expected delay '${delay}' to run, but it does not`);
    const next = takeStep(this.definition, this.walk, { type: timer.event, at: timer.dueAt, actor: SYSTEM_ACTOR });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }

  private attempt(type: string, more: FormValues, rest: { actor: Actor; slot?: string }): Walk | Rejection {
    return takeStep(this.definition, this.walk, {
      type,
      at: this.walk.at,
      form: this.walking.formFor(type, more),
      ...rest,
    });
  }

  /** Follows the shortest happy way to a stage. */
  to(
    stage:
      | 'following'
      | 'collecting'
      | 'preReview'
      | 'scoring'
      | 'review'
      | 'drafting'
      | 'clearance'
      | 'ready'
      | 'registration',
  ): this {
    const steps: [string, () => void][] = [
      ['following', () => this.toFollowing()],
      ['collecting', () => this.send('leadFollowUp.startEvaluation')],
      ['preReview', () => this.send('evaluationCollecting.submit', { landingUnit: this.context.landingUnit ?? 'Z02' })],
      [
        'scoring',
        () => this.all('agree', 'industryReview', 'factorsReview', 'commercialReview').send('vetoCheck.clear'),
      ],
      ['review', () => this.send('scoring.confirm', { intensityScore: 10, taxScore: 9 })],
      ['drafting', () => this.reviewed()],
      [
        'clearance',
        () => this.send('agreementDrafting.submit', { ...formal, agreementAmount: this.context.totalInvestment }),
      ],
      ['ready', () => this.cleared()],
      ['registration', () => this.send('signingRecord.recordFormal')],
    ];
    for (const [reached, step] of steps) {
      step();
      if (reached === stage) return this;
    }
    return this;
  }

  private toFollowing(): void {
    this.send('duplicateCheck.clear').send('leadScreening.pass');
    if (this.context.landingUnit !== null) this.send('referralAcceptance.accept');
  }

  /** How the version's review ends well. */
  protected reviewed(): void {
    const [open] = this.walk.tasks;
    this.send(`${open?.task}.${open?.task === 'streetTownReview' ? 'proceed' : 'approve'}`);
  }

  private cleared(): void {
    this.all(
      'pass',
      'legalClearance',
      'fairCompetitionReview',
      'financeClearance',
      'industryClearance',
      'landClearance',
    );
    this.send('agreementApproval.approve');
  }
}
