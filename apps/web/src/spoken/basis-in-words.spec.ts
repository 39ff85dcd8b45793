import { basisInWords } from './basis-in-words';

describe('a basis', () => {
  it('is said as it stands where it is an article', () => {
    for (const article of ['通知三（四）8', '通知四（二）街镇项目研判联席会议', '通知二（三）重大项目、跨区域项目']) {
      expect(basisInWords(article)).toBe(article);
    }
  });

  it('is said without the number of a rule, where the rule says something', () => {
    expect(basisInWords('业务规则 3.6 签约：60个工作日黄灯')).toBe('签约：60个工作日黄灯');
    expect(basisInWords('业务规则 6.a 主流程：填报10个工作日')).toBe('填报10个工作日');
    expect(basisInWords('业务规则 6.d：提出人可以撤回')).toBe('提出人可以撤回');
    expect(basisInWords('业务规则 3.7（项目体检：参照渭南2022）')).toBe('项目体检：参照渭南2022');
    expect(basisInWords('通知三（四）；业务规则 3.6 线索：3个工作日')).toBe('通知三（四）；线索：3个工作日');
    expect(basisInWords('业务规则 3.1 评分表（团风县权重）、3.6 评估')).toBe('评分表（团风县权重）、评估');
  });

  it('is not said at all where a number and a heading are everything', () => {
    for (const rule of [
      '业务规则 3.7',
      '业务规则 6.a 主流程',
      '业务规则 3.6 签约、3.10 公平竞争',
      '业务规则 6.b1（S42）',
    ]) {
      expect(basisInWords(rule)).toBe('');
    }
    expect(basisInWords('通知四（二）督查考核制度；业务规则 6.e 督办')).toBe('通知四（二）督查考核制度');
    expect(basisInWords('通知三（四）18个区级部门专班；1.7 交叉产业')).toBe('通知三（四）18个区级部门专班');
  });
});
