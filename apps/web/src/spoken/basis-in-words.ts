const NUMBERED_RULE = /业务规则(?:\s*\d+(?:\.\w+)+)?\s*|\d+(?:\.\w+)+\s+(?=\p{Script=Han})/gu;

/**
 * A basis as it tells a reader something: articles of the notice and what a rule is about. The numbers of the rules are
 * kept for those who maintain them; nobody else has the list.
 */
export const basisInWords = (source: string): string =>
  source
    .replace(NUMBERED_RULE, '')
    .replace(/^[：:；;、，\s]+|[：:；;、，\s]+$/gu, '')
    .replace(/^（([^（）]*)）$/u, '$1');
