import type { LocalizedText } from '@landfall/process-definition';

/** 堵点类型 (domain-model 6.d). */
export const ISSUE_TYPES = {
  site: { zh: '选址用地', en: 'Site and land' },
  planning: { zh: '规划', en: 'Planning' },
  environment: { zh: '环评', en: 'Environmental assessment' },
  energy: { zh: '能耗', en: 'Energy use' },
  safety: { zh: '安全', en: 'Safety' },
  constructionPermit: { zh: '施工许可', en: 'Construction permit' },
  funds: { zh: '资金', en: 'Funds' },
  policyDelivery: { zh: '政策兑现', en: 'Delivery of agreed policies' },
  utilities: { zh: '配套设施（水电气路）', en: 'Utilities and roads' },
  registration: { zh: '登记', en: 'Registration' },
  labour: { zh: '用工', en: 'Labour' },
  enterprise: { zh: '企业自身', en: 'The enterprise itself' },
  crossRegion: { zh: '跨区协调', en: 'Across regions' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type IssueType = keyof typeof ISSUE_TYPES;

export const isIssueType = (value: string): value is IssueType => Object.hasOwn(ISSUE_TYPES, value);

/** How a type is called; a stored one that is not known any more by its key. */
export const issueTypeLabel = (type: string): LocalizedText =>
  isIssueType(type) ? ISSUE_TYPES[type] : { zh: type, en: type };
