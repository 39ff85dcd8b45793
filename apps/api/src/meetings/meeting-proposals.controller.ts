import type { Person } from '@landfall/identity';
import { MeetingProposals } from '@landfall/meetings';
import { Organization } from '@landfall/organization';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import { requireUnits } from './known-units';
import { FreeItemBody } from './meeting-answers';

const Issue = z.object({
  issueId: z.string(),
  title: z.string(),
  projectId: z.string(),
  projectName: z.string(),
});

const Offer = z
  .object({
    mayPropose: z.boolean(),
    issues: z.array(Issue).describe('Open issues that have come up to the leading group and are on no agenda of it'),
  })
  .meta({ id: 'MeetingProposalOffer' });

const Proposal = z.strictObject({
  kind: z.enum(['special', 'plenary']),
  reason: z.string().trim().min(2).max(200).describe('Why the leading group should meet'),
  topics: z.array(FreeItemBody).max(20).default([]),
  issues: z.array(z.uuid()).max(20).default([]).describe('Issues that have come up to the leading group'),
  clientKey: z.string().min(1).max(120).optional().describe('The same key twice proposes one meeting'),
});

const Proposed = z.object({ meetingId: z.string(), repeated: z.boolean() }).meta({ id: 'ProposedMeeting' });

/** 提请专题会议、全体会议 of the leading group; whoever chairs decides whether it is held. */
@ApiTags('meetings')
@Controller('api/meeting-proposals')
export class MeetingProposalsController {
  constructor(
    private readonly proposals: MeetingProposals,
    private readonly organization: Organization,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether the caller may propose a meeting of the leading group, and what waits for one' })
  @ApiOkResponse({ standardSchema: Offer })
  async offer(@CurrentPerson() person: Person): Promise<z.infer<typeof Offer>> {
    const mayPropose = this.proposals.mayPropose(person.actor);
    const issues = mayPropose ? await this.proposals.issues() : [];
    return {
      mayPropose,
      issues: issues.map(({ issueId, title, projectId, projectName }) => ({ issueId, title, projectId, projectName })),
    };
  }

  @Post()
  @ApiOperation({ summary: 'Propose a special or plenary meeting of the leading group' })
  @ApiCreatedResponse({ standardSchema: Proposed })
  async propose(
    @CurrentPerson() person: Person,
    @Body({ schema: Proposal }) body: z.infer<typeof Proposal>,
  ): Promise<z.infer<typeof Proposed>> {
    await requireUnits(
      this.organization,
      body.topics.flatMap(({ presenter, units }) => [presenter, ...units]),
    );
    return this.proposals.propose(person.actor, body);
  }
}
