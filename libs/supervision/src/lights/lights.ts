import type { Transaction } from '@landfall/persistence';
import type { Actor } from '@landfall/process-definition';
import { v7 as uuid } from 'uuid';
import { addDays, dayOf, isDay } from '../business-day';
import type { ViewedProjects } from '../viewed-projects';
import type { Light, LightReason, Warning } from './light';
import { type BoardPage, type BoardQuery, readBoard } from './light-board';
import { endOverrides, type LightOverride, readOpenOverrides, readOverrides } from './light-override';
import type { LightParts } from './light-readings';
import { readLight } from './light-row';
import { readLightRules } from './light-rules';
import { refuse } from './refusal-texts';
import { type ChangeCause, setLights } from './set-lights';

/** A project's light as its page shows it. */
export interface ProjectLight {
  readonly projectId: string;
  readonly light: Light;
  /** What the rules say; differs from `light` while an override is in force. */
  readonly computed: Light;
  readonly since: Date;
  readonly reasons: readonly LightReason[];
  /** Reasons that are gone and keep the colour until the next daily run. */
  readonly heldReasons: readonly LightReason[];
  readonly rulesFrom: string;
  readonly override: LightOverride | null;
}

export interface LightChangeItem {
  readonly id: string;
  readonly from: Light | null;
  readonly to: Light;
  readonly cause: ChangeCause;
  readonly reasons: readonly LightReason[];
  readonly by: { readonly accountId: string; readonly name: string };
  readonly at: Date;
}

export interface OverrideRequest {
  readonly light: Exclude<Light, 'grey'>;
  readonly reason: string;
  /** Its last day, today at the earliest and 30 days from today at the latest. */
  readonly untilOn: string;
}

const LONGEST_OVERRIDE_DAYS = 30;
const SHORTEST_REASON = 10;

/** Lights of projects for people: what a light is and why, the board, and the office's hand. */
export class Lights {
  constructor(private readonly parts: LightParts) {}

  /** The light of a project, or undefined when it was never read. An override past its last day counts no more. */
  async of(projectId: string): Promise<ProjectLight | undefined> {
    const row = await readLight(this.parts.database, projectId);
    if (row === undefined) return undefined;
    const override = (await readOpenOverrides(this.parts.database, [projectId])).get(projectId);
    const isInForce = row.shownUntil !== null && row.shownUntil >= dayOf(this.parts.clock.now());
    return {
      projectId,
      light: row.shownUntil === null || isInForce ? row.shown : row.steady.light,
      computed: row.steady.light,
      since: row.since,
      reasons: row.steady.reasons,
      heldReasons: row.steady.heldReasons,
      rulesFrom: row.rulesFrom,
      override: isInForce ? (override ?? null) : null,
    };
  }

  /** The light of a project. @throws Rejection `LIGHT.NOT_YET_READ` (404) */
  async require(projectId: string): Promise<ProjectLight> {
    const light = await this.of(projectId);
    if (light === undefined) throw refuse('LIGHT.NOT_YET_READ', 404);
    return light;
  }

  /** The changes of a project's light, newest first. */
  async changes(projectId: string, limit = 100): Promise<LightChangeItem[]> {
    const rows = await this.parts.database.query<ChangeRow>(
      'SELECT * FROM project_light_change WHERE project_id = $1 ORDER BY at DESC, id DESC LIMIT $2',
      [projectId, limit],
    );
    return rows.map((row) => ({
      id: row.id,
      from: row.from_light,
      to: row.to_light,
      cause: row.cause,
      reasons: row.reasons,
      by: { accountId: row.actor_id, name: row.actor_name },
      at: row.at,
    }));
  }

  /** All lights that were ever set by hand on a project, newest first. */
  overrides(projectId: string): Promise<LightOverride[]> {
    return readOverrides(this.parts.database, projectId);
  }

  /** The yellow and red projects that somebody may see. */
  board(scope: ViewedProjects, query: Partial<BoardQuery> & { readonly limit: number }): Promise<BoardPage> {
    const lights: readonly Warning[] = query.lights ?? ['red', 'yellow'];
    return readBoard(this.parts.database, scope, { ...query, lights }, dayOf(this.parts.clock.now()));
  }

