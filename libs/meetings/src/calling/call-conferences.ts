import type { Database, Sql, Transaction } from '@landfall/persistence';
import { SYSTEM_ACTOR } from '@landfall/process-definition';
import type { ProcessEngine } from '@landfall/process-engine';
import { v5 } from 'uuid';
import { lockQueue } from '../queue/lock-queue';
import { readMeeting } from '../read-meetings';

const DEFINITION = 'leading-group-conference';
const CONFERENCES = '5f0f8c52-6a51-4d0e-9a1b-7d2f0c4b9e31';

export interface ConferenceCallsParts {
  readonly database: Database;
  readonly engine: Pick<ProcessEngine, 'start'>;
  /** Every member unit of the leading group on a day. */
  readonly members: (day: string) => Promise<readonly string[]>;
  /** Which leader is in charge of which unit today, as candidate groups. */
  readonly leadersInCharge: () => Promise<Readonly<Record<string, string>>>;
}

/** A half-year with the days between which its conference is held (domain-model 6.c). */
export interface ConferencePeriod {
  /** 2026H1, 2026H2. */
  readonly period: string;
  readonly title: string;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly previous: string;
}

export interface CreatedConference {
  readonly meetingId: string;
  readonly period: string;
  readonly title: string;
}

/** The two half-years of a year; the second one is held until the end of January. */
export const conferencePeriods = (year: number): readonly [ConferencePeriod, ConferencePeriod] => [
  {
    period: `${year}H1`,
    title: `${year}年上半年全区招商引资工作会议`,
    windowFrom: `${year}-06-15`,
    windowTo: `${year}-07-31`,
    previous: `${year - 1}H2`,
  },
  {
    period: `${year}H2`,
    title: `${year}年下半年全区招商引资工作会议`,
    windowFrom: `${year}-12-15`,
    windowTo: `${year + 1}-01-31`,
    previous: `${year}H1`,
  },
];

/** The conference of a half-year has the same id wherever and however often it is created. */
export const conferenceId = (period: string): string => v5(`${DEFINITION}:${period}`, CONFERENCES);

/** Creates the half-year conferences, so that each half-year has its own (6.2 invariant 5). */
export class ConferenceCalls {
  constructor(private readonly parts: ConferenceCallsParts) {}

  /**
   * Creates the conferences of a day's year that are missing. Made for 2 January and harmless on every other day: what is
   * there stays, and what was missed is made up for, as long as its window is open or the half-year was lived through here.
   *
   * @returns those that this call created
   */
  createConferences(day: string): Promise<CreatedConference[]> {
    return this.parts.database.transaction(async (tx) => {
      await lockQueue(tx);
      const created: CreatedConference[] = [];
      for (const half of conferencePeriods(Number(day.slice(0, 4)))) {
        if (await isMissing(tx, half, day)) created.push(await this.create(tx, half, day));
      }
      return created;
    });
  }

  /** The start commits by itself; whoever comes at the same time waits for the lock and finds the row. */
  private async create(tx: Transaction, half: ConferencePeriod, day: string): Promise<CreatedConference> {
    const { period, title, windowFrom, windowTo } = half;
    const meetingId = conferenceId(period);
    const meetingKey = `${DEFINITION}:${period}`;
    await this.parts.engine.start({
      definition: DEFINITION,
      id: meetingId,
      correlationKey: meetingKey,
      input: {
        ...{ meetingId, meetingKey, title, period },
        calledBecause: { zh: '每半年召开一次（通知四（一））', en: 'held every half-year (notice 四（一）)' },
        items: [],
        half: { windowFrom, windowTo },
        members: await this.parts.members(day),
        previous: await previousOf(tx, half),
        deputyGroups: await this.parts.leadersInCharge(),
      },
      actor: SYSTEM_ACTOR,
      clientKey: `meeting:${meetingKey}`,
    });
    return { meetingId, period, title };
  }
}

const isMissing = async (sql: Sql, { period, windowTo }: ConferencePeriod, day: string): Promise<boolean> => {
  const [found] = await sql.query<{ there: boolean; lived: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM process_instance WHERE id = $1) AS there,
       EXISTS (SELECT 1 FROM process_instance WHERE started_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
         AS lived`,
    [conferenceId(period), windowTo],
  );
  return found?.there === false && (windowTo >= day || found.lived);
};

/** The conference before as it stands now; it is asked again when the agenda is composed. */
const previousOf = async (tx: Transaction, { previous }: ConferencePeriod) => {
  const meeting = await readMeeting(tx, conferenceId(previous));
  if (meeting === undefined) return null;
  const resolutions = meeting.resolutions.map(({ key, text, unit, dueOn, standing }) => ({
    ...{ key, text, unit, dueOn, standing },
  }));
  return { meetingId: meeting.id, title: meeting.title, resolutions };
};
