import { basisInWords } from './basis-in-words';

describe('a basis', () => {
  it('is said without the numbers of rules, and not at all where nothing else is left', () => {
    expect(basisInWords('业务规则 3.7')).toBe('');
    expect(basisInWords('业务规则 6.e')).toBe('');
    expect(basisInWords('业务规则 3.7（项目体检：参照渭南2022）')).toBe('项目体检：参照渭南2022');
    expect(basisInWords('业务规则 3.6 签约：60个工作日黄灯')).toBe('签约：60个工作日黄灯');
    expect(basisInWords('业务规则 3.6 签约、3.10 公平竞争')).toBe('签约、公平竞争');
    expect(basisInWords('通知四（二）督查考核制度；业务规则 6.e 督办')).toBe('通知四（二）督查考核制度；督办');
    expect(basisInWords('通知三（四）8')).toBe('通知三（四）8');
  });
});
