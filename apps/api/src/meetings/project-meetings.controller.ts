import { Clock } from '@landfall/clock';
import type { Person } from '@landfall/identity';
import {
  isMeetingVisible,
  MEETING_QUEUES,
  type MeetingViewer,
  PROBLEM_TYPE_TITLES,
  PROBLEM_TYPES,
  PushRequests,
  readMeetingsOfProject,
  readPushRequests,
  readQueue,
  readResolutions,
} from '@landfall/meetings';
import { Database } from '@landfall/persistence';
import { Projects } from '@landfall/projects';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { ProjectMeetings } from './meeting-answers';
import { MeetingPages } from './meeting-pages';
import { meetingViewerOf } from './meeting-viewer-of';

const Id = z.uuid();

const RESOLUTIONS_AT_MOST = 200;

@ApiTags('meetings')
@Controller('api/projects/:id/meetings')
export class ProjectMeetingsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly pushRequests: PushRequests,
    private readonly projects: Projects,
    private readonly pages: MeetingPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where a project stands with the meetings: queues, agendas, resolutions, push requests' })
  @ApiOkResponse({ standardSchema: ProjectMeetings })
  async standing(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) projectId: string,
  ): Promise<ProjectMeetings> {
    await this.projects.requireVisible(viewerOf(person), projectId);
    const { database } = this;
    const now = this.clock.now();
    const viewer = meetingViewerOf(person);
    // Whoever may see a project may see what was resolved on it, also where the meeting itself is not open to him.
    const asOverseer: MeetingViewer = { ...viewer, seesAll: true };
    const [queue, meetings, resolutions, requests, mayRequestPush] = await Promise.all([
      readQueue(database, MEETING_QUEUES),
      readMeetingsOfProject(database, projectId),
      readResolutions(database, asOverseer, { projectId, limit: RESOLUTIONS_AT_MOST }, now),
      readPushRequests(database, projectId),
      this.pushRequests.mayRequest(person.actor, projectId),
    ]);
    const open = await Promise.all(meetings.map(({ id }) => isMeetingVisible(database, viewer, id)));
    const visible = new Set(meetings.filter((_, at) => open[at]).map(({ id }) => id));
    return {
      queued: await this.pages.sayQueue(
        queue.filter((entry) => entry.projectId === projectId),
        now,
      ),
      meetings: await this.pages.sayProjectMeetings(meetings, (id) => visible.has(id), projectId),
      resolutions: await this.pages.sayResolutions(resolutions),
      pushRequests: await this.pages.sayPushRequests(requests),
      problemTypes: PROBLEM_TYPES.map((key) => ({ key, label: PROBLEM_TYPE_TITLES[key] })),
      mayRequestPush,
    };
  }
}
