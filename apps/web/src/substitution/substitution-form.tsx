import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { landfall } from '../api/landfall';
import { queryClient, substitutionsQuery } from '../api/queries';
import { useLanguage } from '../language/language';
import { ProblemNotice } from '../problem/problem-notice';
import { useAnnouncement } from '../problem/use-announcement';
import { useMe } from '../session/session';
import { presentTime } from '../time/present';
import { isoDay } from '../time/shanghai-time';
import { ColleagueSelect } from './colleague-select';
import { daysInWords } from './days-in-words';
import styles from './substitution-form.module.css';

interface Wanted {
  whose: 'myself' | 'staff';
  principal?: string;
  substitute: string;
  from: Dayjs;
  to: Dayjs;
  reason: string;
}

const dayOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Sets a substitute for the reader himself or, for whoever heads a unit, for its staff. */
export const SubstitutionForm = ({ headsUnit }: { headsUnit: boolean }) => {
  const { t } = useLanguage();
  const words = t.substitutions;
  const me = useMe();
  const announce = useAnnouncement();
  const [form] = Form.useForm<Wanted>();
  const whose = Form.useWatch('whose', form) ?? 'myself';
  const principal = Form.useWatch('principal', form);
  const today = isoDay(new Date(presentTime()).toISOString());

  const set = useMutation({
    mutationFn: (wanted: Wanted) =>
      landfall.setSubstitution({
        ...(wanted.whose === 'staff' && wanted.principal ? { principal: wanted.principal } : {}),
        substitute: wanted.substitute,
        validFrom: dayOf(wanted.from),
        validTo: dayOf(wanted.to),
        reason: wanted.reason.trim(),
      }),
    onSuccess: ({ substitute, validFrom, validTo }) => {
      announce.done(words.done(substitute.name, daysInWords(validFrom, validTo, t)));
      form.resetFields();
      void queryClient.invalidateQueries({ queryKey: substitutionsQuery.queryKey });
    },
  });
  const needed = (field: string) => ({ required: true, message: words.missing(field) });

  return (
    <Form<Wanted>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ whose: 'myself' }}
      onFinish={(wanted) => set.mutate(wanted)}
    >
      {headsUnit ? (
        <Form.Item name="whose" label={words.whose}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'myself', label: words.myself },
              { value: 'staff', label: words.staffMember },
            ]}
          />
        </Form.Item>
      ) : null}
      {whose === 'staff' ? (
        <Form.Item name="principal" label={words.principal} rules={[needed(words.principal)]}>
          <ColleagueSelect staff data-testid="principal" />
        </Form.Item>
      ) : null}
      <Form.Item name="substitute" label={words.substitute} rules={[needed(words.substitute)]}>
        <ColleagueSelect except={whose === 'staff' ? principal : me.accountId} data-testid="substitute" />
      </Form.Item>
      <div className={styles.days}>
        <Form.Item name="from" label={words.from} rules={[needed(words.from)]}>
          <DatePicker
            className={styles.day}
            placeholder={t.form.pickDate}
            disabledDate={(day) => dayOf(day) < today}
            data-testid="from"
          />
        </Form.Item>
        <Form.Item
          name="to"
          label={words.to}
          dependencies={['from']}
          rules={[
            needed(words.lastDay),
            ({ getFieldValue }) => ({
              validator: (_rule, to: Dayjs | undefined) => {
                const from: Dayjs | undefined = getFieldValue('from');
                return from && to?.isBefore(from, 'day') ? Promise.reject(new Error(words.notPast)) : Promise.resolve();
              },
            }),
          ]}
        >
          <DatePicker
            className={styles.day}
            placeholder={t.form.pickDate}
            disabledDate={(day) => {
              const from: Dayjs | undefined = form.getFieldValue('from');
              return dayOf(day) < (from ? dayOf(from) : today);
            }}
            data-testid="to"
          />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={words.reason} rules={[{ ...needed(words.reason), whitespace: true }]}>
        <Input maxLength={200} placeholder={words.reasonHint} data-testid="reason" />
      </Form.Item>
      {set.error ? (
        <div className={styles.problem}>
          <ProblemNotice error={set.error} />
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={set.isPending} data-testid="set-substitution">
        {words.submit}
      </Button>
    </Form>
  );
};
