import type { Actor, FieldSchema, LocalizedText, ProcessDefinition } from '@landfall/process-definition';
import type { InstanceView } from '@landfall/process-engine';

/** Something that people do to a meeting as a whole, as its definition offers it. */
export interface OfferedEvent {
  readonly type: string;
  readonly label: LocalizedText;
  readonly fields: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
  /** Why it would be refused now with nothing filled in; null where nothing stands in its way. */
  readonly refusal: {
    readonly code: string;
    readonly detail: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
  } | null;
}

/** What somebody may do to a meeting as a whole now, with what stands in the way. */
export const offeredEvents = (
  { events }: ProcessDefinition,
  { offeredEvents: types, context }: Pick<InstanceView, 'offeredEvents' | 'context'>,
  actor: Actor,
  now: Date,
): OfferedEvent[] =>
  types.flatMap((type) => {
    const event = events[type];
    if (event === undefined) return [];
    const [problem] = event.check?.({}, context, { at: now.toISOString(), actor }) ?? [];
    const { label, fields, required } = event;
    const refusal =
      problem === undefined ? null : { code: problem.code, detail: problem.detail, params: problem.params ?? {} };
    return [{ type, label, fields, required, refusal }];
  });
