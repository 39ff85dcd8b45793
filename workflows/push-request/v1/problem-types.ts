import type { LocalizedText } from '@landfall/process-definition';
import type { ProblemType } from '../commands';

/** How the types of problems are called. */
export const PROBLEM_TYPES: Readonly<Record<ProblemType, LocalizedText>> = {
  site: { zh: '选址用地', en: 'Site and land' },
  planning: { zh: '规划', en: 'Planning' },
  environment: { zh: '环评', en: 'Environmental assessment' },
  policy: { zh: '配套政策', en: 'Supporting policies' },
  energy: { zh: '能耗', en: 'Energy use' },
  safety: { zh: '安全', en: 'Safety' },
  registration: { zh: '登记', en: 'Registration' },
  other: { zh: '其他', en: 'Other' },
};
