import type { OrganizationView } from '@landfall/organization';
import { nameUnits } from './name-units';

const view = {
  unit: (code: string) => (code === 'L07' ? { name: { zh: '区应急管理局' }, shortName: '区应急局' } : undefined),
  unitName: () => ({ zh: '区应急管理局', en: 'Emergency Management Bureau' }),
} as unknown as OrganizationView;

const said = (zh: string) => nameUnits({ zh, en: zh }, view);

describe('units in a sentence', () => {
  it('are said by name, in short where there is little room', () => {
    expect(said('未回执：L07、L07')).toEqual({
      zh: '未回执：区应急局、区应急局',
      en: '未回执：Emergency Management Bureau、Emergency Management Bureau',
    });
  });

  it('leaves alone what only looks like a unit: numbers of projects and models, codes that nobody has', () => {
    for (const text of ['APP290动力电机', 'BH-L07', 'L07-2', 'L070', 'L99', '3.L07']) expect(said(text).zh).toBe(text);
  });
});