  /**
   * Sets a light by hand until a day; an earlier override ends by it. The rules go on being read underneath.
   *
   * @throws Rejection `LIGHT.OVERRIDE_REASON_MISSING`, `LIGHT.OVERRIDE_PERIOD` (422), `LIGHT.PROJECT_NOT_FOUND` (404),
   *   `LIGHT.PROJECT_STANDS_STILL` (409)
   */
  async override(actor: Actor, projectId: string, request: OverrideRequest): Promise<ProjectLight> {
    const now = this.parts.clock.now();
    const today = dayOf(now);
    requireReason(request.reason);
    const last = addDays(today, LONGEST_OVERRIDE_DAYS);
    if (!isDay(request.untilOn) || request.untilOn < today || request.untilOn > last) {
      throw refuse('LIGHT.OVERRIDE_PERIOD', 422, { first: today, last, until: request.untilOn });
    }
    await this.byHand(actor, projectId, 'override', async (tx) => {
      const open = (await readOpenOverrides(tx, [projectId])).get(projectId);
      const end = { as: 'replaced', at: now, by: actor.accountId, byName: actor.name } as const;
      await endOverrides(tx, open === undefined ? [] : [open.id], end);
      await tx.query(
        `INSERT INTO light_override (id, project_id, light, reason, until_on, actor_id, actor_name, actor_unit, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[uuid(), projectId, request.light, request.reason.trim(), request.untilOn],
          ...[actor.accountId, actor.name, actor.unit, now],
        ],
      );
    });
    return this.require(projectId);
  }

  /**
   * Ends the light set by hand before its day.
   *
   * @throws Rejection `LIGHT.OVERRIDE_NOT_FOUND`, `LIGHT.PROJECT_NOT_FOUND` (404)
   */
  async endOverride(actor: Actor, projectId: string): Promise<ProjectLight> {
    await this.byHand(actor, projectId, 'overrideEnded', async (tx) => {
      const now = this.parts.clock.now();
      const open = (await readOpenOverrides(tx, [projectId])).get(projectId);
      if (open === undefined || open.untilOn < dayOf(now)) throw refuse('LIGHT.OVERRIDE_NOT_FOUND', 404);
      await endOverrides(tx, [open.id], { as: 'withdrawn', at: now, by: actor.accountId, byName: actor.name });
    });
    return this.require(projectId);
  }

  /** Reads the light before and after the hand moved, so that history tells the two apart. */
  private async byHand(
    actor: Actor,
    projectId: string,
    cause: 'override' | 'overrideEnded',
    move: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, calendar, titles, clock } = this.parts;
    await database.transaction(async (tx) => {
      const now = clock.now();
      const setting = {
        rules: await readLightRules(tx, dayOf(now)),
        calendar,
        titles,
        now,
        occasion: 'event',
      } as const;
      await setLights(tx, [projectId], setting);
      const [row] = await tx.query<{ light: Light }>('SELECT light FROM project_light WHERE project_id = $1', [
        projectId,
      ]);
      if (row === undefined) throw refuse('LIGHT.PROJECT_NOT_FOUND', 404);
      if (row.light === 'grey' && cause === 'override') throw refuse('LIGHT.PROJECT_STANDS_STILL', 409);
      await move(tx);
      await setLights(tx, [projectId], { ...setting, byHand: { actor, cause } });
    });
  }
}

interface ChangeRow {
  readonly id: string;
  readonly from_light: Light | null;
  readonly to_light: Light;
  readonly cause: ChangeCause;
  readonly reasons: readonly LightReason[];
  readonly actor_id: string;
  readonly actor_name: string;
  readonly at: Date;
}

const requireReason = (reason: string): void => {
  if ([...reason.trim()].length < SHORTEST_REASON) {
    throw refuse('LIGHT.OVERRIDE_REASON_MISSING', 422, { shortest: SHORTEST_REASON });
  }
};
