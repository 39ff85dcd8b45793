import type { LocalizedText } from '@landfall/process-definition';
import { findUnit, type UnitNames, unitNames } from './find-unit';
import {
  type IndustryRule,
  isValidOn,
  type LeadingGroupSeat,
  type OrganizationRows,
  type Post,
  type TaskForce,
  type Unit,
} from './organization-rows';
import { type LeadToRoute, type Routing, routeLead } from './route-lead';
import { type RoutingTable, routingTable } from './routing-table';

/** The organisation as it is on one day; it never changes and answers at once. */
export class OrganizationView {
  readonly units: readonly Unit[];
  readonly taskForces: readonly TaskForce[];
  readonly posts: readonly Post[];
  readonly seats: readonly LeadingGroupSeat[];
  readonly industryRules: readonly IndustryRule[];
  readonly routing: RoutingTable;
  private readonly unitsByCode: ReadonlyMap<string, Unit>;
  private readonly postsByCode: ReadonlyMap<string, Post>;
  private readonly taskForcesByCode: ReadonlyMap<string, TaskForce>;
  private readonly names: UnitNames;

  constructor(
    rows: OrganizationRows,
    /** The day, YYYY-MM-DD. */
    readonly day: string,
  ) {
    const valid = isValidOn(day);
    this.units = rows.units.filter(valid);
    this.taskForces = rows.taskForces.filter(valid);
    this.posts = rows.posts.filter(valid);
    this.seats = rows.seats.filter(valid);
    this.industryRules = rows.industryRules.filter(valid);
    this.unitsByCode = new Map(this.units.map((unit) => [unit.code, unit]));
    this.postsByCode = new Map(this.posts.map((post) => [post.code, post]));
    this.taskForcesByCode = new Map(this.taskForces.map((taskForce) => [taskForce.code, taskForce]));
    this.names = unitNames(this.units);
    this.routing = routingTable(this);
  }

  unit(code: string): Unit | undefined {
    return this.unitsByCode.get(code);
  }

  taskForce(code: string): TaskForce | undefined {
    return this.taskForcesByCode.get(code);
  }

  post(code: string): Post | undefined {
    return this.postsByCode.get(code);
  }

  postsOfUnit(unit: string): readonly Post[] {
    return this.posts.filter((post) => post.unit === unit);
  }

  /** What a unit is called, or its code when the day knows no such unit. */
  unitName(code: string): LocalizedText {
    return this.unit(code)?.name ?? { zh: code, en: code };
  }

  /** What a task force is called, or its code when the day knows no such task force. */
  taskForceName(code: string): LocalizedText {
    return this.taskForce(code)?.name ?? { zh: code, en: code };
  }

  /** The title of a candidate group (`D01.specialist`) with its unit, for lists and history. */
  groupName(group: string): LocalizedText {
    const post = this.post(group);
    if (post === undefined) return { zh: group, en: group };
    const unit = this.unit(post.unit);
    return {
      zh: `${unit?.shortName ?? post.unit}·${post.title.zh}`,
      en: `${unit?.name.en ?? post.unit}, ${post.title.en}`,
    };
  }

  /** The code of the one unit that is called so (code, names, short name, aliases), or null. */
  findUnit(name: string): string | null {
    return findUnit(name, this.names);
  }

  /** The one zone, street or town that is called so, or null: departments are no place to land. */
  findLandingUnit(name: string): string | null {
    return findUnit(name, this.routing.landingUnits);
  }

  route(lead: LeadToRoute): Routing {
    return routeLead(lead, this.routing);
  }
}
