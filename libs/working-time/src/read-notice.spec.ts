import { shippedCalendar } from '@landfall/calendar';
import { noticeOf, readNotice } from './read-notice';

const NOTICE_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`;

const NOTICE_2023 = `国务院办公厅关于2023年部分节假日安排的通知
国办发明电〔2022〕16号
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
国务院办公厅
2022年12月8日`;

const NOTICE_2025 = `国务院办公厅关于2025年部分节假日安排的通知 国办发明电〔2024〕12号
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
国务院办公厅 2024年11月12日`;

describe('reading a notice', () => {
  it.each([
    [2023, NOTICE_2023],
    [2025, NOTICE_2025],
    [2026, NOTICE_2026],
  ])('finds the days of %d as they are shipped', (year, text) => {
    const shipped = shippedCalendar().notices.find((notice) => notice.year === year);
    const read = noticeOf(readNotice(text));
    expect(read).toMatchObject({ year, number: shipped?.number, issuedOn: shipped?.issuedOn });
    expect(read.holidays.map(({ on }) => on)).toEqual(shipped?.holidays.map(({ on }) => on).sort());
    expect(read.makeUpWorkdays.map(({ on }) => on).sort()).toEqual(shipped?.makeUpWorkdays.map(({ on }) => on).sort());
  });

  it('answers holiday by holiday, named in both languages', () => {
    expect(readNotice(NOTICE_2025).holidays.at(-1)).toEqual({
      name: { zh: '国庆节、中秋节', en: 'National Day, Mid-Autumn Festival' },
      from: '2025-10-01',
      to: '2025-10-08',
      makeUp: ['2025-09-28', '2025-10-11'],
    });
  });

  it.each(['', '关于2027年部分节假日安排的通知', '一、元旦：1月1日至3日放假'])(
    'refuses a text without them: %s',
    (text) => {
      expect(() => readNotice(text)).toThrow('text of a notice');
    },
  );
});
