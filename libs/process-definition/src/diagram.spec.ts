import { travelRequest } from '../test/travel-request.definition';
import { diagram } from './diagram';

describe('diagram', () => {
  it('draws the whole machine with its regions, its way in and its ends', () => {
    expect(diagram(travelRequest)).toMatchSnapshot();
  });

  it('draws the inside of one state, and what it leads to outside as plain states', () => {
    expect(diagram(travelRequest, { within: 'open' })).toMatchSnapshot();
  });

  it('draws only so many levels, and lifts the edges of what is left out', () => {
    expect(diagram(travelRequest, { depth: 1 })).toBe(`stateDiagram-v2
  state "办理中" as open
  state "暂停" as paused
  state "完成" as done
  state "不同意" as refused
  [*] --> open
  open --> paused : 暂停
  open --> refused : 不同意 / 期限
  open --> done : 全部完成
  paused --> open : 恢复 → 回到原处 / 暂停期满 → 回到原处
  done --> [*]
  refused --> [*]
`);
  });
});
