import { setTimeout as sleep } from 'node:timers/promises';
import type { MeetingPage, Task } from './answers';
import type { ApiClient } from './api-client';
import { type Completing, completeTask, type Step } from './drive-project';

export interface HoldOptions extends Pick<Completing, 'choices'> {
  /** Sees every meeting and prepares them. */
  readonly secretary: string;
  /** Opens and closes the session. */
  readonly chair: string;
  readonly now: () => Date;
  /** Lets the time come to an instant. */
  readonly goTo: (instant: Date) => Promise<void>;
  /** The day on which a meeting is held that is planned today: YYYY-MM-DD. */
  readonly dayFor?: (today: string) => string;
  /** Who answers for work that the conclusions gave to nobody. */
  readonly unitFor?: (meeting: MeetingPage, item: string | null) => string;
  readonly onStep?: (step: Step) => void;
}

const PATIENCE_MS = 30_000;
const HELD_AT = '14:30';
const PLACE = '滨海新区政务中心第三会议室';
const DAY_MS = 86_400_000;

/** The states in which nobody has to do anything for the meeting to go on. */
const AFTER = ['followUp', 'archived', 'cancelled'];

const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A week from a day on, and never at a weekend. */
const nextWeek = (today: string): string => {
  const day = new Date(Date.parse(today) + 7 * DAY_MS);
  const weekday = day.getUTCDay();
  const late = weekday === 0 ? 1 : weekday === 6 ? 2 : 0;
  return new Date(day.getTime() + late * DAY_MS).toISOString().slice(0, 10);
};

/**
 * Takes a meeting from wherever it is to its follow-up, as the people whose posts own its tasks would: planned and
 * confirmed, replied to, judged, opened on its day, concluded item by item, minuted and signed, all through the API.
 */
export const holdMeeting = async (api: ApiClient, meetingId: string, options: HoldOptions): Promise<MeetingPage> => {
  const read = () => api.get<MeetingPage>(options.secretary, `/api/meetings/${meetingId}`);
  let waitingSince = Date.now();
  for (;;) {
    const meeting = await read();
    if (AFTER.includes(meeting.state)) return meeting;
    if (await goOn(api, meeting, options)) {
      waitingSince = Date.now();
      continue;
    }
    if (Date.now() - waitingSince > PATIENCE_MS) {
      throw new Error(`${meeting.title} stays in '${meeting.state}' and nobody can move it`);
    }
    await sleep(50);
  }
};

/** Does what can be done next; answers whether anything was. */
const goOn = async (api: ApiClient, meeting: MeetingPage, options: HoldOptions): Promise<boolean> => {
  switch (meeting.state) {
    case 'convened':
      return convened(api, meeting, options);
    case 'inSession':
      return inSession(api, meeting, options);
    case 'minutes':
      await completeResolutions(api, meeting, options);
      return complete(api, meeting.openTasks, meeting, options);
    default:
      return complete(api, meeting.openTasks, meeting, options);
  }
};

const complete = async (
  api: ApiClient,
  tasks: readonly Task[],
  meeting: MeetingPage,
  { choices, now, dayFor = nextWeek, onStep }: HoldOptions,
): Promise<boolean> => {
  for (const task of tasks) {
    const plan = { plannedOn: meeting.plannedOn ?? dayFor(dayOf(now())), plannedTime: HELD_AT, place: PLACE };
    const step = await completeTask(api, task, { ...(choices ? { choices } : {}), now, given: plan });
    onStep?.(step);
  }
  return tasks.length > 0;
};

/** Replies, papers and opinions come before the day, the session on it. */
const convened = async (api: ApiClient, meeting: MeetingPage, options: HoldOptions): Promise<boolean> => {
  if (meeting.openTasks.length > 0) return complete(api, meeting.openTasks, meeting, options);
  await options.goTo(new Date(`${meeting.plannedOn}T${meeting.plannedTime}:00+08:00`));
  const { secretary, chair } = options;
  for (const { unit, present } of meeting.seats) {
    if (present) continue;
    await api.post(secretary, `/api/meetings/${meeting.meetingId}/check-ins`, { unit: unit.code, present: true });
  }
  await api.post(chair, `/api/meetings/${meeting.meetingId}/events/openSession`);
  return true;
};

const inSession = async (api: ApiClient, meeting: MeetingPage, options: HoldOptions): Promise<boolean> => {
  const conclusions = meeting.openTasks.filter(({ taskKey }) => taskKey.startsWith('conclude'));
  if (conclusions.length > 0) return complete(api, conclusions, meeting, options);
  await api.post(options.chair, `/api/meetings/${meeting.meetingId}/events/closeSession`);
  return true;
};

/** 责任单位、完成时限、验收标准: what a conclusion left open is written into the minutes. */
const completeResolutions = async (
  api: ApiClient,
  { meetingId, resolutions }: MeetingPage,
  { secretary, now, unitFor = () => 'LGO' }: HoldOptions,
): Promise<void> => {
  for (const resolution of resolutions.filter(({ missing }) => missing.length > 0)) {
    const meeting = await api.get<MeetingPage>(secretary, `/api/meetings/${meetingId}`);
    await api.put(secretary, `/api/meetings/${meetingId}/resolutions/${resolution.key}`, {
      seen: meeting.rev,
      item: resolution.item,
      kind: resolution.kind.key,
      text: resolution.text,
      unit: resolution.unit?.code ?? unitFor(meeting, resolution.item),
      dueOn: resolution.dueOn ?? dayOf(new Date(now().getTime() + 30 * DAY_MS)),
      criterion: resolution.criterion ?? '形成书面结果并报办公室备案',
    });
  }
};
