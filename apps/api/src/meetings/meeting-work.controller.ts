import { Clock } from '@landfall/clock';
import type { Person } from '@landfall/identity';
import {
  MEETING_QUEUES,
  MeetingRuleBook,
  type MeetingRulesVersion,
  PROBLEM_TYPES,
  PushRequests,
  readQueue,
  readResolutions,
} from '@landfall/meetings';
import { Database } from '@landfall/persistence';
import { Projects } from '@landfall/projects';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { FollowedResolution, NextMeetingCall, QueueItem } from './meeting-answers';
import { MeetingPages } from './meeting-pages';
import { meetingViewerOf } from './meeting-viewer-of';

const QueueQuery = z.strictObject({ queue: z.enum(MEETING_QUEUES).optional() });
const Queue = z
  .object({
    items: z.array(QueueItem),
    calls: z.array(NextMeetingCall).describe('When the rules call the next meetings if nobody else comes'),
  })
  .meta({ id: 'MeetingQueue' });

export const ResolutionQuery = z.strictObject({
  state: z.enum(['open', 'overdue', 'fulfilled', 'unfulfilled']).optional(),
  unit: z.string().max(16).optional().describe('Responsible or assisting'),
  own: z.enum(['true', 'false']).optional().describe('Only those that units of the caller carry out or assist in'),
  meetingId: z.uuid().optional(),
  projectId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});
const Resolutions = z.object({ items: z.array(FollowedResolution) }).meta({ id: 'FollowedResolutions' });

const PushRequestBody = z.strictObject({
  projectId: z.uuid(),
  problemTypes: z.array(z.enum(PROBLEM_TYPES)).min(1).max(PROBLEM_TYPES.length),
  question: z.string().trim().min(2).max(1000).describe('What the meeting is to decide'),
  urgent: z.boolean().default(false),
  issueId: z.uuid().optional(),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice asks once'),
});
const Requested = z.object({ requestId: z.string(), repeated: z.boolean() }).meta({ id: 'RequestedPushMeeting' });

const Share = z.tuple([z.int().min(1).max(100), z.int().min(1).max(100)]);
const Count = z.int().min(1).max(100);

const Rules = z
  .strictObject({
    streetTown: z.strictObject({
      cutOffDays: z.array(z.int().min(1).max(28)).max(10),
      fromWaiting: Count,
      longestWaitWorkingDays: Count,
      itemsAtMost: Count,
    }),
    push: z.strictObject({
      fromWaiting: Count,
      longestWaitWorkingDays: Count,
      holdWithinWorkingDays: Count,
      urgentWithinWorkingDays: Count,
      callAheadWorkingDays: Count,
      itemsAtMost: Count,
    }),
    leadingGroup: z.strictObject({ fromWaiting: Count, longestWaitWorkingDays: Count, itemsAtMost: Count }),
    quorums: z.strictObject({
      streetTownReview: Share,
      push: Share,
      conference: Share,
      special: Share,
      plenary: Share,
    }),
  })
  .meta({ id: 'MeetingRules' });

const RulesVersion = z.object({ validFrom: z.string(), rules: Rules, note: z.string(), setBy: z.string() });

const RuleBook = z
  .object({ present: RulesVersion, versions: z.array(RulesVersion), maySet: z.boolean() })
  .meta({ id: 'MeetingRuleBook' });

const RulesBody = z.strictObject({
  from: z.iso.date().describe('Not before today'),
  rules: Rules,
  note: z.string().trim().min(2).max(500).describe('Why'),
});

@ApiTags('meetings')
@Controller('api')
export class MeetingWorkController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: MeetingRuleBook,
    private readonly pushRequests: PushRequests,
    private readonly projects: Projects,
    private readonly pages: MeetingPages,
  ) {}

  @Get('meeting-queue')
  @ApiOperation({ summary: 'Who waits for a meeting, longest first; of projects only those that the caller may see' })
  @ApiOkResponse({ standardSchema: Queue })
  async queue(
    @CurrentPerson() person: Person,
    @Query({ schema: QueueQuery }) { queue }: z.infer<typeof QueueQuery>,
  ): Promise<z.infer<typeof Queue>> {
    const entries = await readQueue(this.database, queue === undefined ? MEETING_QUEUES : [queue]);
    const visible = await this.projects.visibleIds(
      viewerOf(person),
      entries.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])),
    );
    const { seesAll } = meetingViewerOf(person);
    const shown = entries.filter(({ projectId }) => seesAll || (projectId !== null && visible.has(projectId)));
    const now = this.clock.now();
    const { rules } = await this.rules.present();
    return { items: await this.pages.sayQueue(shown, now), calls: this.pages.sayCalls(entries, rules, now) };
  }

  @Get('resolutions')
  @ApiOperation({
    summary: 'The resolutions of all meetings that the caller may see: open ones first, soonest due first',
  })
  @ApiOkResponse({ standardSchema: Resolutions })
  async resolutions(
    @CurrentPerson() person: Person,
    @Query({ schema: ResolutionQuery }) { own, ...query }: z.infer<typeof ResolutionQuery>,
  ): Promise<z.infer<typeof Resolutions>> {
    const viewer = meetingViewerOf(person);
    const filter = { ...query, own: own === 'true' };
    const found = await readResolutions(this.database, viewer, filter, this.clock.now());
    return { items: await this.pages.sayResolutions(found) };
  }

  @Post('push-requests')
  @ApiOperation({ summary: 'Ask for a push meeting on a project' })
  @ApiCreatedResponse({ standardSchema: Requested })
  async request(
    @CurrentPerson() person: Person,
    @Body({ schema: PushRequestBody }) body: z.infer<typeof PushRequestBody>,
  ): Promise<z.infer<typeof Requested>> {
    await this.projects.requireVisible(viewerOf(person), body.projectId);
    return this.pushRequests.request(person.actor, body);
  }

  @Get('meeting-rules')
  @ApiOperation({ summary: 'The numbers that meetings are called and held by, with every earlier and later version' })
  @ApiOkResponse({ standardSchema: RuleBook })
  async ruleBook(@CurrentPerson() person: Person): Promise<z.infer<typeof RuleBook>> {
    const [present, versions] = await Promise.all([this.rules.present(), this.rules.history()]);
    return { present: sayRules(present), versions: versions.map(sayRules), maySet: this.rules.maySet(person.actor) };
  }

  @Put('meeting-rules')
  @ApiOperation({ summary: 'Set the rules from a day on; meetings that were called keep theirs' })
  @ApiOkResponse({ standardSchema: RuleBook })
  async setRules(
    @CurrentPerson() person: Person,
    @Body({ schema: RulesBody }) body: z.infer<typeof RulesBody>,
  ): Promise<z.infer<typeof RuleBook>> {
    await this.rules.set(person.actor, body);
    return this.ruleBook(person);
  }
}

const sayRules = ({ rules, ...version }: MeetingRulesVersion): z.infer<typeof RulesVersion> => ({
  ...version,
  rules: Rules.parse(rules),
});
