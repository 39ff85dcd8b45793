import type { Clock } from '@landfall/clock';
import {
  MeetingCalls,
  MeetingDocuments,
  MeetingEditors,
  Meetings as MeetingPages,
  type MeetingPorts,
  MeetingRuleBook,
  Minutes,
  meetingJobs,
  PushRequests,
  UnconfirmedItems,
} from '@landfall/meetings';
import type { Organization } from '@landfall/organization';
import type { JobHandlers } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import type { LeaderResponsibilities } from '@landfall/supervision';
import type { WorkingTime } from '@landfall/working-time';
import type { MeetingContext } from '@workflows/meeting-parts/v1/context';
import { quorumOf } from '@workflows/meeting-parts/v1/guards';
import { deskOf, headOf } from '@workflows/meeting-parts/v1/work-groups';

/** Meetings, put together. */
export interface Meetings {
  readonly meetings: MeetingPages;
  readonly meetingCalls: MeetingCalls;
  readonly meetingEditors: MeetingEditors;
  readonly minutes: Minutes;
  readonly meetingDocuments: MeetingDocuments;
  readonly meetingRules: MeetingRuleBook;
  readonly pushRequests: PushRequests;
  readonly unconfirmedItems: UnconfirmedItems;
  readonly jobs: JobHandlers;
}

export interface MeetingsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly organization: Organization;
  readonly workingTime: WorkingTime;
  readonly leaderResponsibilities: LeaderResponsibilities;
}

/** What the processes of meetings know about units, for the library that knows no process. */
export const meetingPorts: MeetingPorts = {
  deskOf,
  headOf,
  // The engine keeps contexts as plain JSON; the machines of meetings wrote this one.
  quorumOf: (context) => quorumOf(context as unknown as MeetingContext),
};

export const composeMeetings = (parts: MeetingsParts): Meetings => {
  const { database, clock, engine, organization, workingTime, leaderResponsibilities } = parts;
  const pages = { database, clock, engine, ports: meetingPorts };
  return {
    meetings: new MeetingPages(pages),
    meetingCalls: new MeetingCalls({
      database,
      clock,
      engine,
      calendar: () => workingTime.latest(),
      leadersInCharge: () => leadersInCharge(leaderResponsibilities),
    }),
    meetingEditors: new MeetingEditors(pages),
    minutes: new Minutes({
      ...pages,
      unitNames: async () => {
        const view = await organization.view();
        return (unit) => view.unitName(unit).zh;
      },
    }),
    meetingDocuments: new MeetingDocuments(database),
    meetingRules: new MeetingRuleBook({ database, clock }),
    pushRequests: new PushRequests({ database, engine }),
    unconfirmedItems: new UnconfirmedItems({ database, clock, engine }),
    jobs: meetingJobs({ database, clock, engine }),
  };
};

/** Which leader is in charge of which unit today; arrangements to come are listed after the present one. */
const leadersInCharge = async (responsibilities: LeaderResponsibilities): Promise<Record<string, string>> => {
  const arranged = await responsibilities.list();
  return Object.fromEntries(arranged.reverse().map(({ unit, leaderGroup }) => [unit, leaderGroup]));
};
