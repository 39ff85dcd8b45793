import { dayOf, sayDay } from '@landfall/calendar';
import type { LocalizedText } from '@landfall/process-definition';
import type { Waiting } from '../queue/read-queue';
import type { LeadingGroupRules, PushRules, StreetTownRules } from '../rules/meeting-rules';
import type { WorkingDays } from '../working-days';
import { lastCutOff } from './cut-off';

/** A meeting that the rules call: whom they take from the queue and which rule with which numbers. */
export interface Batch {
  readonly items: readonly Waiting[];
  readonly because: LocalizedText;
}

interface Reason {
  readonly applies: boolean;
  readonly because: LocalizedText;
}

/** Those who have waited longest first. */
const oldestFirst = (waiting: readonly Waiting[]): Waiting[] =>
  [...waiting].sort((a, b) => a.waitingSince.getTime() - b.waitingSince.getTime() || (a.id < b.id ? -1 : 1));

const waitOf = (waiting: Waiting | undefined, day: string, calendar: WorkingDays): number =>
  waiting === undefined ? 0 : calendar.workingDaysBetween(dayOf(waiting.waitingSince), day);

const choose = (items: readonly Waiting[], atMost: number, reasons: readonly Reason[]): Batch | undefined => {
  const reason = reasons.find(({ applies }) => applies);
  if (reason === undefined || items.length === 0) return undefined;
  const left = items.length - atMost;
  return {
    items: items.slice(0, atMost),
    because:
      left <= 0
        ? reason.because
        : {
            zh: `${reason.because.zh}，按先后列入${atMost}个，其余${left}个下次上会`,
            en: `${reason.because.en}; the first ${atMost} are taken, ${left} wait on`,
          },
  };
};

const many = (count: number, from: number, what: LocalizedText): Reason => ({
  applies: count >= from,
  because: {
    zh: `${what.zh}已达${count}个（满${from}个即召集）`,
    en: `${count} ${what.en} wait (a meeting is called from ${from})`,
  },
});

const long = (days: number, limit: number, what: LocalizedText): Reason => ({
  applies: days >= limit,
  because: {
    zh: `最早的${what.zh}已等待${days}个工作日（满${limit}个工作日即召集）`,
    en: `one of the ${what.en} has waited ${days} working days (a meeting is called from ${limit})`,
  },
});

const PROJECTS = { zh: '待研判项目', en: 'projects' };

/**
 * 街镇研判: a batch is closed on its days, or when enough wait, or when somebody has waited too long. Whoever waited
 * before a cut-off day is due from that day on, so that a day on which nobody looked is made up for.
 */
export const streetTownBatch = (
  waiting: readonly Waiting[],
  day: string,
  rules: StreetTownRules,
  calendar: WorkingDays,
): Batch | undefined => {
  const items = oldestFirst(waiting);
  const cutOff = lastCutOff(day, rules.cutOffDays, calendar);
  const [oldest] = items;
  const closes =
    cutOff !== undefined && oldest !== undefined && (cutOff.on === day || dayOf(oldest.waitingSince) < cutOff.on);
  const moved = cutOff !== undefined && cutOff.on !== cutOff.planned;
  const [on, planned] = [sayDay(cutOff?.on ?? ''), sayDay(cutOff?.planned ?? '')];
  const count = items.length;
  return choose(items, rules.itemsAtMost, [
    {
      applies: closes,
      because: {
        zh: `${on.zh}集中研判日${moved ? `（原为${planned.zh}，遇非工作日顺延）` : ''}，待研判项目${count}个`,
        en: `the batch of ${on.en}${moved ? ` (${planned.en}, moved to a working day)` : ''}, ${count} projects wait`,
      },
    },
    many(count, rules.fromWaiting, PROJECTS),
    long(waitOf(oldest, day, calendar), rules.longestWaitWorkingDays, PROJECTS),
  ]);
};

/** The day by which a problem has to be heard; a district review has none. */
export const holdByOf = (waiting: Waiting, rules: PushRules, calendar: WorkingDays): string | null => {
  if (waiting.holdBy !== null) return waiting.holdBy;
  if (waiting.queue !== 'push') return null;
  const within = waiting.urgent ? rules.urgentWithinWorkingDays : rules.holdWithinWorkingDays;
  return calendar.addWorkingDays(dayOf(waiting.waitingSince), within);
};

const LAST = '9999-12-31';

/**
 * 项目推动: a meeting is called when the day by which somebody has to be heard comes near, when enough wait, or when
 * somebody has waited too long. Urgent ones first, then those that have to be heard soonest.
 */
export const pushBatch = (
  waiting: readonly Waiting[],
  day: string,
  rules: PushRules,
  calendar: WorkingDays,
): Batch | undefined => {
  const dueOf = (item: Waiting) => holdByOf(item, rules, calendar) ?? LAST;
  const byAge = oldestFirst(waiting);
  const items = [...byAge].sort(
    (a, b) => Number(b.urgent) - Number(a.urgent) || (dueOf(a) === dueOf(b) ? 0 : dueOf(a) < dueOf(b) ? -1 : 1),
  );
  const soonest = byAge.map(dueOf).sort()[0] ?? LAST;
  const what = { zh: '待推动、待评审事项', en: 'problems and reviews' };
  const near = soonest !== LAST && calendar.workingDaysBetween(day, soonest) <= rules.callAheadWorkingDays;
  return choose(items, rules.itemsAtMost, [
    {
      applies: near,
      because: {
        zh: `推动申请须在${sayDay(soonest).zh}前上会，${what.zh}共${items.length}个`,
        en: `a push request has to be heard by ${sayDay(soonest).en}, ${items.length} ${what.en} wait`,
      },
    },
    many(items.length, rules.fromWaiting, what),
    long(waitOf(byAge[0], day, calendar), rules.longestWaitWorkingDays, what),
  ]);
};

/**
 * 领导小组专题会: what waits for the leading group calls for a meeting when it has waited long enough; urgent ones are
 * heard first.
 */
export const leadingGroupBatch = (
  waiting: readonly Waiting[],
  day: string,
  rules: LeadingGroupRules,
  calendar: WorkingDays,
): Batch | undefined => {
  const byAge = oldestFirst(waiting);
  const items = [...byAge].sort((a, b) => Number(b.urgent) - Number(a.urgent));
  const what = { zh: '待领导小组研究事项', en: 'matters for the leading group' };
  const days = waitOf(byAge[0], day, calendar);
  const due = items.length >= rules.fromWaiting && days >= rules.longestWaitWorkingDays;
  return choose(items, rules.itemsAtMost, [
    {
      applies: due,
      because: {
        zh: `${what.zh}${items.length}个，最早的已等待${days}个工作日（满${rules.longestWaitWorkingDays}个工作日即提请召开）`,
        en: `${items.length} ${what.en} wait, the oldest for ${days} working days (proposed from ${rules.longestWaitWorkingDays})`,
      },
    },
  ]);
};
