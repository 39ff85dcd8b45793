import type { Clock } from '@landfall/clock';
import { postNoticeIn } from '@landfall/notifications';
import type { Organization } from '@landfall/organization';
import type { JobHandlers, Outbox } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { EngineRules, ProcessEngine } from '@landfall/process-engine';
import {
  announceLightReading,
  dailyLightsOf,
  type Issues,
  type LightNotice,
  LightReadings,
  LightSchedule,
  Lights,
  lightJobs,
  runLightDaily,
  type SupervisionItems,
  Waiting,
  WaitingDisputes,
  type WorkingDays,
} from '@landfall/supervision';
import type { WorkingTime } from '@landfall/working-time';
import { waitingRulesFor } from './waiting-owners';

/** Lights and waiting time of projects, put together. */
export interface Supervision {
  readonly lights: Lights;
  /** Reads the lights of all projects for a day, once however often it is called; answers what came of it. */
  readonly readDailyLights: (day: string) => ReturnType<typeof dailyLightsOf>;
  readonly lightReadings: LightReadings;
  readonly waiting: Waiting;
  readonly waitingDisputes: WaitingDisputes;
  readonly jobs: JobHandlers;
}

export interface SupervisionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly organization: Organization;
  readonly engine: ProcessEngine;
  readonly issues: Issues;
  readonly supervisionItems: SupervisionItems;
  readonly workingTime: WorkingTime;
}

export const composeSupervision = (parts: SupervisionParts): Supervision => {
  const { database, clock, outbox, organization, engine, issues, supervisionItems, workingTime } = parts;
  const workingCalendar: WorkingDays = {
    isWorkday: (day) => workingTime.latest().isWorkday(day),
    workingDaysBetween: (from, to) => workingTime.latest().workingDaysBetween(from, to),
  };
  const waiting = new Waiting({ database, clock, calendar: workingCalendar, rulesFor: waitingRulesFor });
  const lightParts = {
    database,
    clock,
    calendar: workingCalendar,
    titles: (definition: string, version: number, task: string) =>
      engine.definitions.get(definition, version).userTasks[task]?.title ?? { zh: task, en: task },
  };
  const lightSchedule = new LightSchedule({ database, clock, outbox });
  return {
    lights: new Lights(lightParts),
    readDailyLights: async (day) => {
      await lightSchedule.sweep();
      await runLightDaily(lightParts)({ day });
      return dailyLightsOf(database, day);
    },
    lightReadings: new LightReadings(lightParts),
    waiting,
    waitingDisputes: new WaitingDisputes({
      database,
      clock,
      waiting,
      isUnit: async (code) => (await organization.view()).unit(code) !== undefined,
    }),
    jobs: lightJobs({
      ...lightParts,
      ports: {
        raiseIssue: (request) => issues.raiseForRedLight(request),
        proposeSupervision: (request) => supervisionItems.proposeForRedLight(request),
        tell: (notice) => tell(database, clock, notice),
      },
    }),
  };
};

const tell = async (database: Database, clock: Clock, notice: LightNotice): Promise<void> => {
  const { projectId, groups, ...said } = notice;
  await database.transaction((tx) =>
    postNoticeIn(tx, { ...said, instanceId: projectId, audience: { accounts: [], groups }, at: clock.now() }),
  );
};

/** A light follows what happens to its project and to the project's issues. */
export const readLightAfter: NonNullable<EngineRules['afterEvent']> = (changes, { instanceId, definition }) => {
  if (definition === 'investment-project') announceLightReading(changes, { projectId: instanceId });
  if (definition === 'issue') announceLightReading(changes, { issueId: instanceId });
};
