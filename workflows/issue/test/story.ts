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
import type { IssueContext, IssueInput } from '../v1/context';
import { issueV1 } from '../v1/issue.v1';
import { ANYBODY, formFor, type Walking } from './walking';

const ENGINE_OWN = ['openUserTask', 'cancelUserTask', 'startTimer', 'cancelTimer'];

/** One issue told event by event; a refused event throws, so that a story never goes on by mistake. */
export abstract class IssueStory<Context> {
  public walk: Walk;

  protected constructor(
    private readonly definition: ProcessDefinition,
    private readonly formFor: Walking['formFor'],
    input: IssueInput,
  ) {
    this.walk = startWalk(definition, { ...input });
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
  get said(): readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[] {
    return (this.walk.steps.at(-1)?.commands ?? []).filter(({ type }) => !ENGINE_OWN.includes(type));
  }

  /** The params of a command of the last step. */
  heard(type: string): Readonly<Record<string, unknown>> | undefined {
    return this.said.find((command) => command.type === type)?.params;
  }

  send(type: string, more: FormValues = {}, { slot, actor = ANYBODY }: { slot?: string; actor?: Actor } = {}): this {
    return this.take({ type, form: this.formFor(type, more), actor, ...(slot === undefined ? {} : { slot }) });
  }

  /** Tells what another process says. */
  tell(event: { readonly type: string } & Readonly<Record<string, unknown>>): this {
    return this.take({ ...event, actor: SYSTEM_ACTOR });
  }

  /** The code by which an event is refused; throws when it is taken. */
  refusal(type: string, more: FormValues = {}, rest: { slot?: string; actor?: Actor } = {}): string {
    const next = takeStep(this.definition, this.walk, {
      type,
      at: this.walk.at,
      form: this.formFor(type, more),
      actor: ANYBODY,
      ...rest,
    });
    if (next instanceof Rejection) return next.code;
    throw new Error(`Expected '${type}' to be refused, but it led to ${next.states.join(' ')}`);
  }

  /** Lets a running delay end. */
  elapse(delay: string): this {
    const timer = this.walk.timers.find(({ event }) => event.split('.')[2] === delay);
    if (!timer) throw new Error(`Expected delay '${delay}' to run, but it does not`);
    return this.take({ type: timer.event, at: timer.dueAt, actor: SYSTEM_ACTOR });
  }

  private take(event: { readonly type: string; readonly actor: Actor; readonly [fact: string]: unknown }): this {
    const next = takeStep(this.definition, this.walk, { at: this.walk.at, ...event });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }
}

/** An issue under version 1. */
export class Story extends IssueStory<IssueContext> {
  static of(input: IssueInput): Story {
    return new Story(issueV1, formFor, input);
  }
}
