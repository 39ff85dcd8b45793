import { type Person, Roster, type RosterPerson, Substitutions, unitsHeadedBy } from '@landfall/identity';
import { Organization } from '@landfall/organization';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson } from '../session/current-person';
import {
  Colleague,
  Substitution,
  Substitutions as SubstitutionsAnswer,
  sayColleague,
  saySubstitution,
} from './substitution-answers';

const NewSubstitution = z
  .strictObject({
    principal: z.uuid().optional().describe('Staff of a unit that the caller heads; the caller himself when left out'),
    substitute: z.uuid(),
    validFrom: z.iso.date().describe('The first day'),
    validTo: z.iso.date().describe('The last day, included'),
    reason: z.string().min(1).max(400),
  })
  .meta({ id: 'NewSubstitution' });

const Search = z.strictObject({
  q: z.string().trim().max(40).default('').describe('Part of a name, username or post'),
  staff: z.enum(['true', 'false']).default('false').describe('Only staff of the units that the caller heads'),
});

const FOUND = 30;

/** Who does whose work while he is away (代理). */
@ApiTags('substitutions')
@Controller('api/substitutions')
export class SubstitutionsController {
  constructor(
    private readonly substitutions: Substitutions,
    private readonly roster: Roster,
    private readonly organization: Organization,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who acts for the caller, for whom he acts, and the substitutions of his staff' })
  @ApiOkResponse({ standardSchema: SubstitutionsAnswer })
  async list(@CurrentPerson() person: Person): Promise<SubstitutionsAnswer> {
    const headed = unitsHeadedBy(person);
    const [{ mine, actingFor }, staff, roster] = await Promise.all([
      this.substitutions.listFor(person.accountId),
      headed.length > 0 ? this.substitutions.listForStaffOf(person) : [],
      this.roster.view(),
    ]);
    const staffIds = new Set(staff.map(({ id }) => id));
    return {
      mine: mine.map((one) => saySubstitution(one, true)),
      actingFor: actingFor.map((one) => saySubstitution(one, staffIds.has(one.id))),
      staff: staff.map((one) => saySubstitution(one, true)),
      canHave: roster.working.some(({ accountId }) => accountId === person.accountId),
      headsUnit: headed.length > 0,
    };
  }

  @Get('colleagues')
  @ApiOperation({ summary: 'Who may be a substitute, or have one set by the caller; colleagues of his units first' })
  @ApiOkResponse({ standardSchema: z.array(Colleague) })
  async colleagues(
    @CurrentPerson() person: Person,
    @Query({ schema: Search }) { q, staff }: z.infer<typeof Search>,
  ): Promise<Colleague[]> {
    const [organization, roster] = await Promise.all([this.organization.view(), this.roster.view()]);
    const headed = unitsHeadedBy(person);
    const own = person.posts.map(({ unit }) => unit);
    const isOf = (units: readonly string[]) => (other: RosterPerson) =>
      other.posts.some(({ unit }) => units.includes(unit));
    const sought = q.toLowerCase();
    const found = roster.working
      .filter((other) => other.accountId !== person.accountId && (staff === 'false' || isOf(headed)(other)))
      .map((other) => ({ near: isOf(own)(other), colleague: sayColleague(other, organization) }))
      .filter(({ colleague: { name, username, posts } }) =>
        [name, username, ...posts.flatMap(({ zh, en }) => [zh, en])].some((text) =>
          text.toLowerCase().includes(sought),
        ),
      );
    return [...found.filter(({ near }) => near), ...found.filter(({ near }) => !near)]
      .slice(0, FOUND)
      .map(({ colleague }) => colleague);
  }

  @Post()
  @ApiOperation({ summary: 'Set a substitute for oneself or, as head of a unit, for its staff' })
  @ApiCreatedResponse({ standardSchema: Substitution })
  async set(
    @CurrentPerson() person: Person,
    @Body({ schema: NewSubstitution }) request: z.infer<typeof NewSubstitution>,
  ): Promise<Substitution> {
    const principal = request.principal ?? person.accountId;
    return saySubstitution(await this.substitutions.set({ ...request, principal }, person), true);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'End a substitution at once' })
  @ApiOkResponse({ standardSchema: Substitution })
  async end(@CurrentPerson() person: Person, @Param('id', { schema: z.uuid() }) id: string): Promise<Substitution> {
    return saySubstitution(await this.substitutions.end(id, person), true);
  }
}
