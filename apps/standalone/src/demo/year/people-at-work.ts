import { randomUUID } from 'node:crypto';
import { type ApiClient, ApiProblem } from '../api-client';
import { fillForm, syntheticUscc } from '../form-filler';
import { choiceOf, type Memory } from './choices';
import { draw } from './draw';
import type { Work } from './open-work';
import { isTimeFor } from './patience';
import type { YearTaskPage } from './year-answers';
import type { YearClock } from './year-clock';

/** No post does more than so much on a day; the office has several people, and so have the large task forces. */
const A_DAYS_WORK = 9;
const A_DAYS_WORK_OF_THE_OFFICE = 25;
const AT_ONCE = 8;
const TRIES = 3;

/** What somebody did. */
export interface Deed {
  readonly work: Work;
  readonly outcome: string;
}

/** A task that nobody could complete as he wanted to. */
export interface Stumble {
  readonly day: string;
  readonly subject: string;
  readonly task: string;
  readonly account: string;
  readonly said: string;
}

/** The people whose posts own the tasks: each opens, fills in and completes his own through the API. */
export class PeopleAtWork {
  readonly stumbles: Stumble[] = [];
  tasksDone = 0;
  private readonly done = new Set<string>();
  private readonly tries = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private readonly load = new Map<string, number>();

  constructor(
    private readonly api: ApiClient,
    private readonly clock: YearClock,
    private readonly isTaken: (day: string) => boolean,
    private readonly pace = 1,
  ) {}

  beginDay(): void {
    this.load.clear();
  }

  count(subject: string, what: string): void {
    const key = `${what} ${subject}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  readonly memory: Memory = {
    times: (subject, what) => this.counts.get(`${what} ${subject}`) ?? 0,
    isTaken: (day) => this.isTaken(day),
  };

  /** Does what is for today among some open work; answers what was done. */
  async workOn(open: readonly Work[]): Promise<Deed[]> {
    const due = open.filter((work) => this.isForToday(work));
    const done: Deed[] = [];
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const deeds = await Promise.all(due.slice(from, from + AT_ONCE).map((work) => this.complete(work)));
      done.push(...deeds.filter((deed) => deed !== undefined));
    }
    this.tasksDone += done.length;
    return done;
  }

  private isForToday(work: Work): boolean {
    const { userTaskId, candidateGroup } = work.task;
    const since = this.clock.workdayOf(work.task.createdAt);
    if (this.done.has(userTaskId) || (this.tries.get(userTaskId) ?? 0) >= TRIES) return false;
    const hasAsked = this.memory.times(work.subject, 'taskForceHandling') > 0;
    if (!isTimeFor(work, { waited: this.clock.workday - since, clock: this.clock, hasAsked, pace: this.pace }))
      return false;
    const load = this.load.get(candidateGroup) ?? 0;
    if (load >= (candidateGroup.startsWith('LGO.') ? A_DAYS_WORK_OF_THE_OFFICE : A_DAYS_WORK)) return false;
    this.load.set(candidateGroup, load + 1);
    return true;
  }

  private async complete(work: Work): Promise<Deed | undefined> {
    const { task, subject } = work;
    const account = task.candidateGroup.toLowerCase();
    const path = `/api/user-tasks/${task.userTaskId}`;
    try {
      const page = await this.api.get<YearTaskPage>(account, path);
      const choice = choiceOf({ work, page, clock: this.clock, memory: this.memory });
      const outcome = page.outcomes.find(({ key }) => key === choice.outcome);
      if (!outcome) return undefined;
      const fill = (also: readonly string[]) => ({
        ...fillForm(page, outcome, usccOf(subject), { also, now: this.clock.now() }),
        ...choice.form,
      });
      const send = (also: readonly string[]) =>
        this.api.post(account, `${path}/complete`, { outcome: outcome.key, form: fill(also), clientKey: randomUUID() });
      try {
        await send([]);
      } catch (error) {
        // Some fields are asked for only together with others: the refusal names them.
        if (!(error instanceof ApiProblem) || error.errors.length === 0) throw error;
        await send(error.errors.map((problem) => problem.path));
      }
      this.done.add(task.userTaskId);
      this.count(subject, task.taskKey);
      if (task.taskKey.startsWith('conclude')) this.count(concludedOf(work, page.slot), 'concluded');
      return { work, outcome: outcome.key };
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      // Somebody else was quicker, or what it was about has moved on.
      if (error.status === 409 || error.status === 404) return undefined;
      const tries = (this.tries.get(task.userTaskId) ?? 0) + 1;
      this.tries.set(task.userTaskId, tries);
      const said = error.message.split('\n').join(' ');
      this.stumbles.push({ day: this.clock.today, subject, task: task.taskKey, account, said });
      return undefined;
    }
  }
}

const concludedOf = ({ meeting }: Work, slot: string): string => {
  const item = meeting?.agenda.find(({ key }) => key === slot);
  return item?.projectName ?? item?.title ?? slot;
};

/** A synthetic credit code that follows from a project's name. */
const usccOf = (subject: string): string =>
  syntheticUscc(String(Math.floor(draw('uscc', subject) * 1e9)).padStart(9, '0'));
