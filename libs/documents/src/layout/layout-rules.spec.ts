import { fitMark } from './issuer-mark';
import { arabicDate, chineseNumber, documentNumber, headingNumber, meetingTime } from './numbering';
import { signature } from './signature';
import { breakLines, widthInCharacters } from './text-width';
import { breakTitle } from './title-lines';

describe('the rules of layout', () => {
  it('numbers in Chinese, and in Arabic without zeros', () => {
    expect([1, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九']);
    expect(([1, 2, 3, 4] as const).map((level) => headingNumber(level, 2))).toEqual(['二、', '（二）', '2.', '（2）']);
    expect(documentNumber({ prefix: '津滨招商办发', year: 2026, number: 3 })).toBe('津滨招商办发〔2026〕3号');
    expect(arabicDate('2026-03-05')).toBe('2026年3月5日');
    expect(meetingTime('2026-12-10T01:05:00Z')).toBe('2026年12月10日（星期四）上午9:05');
    expect(meetingTime('2026-12-10T18:00:00Z')).toBe('2026年12月11日（星期五）上午2:00');
  });

  it.each([
    '关于召开2026年下半年全区招商引资工作会议的通知',
    '天津市滨海新区人民政府印发《关于组建滨海新区招商引资工作领导小组的工作方案》的通知',
    '关于古林街马棚口100MW渔光互补光伏发电项目的研判意见书',
    '2026年下半年全区招商引资工作会议材料汇编',
  ])('breaks %s into lines of whole words, neither a rectangle nor an hourglass', (title) => {
    const lines = breakTitle(title);
    expect(lines.join('')).toBe(title);
    const widths = lines.map(widthInCharacters);
    expect(Math.max(...widths)).toBeLessThanOrEqual(19);
    expect(new Set(widths).size).toBeGreaterThan(1);
    for (let at = 1; at < widths.length - 1; at += 1) {
      const [before = 0, here = 0, after = 0] = widths.slice(at - 1, at + 2);
      expect(here < before && here < after).toBe(false);
    }
    for (const line of lines) {
      expect(line).not.toMatch(/^[的，。、》）]/u);
      expect(line).not.toMatch(/[《（“]$/u);
      expect(line).not.toMatch(/(?:招|招商|招商引)$/u);
    }
  });

  it('makes a mark of any length fit the line', () => {
    for (const text of ['滨海文件', '滨海新区招商引资工作领导小组办公室文件', '甲'.repeat(40)]) {
      const { sizePt, scalePercent } = fitMark(text);
      expect([...text].length * sizePt * (scalePercent / 100)).toBeLessThanOrEqual(442.3);
      expect(scalePercent).toBeGreaterThanOrEqual(60);
    }
  });

  it('breaks lines before no closing punctuation and after no opening one, and keeps numbers whole', () => {
    expect(breakLines('一二三四，五六', 4, 4)).toEqual(['一二三四，', '五六']);
    expect(breakLines('一二三（四五', 4, 4)).toEqual(['一二三', '（四五']);
    expect(breakLines('一二三2026年', 4, 4)).toEqual(['一二三', '2026年']);
  });

  it('places signature and date by the seal', () => {
    const right = (issuer: string, sealed: boolean) =>
      signature(issuer, '2026-12-03', sealed).map((one) => one.rightCharacters);
    // 2026年12月3日 is 6.5 characters wide.
    expect(right('区招商办', true)).toEqual([5.25, 4]);
    expect(right('滨海新区招商引资工作领导小组办公室', true)).toEqual([0, 5.25]);
    expect(right('滨海新区招商引资工作领导小组办公室', false)).toEqual([2, 10.5]);
    expect(right('区招商办', false)).toEqual([6.5, 2]);
  });
});
