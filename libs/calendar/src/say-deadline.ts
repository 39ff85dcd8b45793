import type { LocalizedText } from '@landfall/process-definition';
import { type CalendarDay, dayOf, yearOf } from './calendar-day';
import type { DeadlineArithmetic, DeadlinePause, ExtraDay, SkippedDays } from './deadline';
import { MONTHS } from './say-day';

const UNITS: Readonly<Record<DeadlineArithmetic['unit'], { zh: string; one: string; many: string }>> = {
  workingDay: { zh: '个工作日', one: 'working day', many: 'working days' },
  workingHour: { zh: '个工作小时', one: 'working hour', many: 'working hours' },
  day: { zh: '天', one: 'day', many: 'days' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
};

/**
 * Says how a due time came about in one sentence, like "Due 11 Oct 2025: 5 working days from 28 Sep; 1–8 Oct holiday
 * (National Day, Mid-Autumn Festival); 11 Oct make-up workday". Weekends are what everybody expects and are not said; the
 * year is said where it is not the due day's.
 */
export const sayDeadline = (arithmetic: DeadlineArithmetic): LocalizedText => {
  const { unit, skipped, makeUp, pauses, yearsWithoutNotice } = arithmetic;
  const dueDay = dayOf(new Date(arithmetic.dueAt));
  const days = new DayWords(yearOf(dueDay), unit === 'hour' || unit === 'workingHour');
  const parts: LocalizedText[] = [
    sayCount(arithmetic, days),
    ...skipped.flatMap((run) => saySkipped(run, days)),
    ...makeUp.map((day) => sayExtra(day, days)),
    ...pauses.map((pause) => sayPause(pause, days)),
    ...yearsWithoutNotice.map((year) => ({
      zh: `${year}年放假安排尚未录入，暂按法定节日和周末推算`,
      en: `provisional: no holiday notice for ${year} yet, counted by weekends and statutory holidays`,
    })),
  ];
  const wholeDue = new DayWords(undefined, days.withTime);
  return {
    zh: `${wholeDue.instantZh(arithmetic.dueAt)}到期：${parts.map(({ zh }) => zh).join('；')}`,
    en: `Due ${wholeDue.instantEn(arithmetic.dueAt)}: ${parts.map(({ en }) => en).join('; ')}`,
  };
};

const sayCount = ({ amount, unit, from, countdown }: DeadlineArithmetic, days: DayWords): LocalizedText => {
  const count = `${amount} ${amount === 1 ? UNITS[unit].one : UNITS[unit].many}`;
  if (countdown === undefined) {
    return { zh: `自${days.instantZh(from)}起${amount}${UNITS[unit].zh}`, en: `${count} from ${days.instantEn(from)}` };
  }
  const { before, at } = countdown;
  return amount === 0
    ? { zh: `${days.dayZh(before)}当天${at}`, en: `${at} on ${days.dayEn(before)}` }
    : {
        zh: `${days.dayZh(before)}前${amount}${UNITS[unit].zh}${at}`,
        en: `${at}, ${count} before ${days.dayEn(before)}`,
      };
};

const saySkipped = (run: SkippedDays, days: DayWords): LocalizedText[] => {
  if (run.kind === 'weekend') return [];
  const zh = days.rangeZh(run.from, run.to);
  const en = days.rangeEn(run.from, run.to);
  const name = run.name ?? { zh: '', en: '' };
  return run.kind === 'holiday'
    ? [{ zh: `${zh}${name.zh}放假`, en: `${en} holiday${inBrackets(name.en)}` }]
    : [{ zh: `${zh}本单位休息${name.zh && `（${name.zh}）`}`, en: `${en} the unit's day off${inBrackets(name.en)}` }];
};

const sayExtra = ({ on, kind, name }: ExtraDay, days: DayWords): LocalizedText =>
  kind === 'makeUpWorkday'
    ? { zh: `${days.dayZh(on)}调休上班`, en: `${days.dayEn(on)} make-up workday` }
    : { zh: `${days.dayZh(on)}本单位上班（${name.zh}）`, en: `${days.dayEn(on)} worked by the unit (${name.en})` };

const sayPause = ({ from, to, reason }: DeadlinePause, days: DayWords): LocalizedText => {
  const why = { zh: reason ? `（${reason.zh}）` : '', en: reason ? ` (${reason.en})` : '' };
  if (to === null) {
    return { zh: `${days.instantZh(from)}起暂停计时${why.zh}`, en: `paused since ${days.instantEn(from)}${why.en}` };
  }
  const within = days.withTime
    ? { zh: `${days.instantZh(from)}至${days.instantZh(to)}`, en: `${days.instantEn(from)} to ${days.instantEn(to)}` }
    : {
        zh: days.rangeZh(dayOf(new Date(from)), dayOf(new Date(to))),
        en: days.rangeEn(dayOf(new Date(from)), dayOf(new Date(to))),
      };
  return { zh: `${within.zh}暂停计时${why.zh}`, en: `paused ${within.en}${why.en}` };
};

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

/** Writes days and instants; the year is left out where it is the usual one. */
class DayWords {
  constructor(
    private readonly usualYear: number | undefined,
    readonly withTime: boolean,
  ) {}

  dayZh(day: CalendarDay): string {
    const [year, month, date] = day.split('-').map(Number);
    return `${year === this.usualYear ? '' : `${year}年`}${month}月${date}日`;
  }

  dayEn(day: CalendarDay): string {
    const [year, month = 1, date] = day.split('-').map(Number);
    return `${date} ${MONTHS[month - 1]}${year === this.usualYear ? '' : ` ${year}`}`;
  }

  rangeZh(from: CalendarDay, to: CalendarDay): string {
    if (from === to) return this.dayZh(from);
    return `${this.dayZh(from)}至${sameMonth(from, to) ? `${Number(to.slice(8))}日` : this.dayZh(to)}`;
  }

  rangeEn(from: CalendarDay, to: CalendarDay): string {
    if (from === to) return this.dayEn(from);
    return `${sameMonth(from, to) ? Number(from.slice(8)) : this.dayEn(from)}–${this.dayEn(to)}`;
  }

  instantZh(instant: string): string {
    return `${this.dayZh(dayOf(new Date(instant)))}${this.withTime ? timeOf(instant) : ''}`;
  }

  instantEn(instant: string): string {
    return `${this.dayEn(dayOf(new Date(instant)))}${this.withTime ? ` ${timeOf(instant)}` : ''}`;
  }
}

const sameMonth = (one: CalendarDay, other: CalendarDay): boolean => one.slice(0, 7) === other.slice(0, 7);

/** The time of day in Asia/Shanghai, HH:MM. */
const timeOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
