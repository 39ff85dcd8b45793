import type { LeadRoute, LeadRouting, LeadToRoute, RoutingView } from '../src';

const LEADS: Readonly<Record<string, readonly string[]>> = {
  D01: ['信创', '高端装备（智能制造）', '集成电路', '新能源', '新材料', '航空航天', '汽车及新能源汽车', '轻纺'],
  D02: ['商贸服务业'],
  D04: ['基金招商'],
  D05: ['科技招商', '生物医药'],
  D06: ['文化旅游业'],
  D07: ['资产盘活'],
  D09: ['民营医疗机构', '智慧医疗'],
  D10: ['循环经济及资源综合利用', '绿色石化', '工程咨询', '物流'],
  D13: ['新型城市基础设施'],
  D15: ['水利基础设施'],
  D17: ['高水平大学', '职业教育'],
};

const PLACES: Readonly<Record<string, string>> = {
  Z01: '天津经济技术开发区',
  Z02: '天津港保税区',
  Z03: '天津滨海高新技术产业开发区',
  Z05: '中新天津生态城',
  T14: '大港街道',
  T15: '古林街道',
  T16: '海滨街道',
  T17: '新城镇',
  T18: '杨家泊镇',
  T21: '中塘镇',
};

const named = (zh: string) => ({ zh, en: zh });

const route = (lead: LeadToRoute): LeadRoute => {
  const leader = Object.entries(LEADS).find(([, keywords]) => keywords.includes(lead.industryFocus))?.[0] ?? null;
  return {
    leadTaskForce: leader,
    assistTaskForces: ['D18'],
    ambiguous: leader === null,
    reason: named(leader ? `${lead.industryFocus} → ${leader}` : `${lead.industryFocus} → LGO`),
  };
};

const view: RoutingView = {
  route,
  findLandingUnit: (name) =>
    name in PLACES ? name : (Object.entries(PLACES).find(([, zh]) => zh === name)?.[0] ?? null),
  unit: (code) => ({
    kind: code.startsWith('Z')
      ? 'ZONE'
      : code.startsWith('T')
        ? 'STREET_TOWN'
        : code.startsWith('D')
          ? 'DEPARTMENT'
          : 'OFFICE',
    name: named(PLACES[code] ?? code),
  }),
  unitName: (code) => named(PLACES[code] ?? code),
  taskForceName: (code) => named(code),
  units: Object.entries(PLACES).map(([code, zh]) => ({
    code,
    kind: code.startsWith('Z') ? 'ZONE' : 'STREET_TOWN',
    name: named(zh),
  })),
  industryRules: Object.entries(LEADS).flatMap(([leadTaskForce, keywords]) =>
    keywords.map((keyword) => ({ keyword: named(keyword), leadTaskForce })),
  ),
};

/** A routing table as small as these specs need; the organisation library proves the notice's own. */
export const routingUnderTest: LeadRouting = { view: async () => view };
