import { CommonPhrases, FilterQuery, FormDrafts, INBOX_VIEWS, InboxFilters, OFFICE_PHRASES } from '@landfall/desk';
import type { Person } from '@landfall/identity';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';
import { CurrentPerson } from '../session/current-person';
import { FormDraft, sayDraft } from './draft-answers';

const Id = z.uuid();
const NewInboxFilter = z
  .strictObject({ name: z.string().min(1).max(80), view: z.enum(INBOX_VIEWS), query: FilterQuery })
  .meta({ id: 'NewInboxFilter' });
const InboxFilter = NewInboxFilter.extend({ id: Id }).meta({ id: 'InboxFilter' });
type InboxFilter = z.infer<typeof InboxFilter>;

const CommonPhrase = z.object({ id: Id, text: z.string() }).meta({ id: 'CommonPhrase' });
type CommonPhrase = z.infer<typeof CommonPhrase>;
const Phrases = z
  .object({
    own: z.array(CommonPhrase).describe("The caller's own, in his order"),
    office: z.array(z.object({ key: z.string(), text: LocalizedText })).describe('What everybody has'),
  })
  .meta({ id: 'CommonPhrases' });
type Phrases = z.infer<typeof Phrases>;
const NewPhrase = z.strictObject({ text: z.string().min(1).max(400) });
const PhraseOrder = z.strictObject({ ids: z.array(Id).max(100).describe('Each phrase of the caller once') });

/** What the caller keeps at hand; nobody sees another one's. */
@ApiTags('desk')
@Controller('api/desk')
export class DeskController {
  constructor(
    private readonly filters: InboxFilters,
    private readonly phrases: CommonPhrases,
    private readonly drafts: FormDrafts,
  ) {}

  @Get('filters')
  @ApiOperation({ summary: 'Saved filters of the inbox' })
  @ApiOkResponse({ standardSchema: z.array(InboxFilter) })
  filtersOf(@CurrentPerson() person: Person): Promise<InboxFilter[]> {
    return this.filters.list(person.accountId);
  }

  @Post('filters')
  @ApiOperation({ summary: 'Save a filter of the inbox under a name' })
  @ApiCreatedResponse({ standardSchema: InboxFilter })
  addFilter(
    @CurrentPerson() person: Person,
    @Body({ schema: NewInboxFilter }) filter: z.infer<typeof NewInboxFilter>,
  ): Promise<InboxFilter> {
    return this.filters.add(person.accountId, filter);
  }

  @Delete('filters/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a saved filter' })
  @ApiNoContentResponse()
  removeFilter(@CurrentPerson() person: Person, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.filters.remove(person.accountId, id);
  }

  @Get('phrases')
  @ApiOperation({ summary: 'Phrases for opinions and notes (常用语)' })
  @ApiOkResponse({ standardSchema: Phrases })
  async phrasesOf(@CurrentPerson() person: Person): Promise<Phrases> {
    const office = OFFICE_PHRASES.map(({ key, text }) => ({ key, text }));
    return { own: await this.phrases.list(person.accountId), office };
  }

  @Post('phrases')
  @ApiOperation({ summary: 'Add a phrase of your own' })
  @ApiCreatedResponse({ standardSchema: CommonPhrase })
  addPhrase(
    @CurrentPerson() person: Person,
    @Body({ schema: NewPhrase }) { text }: z.infer<typeof NewPhrase>,
  ): Promise<CommonPhrase> {
    return this.phrases.add(person.accountId, text);
  }

  @Put('phrases/order')
  @ApiOperation({ summary: 'Put your own phrases in order' })
  @ApiOkResponse({ standardSchema: z.array(CommonPhrase) })
  orderPhrases(
    @CurrentPerson() person: Person,
    @Body({ schema: PhraseOrder }) { ids }: z.infer<typeof PhraseOrder>,
  ): Promise<CommonPhrase[]> {
    return this.phrases.order(person.accountId, ids);
  }

  @Delete('phrases/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a phrase of your own' })
  @ApiNoContentResponse()
  removePhrase(@CurrentPerson() person: Person, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.phrases.remove(person.accountId, id);
  }

  @Get('drafts')
  @ApiOperation({ summary: 'Forms that were begun and not handed in, last changed first' })
  @ApiOkResponse({ standardSchema: z.array(FormDraft) })
  async draftsOf(@CurrentPerson() person: Person): Promise<FormDraft[]> {
    return (await this.drafts.list(person.accountId)).map(sayDraft);
  }
}
