import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@landfall/persistence';
import { type Actor, SYSTEM_ACTOR } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { dayOf } from '../business-day';
import type { WorkingDays } from '../working-days';
import type { Light, LightReason } from './light';
import { type LightMeasure, measuresOf, writeMeasures } from './light-measures';
import { lightOf } from './light-of';
import { endOverrides, type LightOverride, readOpenOverrides } from './light-override';
import { type LightRow, lockLights, NO_WEEK, readWeek, writeLights } from './light-row';
import type { LightRules } from './light-rules';
import type { ProjectSituation } from './project-situation';
import { readSituations, type TaskTitles } from './read-situations';
import { type LightOccasion, steadyLight } from './steady-light';

/** Why a shown light changed. */
export type ChangeCause = LightOccasion | 'override' | 'overrideEnded' | 'overrideExpired';

export interface LightSetting {
  readonly rules: LightRules;
  readonly calendar: WorkingDays;
  readonly titles: TaskTitles;
  readonly now: Date;
  readonly occasion: LightOccasion;
  /** Who changed it by hand, and how; the system otherwise. */
  readonly byHand?: { readonly actor: Actor; readonly cause: 'override' | 'overrideEnded' };
}

interface LightChange {
  readonly projectId: string;
  readonly from: Light | null;
  readonly to: Light;
  readonly cause: ChangeCause;
  readonly reasons: readonly LightReason[];
}

/**
 * Reads the lights of some projects and writes what is new: the light, its history and the measures that follow. Answers how
 * many shown lights changed.
 *
 * The rows are locked first and the facts read afterwards, so of two readings the later one has the later facts. A fixed
 * number of statements, however many projects; what is as it was is not written.
 */
export const setLights = async (
  tx: Transaction,
  projectIds: readonly string[],
  setting: LightSetting,
): Promise<number> => {
  const before = await lockLights(tx, projectIds);
  const overrides = await readOpenOverrides(tx, projectIds);
  const situations = await readSituations(tx, projectIds, setting.titles);
  const rows: LightRow[] = [];
  const changes: LightChange[] = [];
  const measures: LightMeasure[] = [];
  const expired: string[] = [];
  for (const [projectId, situation] of situations) {
    const known = before.get(projectId);
    const override = overrides.get(projectId);
    const step = stepOf(situation, known, override, setting);
    if (step.expired && override !== undefined) expired.push(override.id);
    if (known?.shown !== step.row.shown) changes.push({ projectId, from: known?.shown ?? null, ...step.change });
    if (known === undefined || differs(known, step.row)) rows.push(step.row);
    measures.push(...step.measures);
  }
  await writeLights(tx, rows);
  await endOverrides(tx, expired, {
    as: 'expired',
    at: setting.now,
    by: SYSTEM_ACTOR.accountId,
    byName: SYSTEM_ACTOR.name,
  });
  await writeChanges(tx, changes, setting);
  await writeMeasures(tx, measures, setting.now);
  return changes.length;
};

const stepOf = (
  situation: ProjectSituation,
  known: LightRow | undefined,
  override: LightOverride | undefined,
  setting: LightSetting,
) => {
  const { rules, calendar, now, occasion, byHand } = setting;
  const today = dayOf(now);
  const steady = steadyLight(known?.steady, lightOf(situation, rules, now, calendar), occasion);
  const expired = override !== undefined && override.untilOn < today;
  const inForce = override !== undefined && !expired && steady.light !== 'grey' ? override : undefined;
  const shown = inForce?.light ?? steady.light;
  const weekBefore = known?.week ?? NO_WEEK;
  const week = occasion === 'daily' ? readWeek(weekBefore, today, shown) : weekBefore;
  const row: LightRow = {
    projectId: situation.projectId,
    steady,
    shown,
    shownUntil: inForce?.untilOn ?? null,
    rulesFrom: rules.validFrom,
    since: known?.shown === shown ? known.since : now,
    computedAt: now,
    week,
  };
  const reasons = [...steady.reasons, ...steady.heldReasons];
  const cause: ChangeCause = expired ? 'overrideExpired' : (byHand?.cause ?? occasion);
  const measures = measuresOf({
    projectId: situation.projectId,
    today,
    before: known?.shown,
    shown,
    reasons,
    issues: situation.issues,
    weekBefore,
    week,
  });
  return { row, expired, change: { to: shown, cause, reasons }, measures };
};

/** When it was looked at is no news. */
const differs = (known: LightRow, row: LightRow): boolean =>
  !isDeepStrictEqual(known, { ...row, computedAt: known.computedAt });

const writeChanges = async (
  tx: Transaction,
  changes: readonly LightChange[],
  { now, byHand }: LightSetting,
): Promise<void> => {
  if (changes.length === 0) return;
  const actor = byHand?.actor ?? SYSTEM_ACTOR;
  const rows = changes.map(({ projectId, from, to, cause, reasons }) => ({
    id: uuid(),
    project_id: projectId,
    from_light: from,
    to_light: to,
    cause,
    reasons,
  }));
  await tx.query(
    `INSERT INTO project_light_change (id, project_id, from_light, to_light, cause, reasons, actor_id, actor_name, at)
     SELECT id, project_id, from_light, to_light, cause, reasons, $2, $3, $4
     FROM jsonb_populate_recordset(NULL::project_light_change, $1)`,
    [JSON.stringify(rows), actor.accountId, actor.name, now],
  );
};
