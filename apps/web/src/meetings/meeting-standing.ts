import type {
  InboxItem,
  MeetingDetail,
  MeetingEdit,
  MeetingItem,
  MeetingKind,
  MeetingSeat,
  MeetingState,
} from '../api/contract';
import type { Dictionary } from '../language/zh';
import { dateInWords } from '../time/shanghai-time';

export type MeetingStep = keyof Dictionary['meetings']['steps'];

const SESSION: readonly MeetingStep[] = ['convened', 'inSession', 'minutes', 'signing', 'followUp', 'archived'];

const STEPS: Readonly<Record<MeetingKind, readonly MeetingStep[]>> = {
  streetTownReview: ['planning', 'confirming', ...SESSION],
  push: ['planning', 'confirming', ...SESSION],
  special: ['proposed', 'planning', 'confirming', ...SESSION],
  plenary: ['proposed', 'planning', 'confirming', ...SESSION],
  conference: ['scheduled', 'collecting', 'composing', 'approving', ...SESSION],
};

/** The steps of a kind of meeting, and which of them it is at. */
export const stepsOf = ({ kind, state }: Pick<MeetingItem, 'kind' | 'state'>) => {
  const steps = STEPS[kind];
  // Numbering is a moment between signing and follow-up.
  const step = state === 'dispatching' ? 'signing' : state;
  return { steps, at: (steps as readonly string[]).indexOf(step) };
};

export type MeetingGroup = 'toDo' | 'upcoming' | 'preparing' | 'held';

const UPCOMING: readonly MeetingState[] = ['convened', 'inSession'];
const HELD: readonly MeetingState[] = ['minutes', 'signing', 'dispatching', 'followUp', 'archived', 'cancelled'];

/** In which list a meeting stands: what one has to do oneself comes before everything else. */
export const groupOf = ({ state, toDo }: Pick<MeetingItem, 'state' | 'toDo'>): MeetingGroup => {
  if (toDo.length > 0) return 'toDo';
  if (UPCOMING.includes(state)) return 'upcoming';
  return HELD.includes(state) ? 'held' : 'preparing';
};

/** A day as an instant: noon in Shanghai, which is the same day wherever the browser is. */
/** “11月30日（周一）14:30”. */
export const plannedInWords = (
  { plannedOn, plannedTime }: Pick<MeetingItem, 'plannedOn' | 'plannedTime'>,
  t: Dictionary,
): string =>
  plannedOn === null
    ? t.meetings.unplanned
    : `${dateInWords(plannedOn, t)}${t.colon === '：' ? '' : ' '}${plannedTime ?? ''}`.trim();

/** The caller's own open tasks of a meeting. */
export const ownTasksOf = ({ openTasks, ownTasks }: MeetingDetail): (InboxItem & { userTaskId: string })[] =>
  openTasks.flatMap((task) =>
    task.userTaskId !== null && ownTasks.includes(task.userTaskId) ? [{ ...task, userTaskId: task.userTaskId }] : [],
  );

/** Whether a seat is asked to reply; who calls or chairs a meeting is there anyway. */
export const isInvited = ({ role }: Pick<MeetingSeat, 'role'>): boolean => role !== 'convener' && role !== 'chair';

export const isOpinionTask = ({ taskKey }: Pick<InboxItem, 'taskKey'>): boolean =>
  taskKey === 'judge' || taskKey === 'advise';

export const isConclusionTask = ({ taskKey }: Pick<InboxItem, 'taskKey'>): boolean => taskKey.startsWith('conclude');

export const mayEdit = ({ edits }: Pick<MeetingDetail, 'edits'>, edit: MeetingEdit): boolean =>
  edits.some((known) => known.edit === edit && known.allowed);

/** Whether the caller prepares, calls or chairs it, whatever may be edited now. */
export const runsIt = ({ edits }: Pick<MeetingDetail, 'edits'>): boolean =>
  edits.some(({ edit, refusal }) => edit === 'arrangeAgenda' && refusal?.code !== 'MEETING.EDITING_NOT_ALLOWED');

/** Whether people may be checked in: not before the day of the meeting, whatever the process would take. */
export const checksInNow = (meeting: Pick<MeetingDetail, 'edits' | 'plannedOn' | 'state'>, today: string): boolean =>
  mayEdit(meeting, 'checkIn') &&
  (meeting.state === 'inSession' || (meeting.plannedOn !== null && meeting.plannedOn <= today));

/** The states from which on nothing is prepared any more. */
export const hasBegun = ({ state }: Pick<MeetingItem, 'state'>): boolean =>
  state === 'inSession' || (HELD.includes(state) && state !== 'cancelled');
