/**
 * The numbers that version 3 decides by, each with its source. They become effective-dated settings of the organisation;
 * a change before that is a new version of the process.
 */

/** 项目级别 in 万元 (domain-model 8.1): 街镇重点 ≥5000万, 区级重点 ≥1亿, 重大 ≥10亿 or foreign ≥1000万美元. */
export const STREET_TOWN_KEY_FROM = '5000';
export const DISTRICT_KEY_FROM = '10000';
export const MAJOR_FROM = '100000';
export const MAJOR_FOREIGN_FROM_USD = '1000';

/** Approval of an agreement by amount in 万元 (3.6 stage 4): below 1亿 the landing unit, from 10亿 the leading group. */
export const DEPUTY_APPROVES_FROM = '10000';
export const LEADING_GROUP_APPROVES_FROM = '100000';

/** Below both limits a project needs no energy review of its own (3.1 “Statutory”). */
export const ENERGY_REVIEW_FROM_TCE = 1000;
export const ENERGY_REVIEW_FROM_POWER = 500;

/** A suspension of more than 30 days needs the office (6.a). */
export const LONGEST_OWN_SUSPENSION_DAYS = 30;

/** An override of an advisory or vetoing opinion is reasoned in at least 20 characters (6.a). */
export const SHORTEST_OVERRIDE_REASON = 20;

/** 一票否决 and clause scan words: domain-model 3.6 stage 2 and 3.10. */
export const FORBIDDEN_CLAUSES = [
  '税收返还',
  '先征后返',
  '按纳税额奖励',
  '地方留成奖励',
  '经济贡献奖励',
  '土地出让金返还',
  '限定本地采购',
  '限制迁出',
] as const;

/** Ramp-up checks 6, 12 and 24 months after recognition of operation (3.6 stage 7), as days between them. */
export const RAMP_CHECK_DAYS = [182, 183, 365] as const;

/** How many resolutions a project remembers as taken; far more than it gets in the time that a signal can be late. */
export const RESOLUTIONS_KEPT = 50;
