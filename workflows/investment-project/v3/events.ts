import type { ProcessEvent } from '@landfall/process-definition';
import type { DuplicateMatch } from './context';
import type { InstanceEventName } from './instance-events';
import type { MeetingSignalName } from './meeting-signals';
import type { OutcomeEventName } from './user-tasks';

type NamedEvent<Name extends string> = { [Key in Name]: ProcessEvent & { readonly type: Key } }[Name];

/** The answers of the duplicate check. */
export type DuplicateCheckEvent =
  | (ProcessEvent & { readonly type: 'duplicateCheck.clear' })
  | (ProcessEvent & { readonly type: 'duplicateCheck.suspect'; readonly matches?: readonly DuplicateMatch[] });

/** Everything the lifecycle can be told: outcomes of tasks, events of people, answers of jobs, what meetings conclude. */
export type LifecycleEvent =
  | NamedEvent<OutcomeEventName>
  | NamedEvent<InstanceEventName>
  | NamedEvent<MeetingSignalName>
  | DuplicateCheckEvent;
