import type { IsWorkday, Recipients, Subjects } from '../src';

/** A few posts and who holds them. */
export const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  'D01.specialist': ['wang', 'zhao'],
  'D01.head': ['li'],
  'OFFICE.staff': ['sun'],
};

export const smallOffice: Recipients = {
  accountsOf: async (group) => (HOLDERS[group] ?? []).map((accountId) => ({ accountId, name: accountId })),
  inUse: async (accounts) => accounts.filter((account) => account !== 'gone'),
  address: async (accountId) => (accountId === 'sun' ? undefined : `${accountId}@binhai.example`),
};

export const plainSubjects: Subjects = {
  taskTitle: ({ taskKey }) => ({ zh: `任务${taskKey}`, en: `Task ${taskKey}` }),
  names: async (ids) => new Map(ids.map((id) => [id, '海水淡化项目'])),
};

/** Monday to Friday, but for the National Day week of 2026 and its make-up Saturday. */
export const isWorkday: IsWorkday = (day) => {
  if (day >= '2026-10-01' && day <= '2026-10-07') return false;
  if (day === '2026-10-10') return true;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
};
