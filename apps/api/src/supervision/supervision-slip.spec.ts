import type { OrganizationView } from '@landfall/organization';
import type { ItemSlip } from '@landfall/supervision';
import { supervisionSlipOf } from './supervision-slip';

const view = { unitName: (code: string) => ({ zh: `《${code}》`, en: code }) } as unknown as OrganizationView;

const item: ItemSlip['item'] = {
  ...{ itemId: 'item', number: '督办〔2026〕12号', source: 'instruction', title: '落实供地', requirement: '取得批复' },
  ...{ projectId: null, projectName: null, leadUnit: 'D13', assistUnits: ['D12'], dueOn: '2026-12-10', daysLate: 0 },
  ...{ drafter: { name: '李办', unit: 'LGO' }, onBehalfOf: { name: '王雪冬', post: '副组长' } },
  ...{ state: 'executing', mustAct: [], progress: 40, extensions: 0, colour: 'yellow', inBulletin: false },
  ...{
    interviews: 0,
    draftedAt: '2026-11-24T01:00:00.000Z',
    closedAt: null,
    outcome: null,
    inTime: null,
    result: null,
  },
};
const slip: ItemSlip = { item, issuedOn: '2026-11-25', minutesNumber: null, lastReport: null };

describe('the slip of a supervision item', () => {
  it('asks the lead unit, copies the assisting ones and names whose instruction it follows', () => {
    expect(supervisionSlipOf(slip, view)).toMatchObject({
      head: {
        ...{ number: { prefix: '督办', year: 2026, number: 12 }, issuedOn: '2026-11-25' },
        ...{ addressees: ['《D13》'], copiesTo: ['《D12》'] },
      },
      ...{ source: '副组长王雪冬领导批示', colour: '黄', progress: null, criterion: '取得批复' },
    });
  });

  it('names the minutes, the colour of chasing and how far the unit said it is', () => {
    const lastReport = { on: '2026-12-01', progress: 40, note: '已踏勘' };
    const resolution = { ...item, source: 'resolution', onBehalfOf: null, colour: 'none' };
    const minutesNumber = '津滨招商办纪要〔2026〕3号';
    expect(supervisionSlipOf({ ...slip, item: resolution, minutesNumber, lastReport }, view)).toMatchObject({
      ...{ source: '津滨招商办纪要〔2026〕3号议定事项', colour: null, progress: '40%：已踏勘' },
    });
    expect(
      supervisionSlipOf({ ...slip, item: resolution, lastReport: { ...lastReport, note: null } }, view),
    ).toMatchObject({ source: '议定事项', progress: '40%' });
  });
});
