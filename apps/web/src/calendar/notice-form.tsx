import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NoticeDraft } from '../api/contract';
import { useLanguage } from '../language/language';
import { presentTime } from '../time/present';
import styles from './notice-page.module.css';

type Holiday = NoticeDraft['holidays'][number];

export const emptyNotice = (year = new Date(presentTime()).getFullYear() + 1): NoticeDraft => ({
  year,
  number: '',
  issuedOn: '',
  holidays: [],
});

const dayOf = (picked: Dayjs): string => picked.format('YYYY-MM-DD');

interface HolidayRowProps {
  holiday: Holiday;
  onChange: (holiday: Holiday) => void;
  onRemove: () => void;
}

const HolidayRow = ({ holiday, onChange, onRemove }: HolidayRowProps) => {
  const { t, say } = useLanguage();
  const { columns } = t.calendar;
  return (
    <li className={styles.holiday} data-testid="notice-holiday">
      <Input
        value={holiday.name.zh}
        title={say(holiday.name)}
        onChange={({ target }) => onChange({ ...holiday, name: { zh: target.value, en: target.value } })}
        placeholder={columns.holiday}
        aria-label={columns.holiday}
        maxLength={40}
      />
      <DatePicker.RangePicker
        value={[dayjs(holiday.from), dayjs(holiday.to)]}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from && to) onChange({ ...holiday, from: dayOf(from), to: dayOf(to) });
        }}
        allowClear={false}
        format="M-D"
        aria-label={columns.off}
        className={styles.wide}
      />
      <DatePicker
        multiple
        value={holiday.makeUp.map((day) => dayjs(day))}
        onChange={(picked) => onChange({ ...holiday, makeUp: (picked ?? []).map(dayOf).sort() })}
        format="M-D"
        placeholder={t.calendar.noMakeUp}
        aria-label={columns.worked}
        className={styles.wide}
      />
      <Button type="text" icon={<DeleteOutlined />} aria-label={t.calendar.removeHoliday} onClick={onRemove} />
    </li>
  );
};

interface NoticeFormProps {
  value: NoticeDraft;
  onChange: (notice: NoticeDraft) => void;
}

/** A notice holiday by holiday, as it was read or as somebody types it. */
export const NoticeForm = ({ value, onChange }: NoticeFormProps) => {
  const { t } = useLanguage();
  const { columns } = t.calendar;
  const replace = (index: number, holiday: Holiday) =>
    onChange({ ...value, holidays: value.holidays.map((known, place) => (place === index ? holiday : known)) });
  const firstDay = `${value.year}-01-01`;
  const fresh: Holiday =
    value.holidays.length === 0
      ? { name: { zh: '元旦', en: "New Year's Day" }, from: firstDay, to: firstDay, makeUp: [] }
      : { name: { zh: '', en: '' }, from: firstDay, to: firstDay, makeUp: [] };
  return (
    <>
      <div className={styles.document}>
        <label htmlFor="notice-year">
          <span className={styles.caption}>{t.calendar.yearOfNotice}</span>
          <InputNumber
            id="notice-year"
            value={value.year}
            min={2000}
            max={2100}
            onChange={(year) => onChange({ ...value, year: year ?? value.year })}
            data-testid="notice-year"
          />
        </label>
        <label htmlFor="notice-number">
          <span className={styles.caption}>{t.calendar.number}</span>
          <Input
            id="notice-number"
            value={value.number}
            onChange={({ target }) => onChange({ ...value, number: target.value })}
            placeholder="国办发明电〔2026〕  号"
            maxLength={60}
            data-testid="notice-number"
          />
        </label>
        <label htmlFor="notice-issued-on">
          <span className={styles.caption}>{t.calendar.issuedOn}</span>
          <DatePicker
            id="notice-issued-on"
            value={value.issuedOn ? dayjs(value.issuedOn) : null}
            onChange={(day) => onChange({ ...value, issuedOn: day ? dayOf(day) : '' })}
            format="YYYY-MM-DD"
            className={styles.wide}
          />
        </label>
      </div>
      <div className={styles.holidayHead} aria-hidden="true">
        <span>{columns.holiday}</span>
        <span>{columns.off}</span>
        <span>{columns.worked}</span>
      </div>
      <ul className={styles.holidayRows}>
        {value.holidays.map((holiday, index) => (
          <HolidayRow
            key={index}
            holiday={holiday}
            onChange={(next) => replace(index, next)}
            onRemove={() => onChange({ ...value, holidays: value.holidays.filter((_, place) => place !== index) })}
          />
        ))}
      </ul>
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => onChange({ ...value, holidays: [...value.holidays, fresh] })}
        data-testid="add-holiday"
      >
        {t.calendar.addHoliday}
      </Button>
    </>
  );
};
