import { Database } from '@landfall/persistence';
import { graph, type ProcessDefinition, taskFormSchema } from '@landfall/process-definition';
import { ProcessEngine } from '@landfall/process-engine';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';

const ProcessDefinitionAnswer = z
  .object({
    key: z.string(),
    version: z.number().int(),
    title: LocalizedText,
    hash: z.string(),
    deployedAt: z.string(),
    stages: z.array(z.object({ key: z.string(), title: LocalizedText })),
    graph: z.object({
      nodes: z.array(
        z.object({
          id: z.string(),
          parent: z.string().nullable(),
          kind: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']),
          title: LocalizedText,
          stage: z.string().nullable(),
          task: z.string().nullable(),
        }),
      ),
      edges: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          target: z.string(),
          event: z.string(),
          label: LocalizedText,
          kind: z.enum(['event', 'after', 'always', 'done']),
        }),
      ),
    }),
    forms: z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .describe('The JSON Schema of every task and event by its key, for reading what was filled in'),
  })
  .meta({ id: 'ProcessDefinition' });

type ProcessDefinitionAnswer = z.infer<typeof ProcessDefinitionAnswer>;

@ApiTags('process-definitions')
@Controller('api/process-definitions')
export class ProcessDefinitionsController {
  constructor(
    private readonly database: Database,
    private readonly engine: ProcessEngine,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The deployed process definitions with their statecharts' })
  @ApiOkResponse({ standardSchema: z.array(ProcessDefinitionAnswer) })
  async list(): Promise<ProcessDefinitionAnswer[]> {
    const deployed = await this.database.query<{ key: string; version: number; hash: string; deployed_at: Date }>(
      'SELECT key, version, hash, deployed_at FROM process_definition ORDER BY key, version',
    );
    const known = new Set(this.engine.definitions.all.map(({ key, version }) => `${key} ${version}`));
    return deployed
      .filter(({ key, version }) => known.has(`${key} ${version}`))
      .map(({ key, version, hash, deployed_at }) => {
        const definition = this.engine.definitions.get(key, version);
        const { nodes, edges } = graph(definition);
        return {
          key,
          version,
          title: definition.title,
          hash,
          deployedAt: deployed_at.toISOString(),
          stages: definition.stages.map((stage) => ({ key: stage.key, title: stage.title })),
          graph: { nodes: [...nodes], edges: [...edges] },
          forms: formsOf(definition),
        };
      });
  }
}

const formsOf = ({ userTasks, events }: ProcessDefinition): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries({ ...userTasks, ...events }).map(([key, { fields }]) => [key, { ...taskFormSchema({ fields }) }]),
  );
