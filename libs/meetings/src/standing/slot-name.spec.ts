import { slotName } from './slot-name';

const agenda = [
  { key: 'i1', title: '某项目研判', projectName: '动力电池示范线', standing: 'left' },
  { key: 'i2', title: '部署下半年工作', projectName: null, standing: 'confirmed' },
  { key: 'i3', title: '某项目研判', projectName: '空港物流园', standing: 'proposed' },
] as const;
const unitName = (code: string) => ({ zh: code === 'M02' ? '规划资源分局' : code, en: code });

describe('the name of a slot', () => {
  it.each([
    ['i2', '第1项 部署下半年工作'],
    ['i3', '第2项 空港物流园'],
    ['M02', '规划资源分局'],
    ['i3/M02', '第2项 空港物流园 · 规划资源分局'],
    // Work on an item that has left is still about that item.
    ['i1/M02', '第1项 动力电池示范线 · 规划资源分局'],
  ])('%s reads %s', (slot, zh) => {
    expect(slotName(slot, agenda, unitName)?.zh).toBe(zh);
  });

  it('is none where a task has one share only', () => {
    expect(slotName('', agenda, unitName)).toBeNull();
  });
});
