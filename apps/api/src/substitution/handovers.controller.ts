import { LeavingPost, type Person } from '@landfall/identity';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonName } from '../person-name';
import { CurrentPerson } from '../session/current-person';

const PostCode = z.string().regex(/^[A-Z0-9]{1,20}\.[a-z]{1,40}$/i);

const NewHandover = z
  .strictObject({
    accountId: z.uuid().describe('Who leaves the post'),
    successor: z.uuid().optional().describe('Who takes post and tasks over; without one the tasks go to their groups'),
    reason: z.string().min(1).max(400),
  })
  .meta({ id: 'NewHandover' });

const Handover = z
  .object({
    from: PersonName,
    post: z.string(),
    successor: PersonName.nullable(),
    postEnded: z.boolean().describe('False when an earlier call had ended the post and this one finished its tasks'),
    tasks: z.array(
      z.object({
        userTaskId: z.string(),
        projectId: z.string(),
        taskKey: z.string(),
        candidateGroup: z.string(),
        to: PersonName.nullable().describe('Who has it now; null when its groups have it again'),
        refusal: z.object({ code: z.string(), message: z.string() }).nullable().describe('Why it was not handed over'),
      }),
    ),
  })
  .meta({ id: 'Handover' });

type Handover = z.infer<typeof Handover>;

/** What happens to a post's work when its holder leaves (交接). */
@ApiTags('posts')
@Controller('api/posts')
export class HandoversController {
  constructor(private readonly leaving: LeavingPost) {}

  @Post(':post/handover')
  @HttpCode(200)
  @ApiOperation({
    summary: 'End a post of somebody and hand its tasks over; for the head of the unit and whoever manages accounts',
    description: 'Called again it finishes what was left.',
  })
  @ApiOkResponse({ standardSchema: Handover })
  async handOver(
    @CurrentPerson() person: Person,
    @Param('post', { schema: PostCode }) post: string,
    @Body({ schema: NewHandover }) request: z.infer<typeof NewHandover>,
  ): Promise<Handover> {
    const { from, successor, postEnded, tasks } = await this.leaving.handOverPost({ ...request, post }, person);
    return {
      from,
      post,
      successor,
      postEnded,
      tasks: tasks.map(({ taskId, instanceId, taskKey, candidateGroup, to, refusal }) => ({
        userTaskId: taskId,
        projectId: instanceId,
        taskKey,
        candidateGroup,
        to,
        refusal,
      })),
    };
  }
}
