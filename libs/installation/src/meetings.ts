import type { Clock } from '@landfall/clock';
import type { DocumentTemplates } from '@landfall/documents';
import {
  ConferenceCalls,
  LapsedRequests,
  MeetingCalls,
  MeetingDocuments,
  MeetingEditors,
  MeetingFeeds,
  Meetings as MeetingPages,
  type MeetingPorts,
  MeetingProposals,
  MeetingRuleBook,
  Minutes,
  meetingJobs,
  PushRequests,
  SpecialCalls,
  UnconfirmedItems,
} from '@landfall/meetings';
import type { Organization, OrganizationView } from '@landfall/organization';
import type { JobHandlers } from '@landfall/outbox';
import type { Database } from '@landfall/persistence';
import type { ProcessEngine } from '@landfall/process-engine';
import type { LeaderResponsibilities } from '@landfall/supervision';
import type { WorkingTime } from '@landfall/working-time';
import type { MeetingContext } from '@workflows/meeting-parts/v1/context';
import { quorumOf } from '@workflows/meeting-parts/v1/guards';
import { deskOf, headOf } from '@workflows/meeting-parts/v1/work-groups';
import { composeMeetingDocuments } from './meeting-documents';

/** Meetings, put together. */
export interface Meetings {
  readonly meetings: MeetingPages;
  readonly meetingCalls: MeetingCalls;
  readonly conferenceCalls: ConferenceCalls;
  readonly specialCalls: SpecialCalls;
  readonly meetingProposals: MeetingProposals;
  readonly meetingEditors: MeetingEditors;
  readonly minutes: Minutes;
  readonly meetingDocuments: MeetingDocuments;
  readonly meetingRules: MeetingRuleBook;
  readonly pushRequests: PushRequests;
  readonly unconfirmedItems: UnconfirmedItems;
  readonly lapsedRequests: LapsedRequests;
  readonly meetingFeeds: MeetingFeeds;
  readonly jobs: JobHandlers;
}

export interface MeetingsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: ProcessEngine;
  readonly organization: Organization;
  readonly workingTime: WorkingTime;
  readonly leaderResponsibilities: LeaderResponsibilities;
  readonly documentTemplates: DocumentTemplates;
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
  const calls = { database, engine, leadersInCharge: () => leadersInCharge(leaderResponsibilities) };
  const members = async () => membersOf(await organization.view());
  const minutes = new Minutes({
    ...pages,
    unitNames: async () => {
      const view = await organization.view();
      return (unit) => view.unitName(unit).zh;
    },
  });
  const compose = composeMeetingDocuments({
    sql: database,
    organization,
    templates: parts.documentTemplates,
    minutes,
    calendar: () => workingTime.latest(),
  });
  return {
    meetings: new MeetingPages(pages),
    meetingCalls: new MeetingCalls({ ...calls, clock, calendar: () => workingTime.latest() }),
    conferenceCalls: new ConferenceCalls({ ...calls, members }),
    meetingProposals: new MeetingProposals({ ...calls, clock, members }),
    specialCalls: new SpecialCalls({ ...calls, calendar: () => workingTime.latest() }),
    meetingEditors: new MeetingEditors(pages),
    minutes,
    meetingDocuments: new MeetingDocuments(database),
    meetingRules: new MeetingRuleBook({ database, clock }),
    pushRequests: new PushRequests({ database, engine }),
    unconfirmedItems: new UnconfirmedItems({ database, clock, engine }),
    lapsedRequests: new LapsedRequests({ database, engine }),
    meetingFeeds: new MeetingFeeds({ database, clock }),
    jobs: meetingJobs({ database, clock, engine, minutes, compose }),
  };
};

/** The 57 member units of the leading group, in the notice's order. */
const membersOf = ({ units }: OrganizationView): string[] =>
  units.filter(({ isMember }) => isMember).map(({ code }) => code);

/** Which leader is in charge of which unit today; arrangements to come are listed after the present one. */
const leadersInCharge = async (responsibilities: LeaderResponsibilities): Promise<Record<string, string>> => {
  const arranged = await responsibilities.list();
  return Object.fromEntries(arranged.reverse().map(({ unit, leaderGroup }) => [unit, leaderGroup]));
};
