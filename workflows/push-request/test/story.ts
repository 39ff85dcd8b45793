import {
  type Actor,
  type FormValues,
  Rejection,
  SYSTEM_ACTOR,
  startWalk,
  takeStep,
  type Walk,
} from '@landfall/process-definition';
import type { PushRequestContext, PushRequestInput } from '../v1/context';
import { pushRequestV1 as definition } from '../v1/push-request.v1';
import { ANYBODY, contextOf, formFor } from './walking';

const ENGINE_OWN = ['openUserTask', 'cancelUserTask', 'startTimer', 'cancelTimer'];

/** One request told event by event; a refused event throws, so that a story never goes on by mistake. */
export class Story {
  private constructor(public walk: Walk) {}

  static of(input: PushRequestInput): Story {
    return new Story(startWalk(definition, { ...input }));
  }

  get state(): string {
    return this.walk.states.join(' ');
  }

  get context(): PushRequestContext {
    return contextOf(this.walk);
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
    return this.take({ type, form: formFor(type, more), actor, ...(slot === undefined ? {} : { slot }) });
  }

  /** Tells what another process says. */
  tell(event: { readonly type: string } & Readonly<Record<string, unknown>>): this {
    return this.take({ ...event, actor: SYSTEM_ACTOR });
  }

  /** The code by which an event is refused; throws when it is taken. */
  refusal(type: string, more: FormValues = {}, rest: { slot?: string; actor?: Actor } = {}): string {
    const next = takeStep(definition, this.walk, {
      type,
      at: this.walk.at,
      form: formFor(type, more),
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
    const next = takeStep(definition, this.walk, { at: this.walk.at, ...event });
    if (next instanceof Rejection) throw next;
    this.walk = next;
    return this;
  }
}
