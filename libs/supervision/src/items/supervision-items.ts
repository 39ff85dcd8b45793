import type { Actor, LocalizedText } from '@landfall/process-definition';
import { Rejection, SYSTEM_ACTOR } from '@landfall/process-definition';
import { v5, v7 } from 'uuid';
import { calendarDay } from '../calendar-day';
import type { IssuesParts } from '../issues/issues';
import { leaderInCharge } from '../leader-in-charge';
import type { ViewedProjects } from '../viewed-projects';
import { type ItemEnding, readItemEnding } from './item-ending';
import { type ItemQuery, readItem, readItems, type SupervisionItemRow } from './item-list';
import { refuse } from './refusal-texts';

/** The process that every supervision item starts. */
export const ITEM_PROCESS = 'supervision-item';

/** 督办来源 (domain-model 6.e). */
export const ITEM_SOURCES = {
  resolution: { zh: '议定事项', en: 'Resolution of a meeting' },
  instruction: { zh: '领导批示', en: 'Instruction of a leader' },
  redLight: { zh: '红灯', en: 'Red light' },
  assessment: { zh: '考核', en: 'Assessment' },
  superior: { zh: '上级交办', en: 'Ordered from above' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type ItemSource = keyof typeof ITEM_SOURCES;

/** The leader whose instruction somebody else records (代录). */
export interface OnBehalfOf {
  readonly account?: string | undefined;
  readonly name: string;
  readonly post: string;
}

export interface DraftBody {
  readonly source: ItemSource;
  readonly title: string;
  /** What has to be delivered. */
  readonly requirement: string;
  readonly projectId?: string | undefined;
  readonly leadUnit: string;
  readonly assistUnits?: readonly string[] | undefined;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly onBehalfOf?: OnBehalfOf | undefined;
  readonly clientKey?: string | undefined;
}

export interface RedLightItem {
  /** The same key proposes once. */
  readonly key: string;
  readonly projectId: string;
  readonly reasons: readonly { readonly text: { readonly zh: string } }[];
}

export interface DraftedItem {
  readonly itemId: string;
  readonly repeated: boolean;
}

/** Leaders, the office and the street economy office draft; the office's director issues. */
const DRAFTERS = ['LG.leader', 'LG.exec', 'LG.deputy', 'LGO.director', 'LGO.staff', 'LGO.supervisor', 'SEO.director'];

const KEYED_ITEMS = 'c35bd0b5-33b9-4d6c-8f1d-0f9be6f2f9a7';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A red light proposes two weeks; the office decides when it issues the item. */
const RED_LIGHT_DAYS = 14;
const TITLE_LENGTH = 120;

interface Drafting {
  readonly body: DraftBody;
  readonly drafter: { readonly account: string; readonly name: string; readonly unit: string };
  readonly clientKey: string | undefined;
}

/** Drafts supervision items and lists them. */
export class SupervisionItems {
  constructor(private readonly parts: IssuesParts) {}

  /**
   * Drafts an item for the office to issue. An instruction may be recorded on a leader's behalf: both names stay.
   *
   * @throws Rejection `SUPERVISION_ITEM.DRAFTING_NOT_ALLOWED` (403), `.TEXT_MISSING`, `.DUE_DATE_INVALID`,
   * `.LEAD_UNIT_ASSISTS`, `.LEADER_MISSING` (422), `.PROJECT_NOT_FOUND` (404)
   */
  async draft(actor: Actor, body: DraftBody): Promise<DraftedItem> {
    if (!this.mayDraft(actor)) {
      throw refuse('SUPERVISION_ITEM.DRAFTING_NOT_ALLOWED', 403);
    }
    return this.start(body.onBehalfOf === undefined ? actor : { ...actor, onBehalfOf: body.onBehalfOf.name }, {
      body,
      drafter: { account: actor.accountId, name: actor.name, unit: actor.unit },
      clientKey: body.clientKey === undefined ? undefined : `item:${actor.accountId}:${body.clientKey}`,
    });
  }

  /** Whether somebody's posts let him draft items. */
  mayDraft(actor: Pick<Actor, 'groups'>): boolean {
    return DRAFTERS.some((group) => actor.groups.includes(group));
  }

  /**
   * Drafts the item that a red light proposes: its lead task force leads, the office decides whether to issue it. A project
   * has one open item of this source at most.
   */
  async proposeForRedLight({ key, projectId, reasons }: RedLightItem): Promise<void> {
    const [project] = await this.parts.database.query<{ name: string; lead_task_force: string | null; open: boolean }>(
      `SELECT name, lead_task_force, EXISTS (SELECT 1 FROM supervision_item s
         WHERE s.project_id = p.id AND s.source = 'redLight' AND s.closed_at IS NULL) AS open
       FROM project p WHERE id = $1`,
      [projectId],
    );
    if (!project) throw refuse('SUPERVISION_ITEM.PROJECT_NOT_FOUND', 404);
    if (project.open) return;
    const said = reasons.map(({ text }) => text.zh).join('；');
    const due = new Date(this.parts.clock.now().getTime() + RED_LIGHT_DAYS * 86_400_000);
    try {
      await this.start(SYSTEM_ACTOR, {
        body: {
          source: 'redLight',
          title: `红灯项目：${project.name}`.slice(0, TITLE_LENGTH),
          requirement: said === '' ? '消除红灯' : `消除红灯：${said}`,
          projectId,
          leadUnit: project.lead_task_force ?? 'LGO',
          dueOn: calendarDay(due),
        },
        drafter: { account: SYSTEM_ACTOR.accountId, name: '红灯', unit: 'LGO' },
        clientKey: `item:${key}`,
      });
    } catch (error) {
      // The same key on another day asks for another due date: the item is there already.
      if (error instanceof Rejection && DONE_ALREADY.includes(error.code)) return;
      throw error;
    }
  }

  /** @throws Rejection `SUPERVISION_ITEM.NOT_FOUND` (404), also for an item that somebody may not see */
  async find(scope: ViewedProjects, itemId: string): Promise<SupervisionItemRow> {
    const found = UUID.test(itemId)
      ? await readItem(this.parts.database, scope, itemId, this.parts.clock.now())
      : undefined;
    if (!found) throw refuse('SUPERVISION_ITEM.NOT_FOUND', 404);
    return found;
  }

  /** How a closed item ended; undefined while it is open. */
  async ending({ itemId }: Pick<SupervisionItemRow, 'itemId'>): Promise<ItemEnding | undefined> {
    return readItemEnding(this.parts.database, itemId);
  }

  /** The items that somebody may see: open ones first, red ones before others; then closed ones, the last closed first. */
  async list(scope: ViewedProjects, query: ItemQuery): Promise<SupervisionItemRow[]> {
    return readItems(this.parts.database, scope, query, this.parts.clock.now());
  }

  private async start(actor: Actor, { body, drafter, clientKey }: Drafting): Promise<DraftedItem> {
    const { database, clock, engine } = this.parts;
    const day = calendarDay(clock.now());
    const assistUnits = [...new Set(body.assistUnits ?? [])];
    this.check(body, assistUnits, day);
    const project = await this.project(body.projectId);
    const itemId = clientKey === undefined ? v7() : v5(clientKey, KEYED_ITEMS);
    const itemKey = `item:${itemId}`;
    const receipt = await engine.start({
      definition: ITEM_PROCESS,
      id: itemId,
      correlationKey: itemKey,
      ...(body.projectId === undefined ? {} : { belongsTo: body.projectId }),
      input: {
        itemKey,
        source: body.source,
        title: body.title.trim(),
        requirement: body.requirement.trim(),
        projectId: body.projectId ?? null,
        projectName: project?.name ?? null,
        leadUnit: body.leadUnit,
        assistUnits,
        dueOn: body.dueOn,
        deputyGroup: await leaderInCharge(database, [body.leadUnit, project?.lead_task_force ?? null], day),
        drafter,
        onBehalfOf:
          body.onBehalfOf === undefined
            ? null
            : {
                account: body.onBehalfOf.account ?? null,
                name: body.onBehalfOf.name.trim(),
                post: body.onBehalfOf.post.trim(),
              },
        origin: null,
      },
      actor,
      ...(clientKey === undefined ? {} : { clientKey }),
    });
    return { itemId: receipt.instanceId, repeated: receipt.repeated };
  }

  private check(body: DraftBody, assistUnits: readonly string[], day: string): void {
    for (const field of ['title', 'requirement', 'leadUnit'] as const) {
      if (body[field].trim() === '') throw refuse('SUPERVISION_ITEM.TEXT_MISSING', 422, { field });
    }
    if (!DATE.test(body.dueOn) || Number.isNaN(Date.parse(body.dueOn)) || body.dueOn <= day) {
      throw refuse('SUPERVISION_ITEM.DUE_DATE_INVALID', 422, { on: body.dueOn });
    }
    if (assistUnits.includes(body.leadUnit)) {
      throw refuse('SUPERVISION_ITEM.LEAD_UNIT_ASSISTS', 422, { unit: body.leadUnit });
    }
    const leader = body.onBehalfOf;
    if (leader !== undefined && (leader.name.trim() === '' || leader.post.trim() === '')) {
      throw refuse('SUPERVISION_ITEM.LEADER_MISSING', 422);
    }
  }

  private async project(
    projectId: string | undefined,
  ): Promise<{ readonly name: string; readonly lead_task_force: string | null } | undefined> {
    if (projectId === undefined) return undefined;
    const [project] = UUID.test(projectId)
      ? await this.parts.database.query<{ name: string; lead_task_force: string | null }>(
          'SELECT name, lead_task_force FROM project WHERE id = $1',
          [projectId],
        )
      : [];
    if (!project) throw refuse('SUPERVISION_ITEM.PROJECT_NOT_FOUND', 404);
    return project;
  }
}

const DONE_ALREADY: readonly string[] = ['PROCESS.ALREADY_STARTED', 'COMMAND.CLIENT_KEY_REUSED'];
