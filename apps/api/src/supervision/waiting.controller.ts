import type { Person } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Projects } from '@landfall/projects';
import { Waiting, WaitingDisputes } from '@landfall/supervision';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequirePermission } from '../session/access';
import { CurrentPerson } from '../session/current-person';
import { viewerOf } from '../session/viewer-of';
import { ProjectWaiting, sayDispute, saySums, sayWaiting, WaitingDispute, WaitingSums } from './waiting-answers';

const Id = z.uuid();
const Instant = z.iso.datetime({ offset: true });

const DisputeBody = z.strictObject({
  from: Instant,
  to: Instant,
  against: z.strictObject({
    kind: z.enum(['unit', 'enterprise', 'meetingQueue', 'suspended']),
    owner: z.string().min(1).max(40),
  }),
  claimed: z.strictObject({
    kind: z.enum(['unit', 'enterprise', 'meetingQueue']),
    owner: z.string().min(1).max(40),
  }),
  reason: z.string().max(1000),
  evidence: z.string().max(1000),
});

const DecisionBody = z.strictObject({ outcome: z.enum(['accepted', 'refused']), reason: z.string().max(1000) });

const PeriodQuery = z.strictObject({
  from: z.iso.date().optional().describe('The first day'),
  to: z.iso.date().optional().describe('The last day'),
});

@ApiTags('supervision')
@Controller('api')
export class WaitingController {
  constructor(
    private readonly waiting: Waiting,
    private readonly disputes: WaitingDisputes,
    private readonly projects: Projects,
    private readonly organization: Organization,
  ) {}

  @Get('projects/:id/waiting')
  @ApiOperation({ summary: 'Whom a project waited for: every moment has one owner, days add up to its age' })
  @ApiOkResponse({ standardSchema: ProjectWaiting })
  async of(@CurrentPerson() person: Person, @Param('id', { schema: Id }) id: string): Promise<ProjectWaiting> {
    await this.projects.requireVisible(viewerOf(person), id);
    return sayWaiting(await this.waiting.of(id), await this.organization.view(), mayDecide(person));
  }

  @Post('projects/:id/waiting/disputes')
  @ApiOperation({ summary: 'Dispute to whom an interval is attributed; the office decides' })
  @ApiCreatedResponse({ standardSchema: WaitingDispute })
  async dispute(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DisputeBody }) { from, to, ...body }: z.infer<typeof DisputeBody>,
  ): Promise<WaitingDispute> {
    await this.projects.requireVisible(viewerOf(person), id);
    const request = { ...body, from: new Date(from), to: new Date(to) };
    const dispute = await this.disputes.raise(person.actor, id, request, mayDecide(person));
    return sayDispute(dispute, await this.organization.view());
  }

  @Get('waiting-disputes')
  @RequirePermission('waiting.decide')
  @ApiOperation({ summary: 'The disputes that wait for the office, oldest first' })
  @ApiOkResponse({ standardSchema: z.array(WaitingDispute) })
  async undecided(): Promise<WaitingDispute[]> {
    const view = await this.organization.view();
    return (await this.disputes.undecided()).map((dispute) => sayDispute(dispute, view));
  }

  @Post('waiting-disputes/:id/decision')
  @HttpCode(200)
  @RequirePermission('waiting.decide')
  @ApiOperation({ summary: 'Accept or refuse a dispute, once and for good' })
  @ApiOkResponse({ standardSchema: WaitingDispute })
  async decide(
    @CurrentPerson() person: Person,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecisionBody }) body: z.infer<typeof DecisionBody>,
  ): Promise<WaitingDispute> {
    return sayDispute(await this.disputes.decide(person.actor, id, body), await this.organization.view());
  }

  @Get('waiting/owners')
  @RequirePermission('project.viewAll')
  @ApiOperation({ summary: 'Waiting time of all projects by owner, for a period; longest first' })
  @ApiOkResponse({ standardSchema: WaitingSums })
  async owners(@Query({ schema: PeriodQuery }) { from, to }: z.infer<typeof PeriodQuery>): Promise<WaitingSums> {
    const sums = await this.waiting.sumsOfDays(from, to);
    return saySums(sums, await this.organization.view());
  }
}

const mayDecide = (person: Person): boolean => person.permissions.includes('waiting.decide');
