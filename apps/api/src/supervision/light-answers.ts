import type { OrganizationView } from '@landfall/organization';
import type {
  BoardItem,
  LightChangeItem,
  LightOverride as Override,
  LightReason as Reason,
  ProjectLight as Shown,
} from '@landfall/supervision';
import { z } from 'zod';
import { CodedName, LocalizedText } from '../coded-name';

export const LightColour = z.enum(['green', 'yellow', 'red', 'grey']);

export const LightReason = z
  .object({
    code: z.string(),
    light: z.enum(['yellow', 'red']),
    text: LocalizedText,
    since: z.string().describe('YYYY-MM-DD'),
    source: z.string(),
    subject: z.string().describe('The task or issue it is about; empty for the project as a whole'),
  })
  .meta({ id: 'LightReason' });

export const LightOverride = z
  .object({
    id: z.string(),
    light: LightColour,
    reason: z.string(),
    untilOn: z.string().describe('Its last day'),
    by: z.object({ accountId: z.string(), name: z.string(), unit: z.string() }),
    at: z.string(),
    endedAt: z.string().nullable(),
    endedAs: z.enum(['expired', 'withdrawn', 'replaced']).nullable(),
    endedByName: z.string().nullable(),
  })
  .meta({ id: 'LightOverride' });

export const ProjectLight = z
  .object({
    projectId: z.string(),
    light: LightColour,
    computed: LightColour.describe('What the rules say; differs while an override is in force'),
    since: z.string(),
    reasons: z.array(LightReason).describe('Worst first'),
    heldReasons: z.array(LightReason).describe('Gone, but the colour stays until the run of the next morning'),
    rulesFrom: z.string().describe('The version of the rules'),
    override: LightOverride.nullable(),
    mayOverride: z.boolean().describe('Whether the caller may set the light by hand'),
  })
  .meta({ id: 'ProjectLight' });

export type ProjectLight = z.infer<typeof ProjectLight>;

export const LightChange = z
  .object({
    id: z.string(),
    from: LightColour.nullable(),
    to: LightColour,
    cause: z.enum(['event', 'daily', 'override', 'overrideEnded', 'overrideExpired']),
    reasons: z.array(LightReason),
    by: z.object({ accountId: z.string(), name: z.string() }),
    at: z.string(),
  })
  .meta({ id: 'LightChange' });

export const LightHistory = z
  .object({ changes: z.array(LightChange), overrides: z.array(LightOverride) })
  .meta({ id: 'LightHistory' });

export type LightHistory = z.infer<typeof LightHistory>;

export const LightBoard = z
  .object({
    items: z.array(
      z.object({
        projectId: z.string(),
        projectNo: z.string(),
        projectName: z.string(),
        leadTaskForce: CodedName.nullable(),
        landingUnit: CodedName.nullable(),
        stage: z.string().nullable(),
        light: LightColour,
        since: z.string(),
        reasons: z.array(LightReason),
        heldReasons: z.array(LightReason),
        overriddenUntil: z.string().nullable(),
      }),
    ),
    counts: z.object({ yellow: z.number().int(), red: z.number().int() }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'LightBoard' });

export type LightBoard = z.infer<typeof LightBoard>;

const sayReasons = (reasons: readonly Reason[]) => reasons.map((reason) => ({ ...reason }));

const sayOverride = ({ projectId, at, endedAt, by, ...override }: Override) => ({
  ...override,
  by: { ...by },
  at: at.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

export const sayLight = (light: Shown, mayOverride: boolean): ProjectLight => ({
  ...light,
  since: light.since.toISOString(),
  reasons: sayReasons(light.reasons),
  heldReasons: sayReasons(light.heldReasons),
  override: light.override === null ? null : sayOverride(light.override),
  mayOverride,
});

export const sayLightHistory = (changes: readonly LightChangeItem[], overrides: readonly Override[]): LightHistory => ({
  changes: changes.map((change) => ({
    ...change,
    reasons: sayReasons(change.reasons),
    by: { ...change.by },
    at: change.at.toISOString(),
  })),
  overrides: overrides.map(sayOverride),
});

export const sayBoardItem = (item: BoardItem, view: OrganizationView): LightBoard['items'][number] => {
  const { name, leadTaskForce, landingUnit, since, reasons, heldReasons, ...rest } = item;
  return {
    ...rest,
    projectName: name,
    leadTaskForce: leadTaskForce === null ? null : { code: leadTaskForce, name: view.taskForceName(leadTaskForce) },
    landingUnit: landingUnit === null ? null : { code: landingUnit, name: view.unitName(landingUnit) },
    since: since.toISOString(),
    reasons: sayReasons(reasons),
    heldReasons: sayReasons(heldReasons),
  };
};
