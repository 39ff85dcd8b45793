export * from './business-date';
export { loadOrganization } from './load-organization';
export { type OrganizationData, readOrganizationData } from './notice-data';
export * from './organization';
export type {
  IndustryRule,
  LeadingGroupSeat,
  OrganizationRows,
  Post,
  Span,
  TaskForce,
  Unit,
  UnitKind,
} from './organization-rows';
export * from './organization-view';
export * from './rename-unit';
export * from './route-lead';
export { type RoutingTable, routingTable } from './routing-table';
