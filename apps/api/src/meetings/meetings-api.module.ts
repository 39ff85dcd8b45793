import { Clock } from '@landfall/clock';
import type { Roster } from '@landfall/identity';
import type { Meetings as ComposedMeetings } from '@landfall/installation';
import {
  MeetingDocuments,
  MeetingEditors,
  MeetingFeeds,
  MeetingProposals,
  MeetingRuleBook,
  Meetings,
  Minutes,
  PushRequests,
} from '@landfall/meetings';
import { Organization } from '@landfall/organization';
import { Database } from '@landfall/persistence';
import { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import type { WorkingTime } from '@landfall/working-time';
import { type DynamicModule, Module } from '@nestjs/common';
import { TaskItems } from '../processes/task-items';
import { CalendarFeed } from './calendar-feed';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { MeetingEditingController } from './meeting-editing.controller';
import { MeetingFilesController } from './meeting-files.controller';
import { MeetingMinutesController } from './meeting-minutes.controller';
import { MeetingPages } from './meeting-pages';
import { MeetingProposalsController } from './meeting-proposals.controller';
import { MeetingWorkController } from './meeting-work.controller';
import { MeetingsController } from './meetings.controller';
import { ProjectMeetingsController } from './project-meetings.controller';

export interface MeetingsApiParts {
  readonly meetings: ComposedMeetings;
  readonly workingTime: WorkingTime;
  readonly roster: Roster;
}

@Module({})
class MeetingsApiModule {}

/** Meetings over HTTP; it stands on the modules of processes and projects. */
export const createMeetingsApiModule = ({
  meetings: composed,
  workingTime,
  roster,
}: MeetingsApiParts): DynamicModule => ({
  module: MeetingsApiModule,
  controllers: [
    MeetingsController,
    MeetingEditingController,
    MeetingMinutesController,
    MeetingWorkController,
    MeetingProposalsController,
    ProjectMeetingsController,
    MeetingFilesController,
    CalendarFeedsController,
  ],
  providers: [
    { provide: Meetings, useValue: composed.meetings },
    { provide: MeetingEditors, useValue: composed.meetingEditors },
    { provide: Minutes, useValue: composed.minutes },
    { provide: MeetingDocuments, useValue: composed.meetingDocuments },
    { provide: MeetingRuleBook, useValue: composed.meetingRules },
    { provide: MeetingProposals, useValue: composed.meetingProposals },
    { provide: PushRequests, useValue: composed.pushRequests },
    { provide: MeetingFeeds, useValue: composed.meetingFeeds },
    {
      provide: CalendarFeed,
      inject: [Database, Clock, Organization, Inbox, TaskItems],
      useFactory: (database: Database, clock: Clock, organization: Organization, inbox: Inbox, items: TaskItems) =>
        new CalendarFeed({ database, clock, organization, roster, inbox, items }),
    },
    {
      provide: MeetingPages,
      inject: [Organization, ProcessEngine, InstanceReader, Inbox, TaskItems],
      useFactory: (
        organization: Organization,
        engine: ProcessEngine,
        instances: InstanceReader,
        inbox: Inbox,
        items: TaskItems,
      ) =>
        new MeetingPages(composed.meetings, organization, engine, instances, inbox, items, () => workingTime.latest()),
    },
  ],
});
