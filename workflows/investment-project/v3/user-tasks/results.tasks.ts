import { type FieldSchema, type FormCheck, field, type UserTaskDefinition } from '@landfall/process-definition';
import type { LifecycleContext } from '../context';
import { isForeign } from '../evaluation-form';
import { checks, happened, inOrder, requiredHere } from '../form-checks';
import { textOf } from '../form-values';
import { amount, negative, neutral, note, plainDays, positive, reason, text, workingDays } from './rules';

const SOURCE = '业务规则 3.6 见效：核验10个工作日；任何单位不核验自己的数据';

const figuresInOrder: FormCheck = (form, context) => {
  const { milestones, capitalType } = context as unknown as LifecycleContext;
  return [
    ...inOrder(
      'operatedOn',
      milestones.startedOn,
      textOf(form, 'operatedOn'),
      'INVESTMENT_PROJECT.OPERATED_BEFORE_START',
    ),
    ...requiredHere(form, 'foreignFunds', isForeign(capitalType), { zh: '外资项目', en: 'foreign capital' }),
  ];
};

const verification = (
  title: readonly [string, string],
  owner: readonly [string, string],
  figures: Readonly<Record<string, FieldSchema>>,
) => ({
  title: text(...title),
  owner: text(...owner),
  guidance: text(
    '核定值与填报值分别保存；有出入请退回并说明。',
    'Verified figures are kept beside the filed ones; dispute them with a reason if they differ.',
  ),
  source: SOURCE,
  deadline: workingDays(10, SOURCE),
  separateFrom: ['figuresFiling'],
  retainsFamiliar: true,
  returnsTo: 'none' as const,
  fields: { ...figures, note, reason },
  outcomes: {
    verified: positive('核验通过', 'Verified', {
      fields: [...Object.keys(figures), 'note'],
      required: Object.keys(figures),
    }),
    disputed: negative('有异议', 'Disputed', { required: ['reason'] }),
  },
});

/** Whoever reported figures does not recognise them as results (6.2 invariant 9). */
const REPORTED = ['figuresFiling', 'rampCheck'];

const recognised = field.textarea(text('认定意见', 'Recognition'), { min: 2, max: 1000 });

export const resultsTasks = {
  figuresFiling: {
    title: text('填报见效数据', 'File the results'),
    owner: text('落地区域', 'Landing unit'),
    source: '通知二（三）早见效；业务规则 3.6 见效',
    deadline: workingDays(10, '业务规则 3.6 见效：认定10个工作日'),
    retainsFamiliar: true,
    goesOnInOrder: true,
    returnsTo: 'none',
    isFinal: true,
    fields: {
      operatedOn: field.date(text('投产（运营）日期', 'In operation since')),
      domesticFunds: amount(text('到位内资（万元）', 'Domestic funds in place (万元)')),
      foreignFunds: amount(text('到位外资（万美元）', 'Foreign funds in place (USD 10,000)')),
      faiCompleted: amount(text('完成固定资产投资（万元）', 'Fixed investment done (万元)')),
      outputActual: amount(text('实际年产值（万元）', 'Yearly output (万元)')),
      taxActual: amount(text('实际年税收（万元）', 'Yearly tax (万元)')),
      jobsActual: field.number(text('实际就业（人）', 'Jobs'), { integer: true, max: 1_000_000 }),
      statEntryOn: field.date(text('入统日期', 'Entered statistics on')),
      aboveScaleOn: field.date(text('升规日期', 'Above scale since')),
    },
    outcomes: {
      file: positive('提交核验', 'File for verification', {
        fields: [
          ...['operatedOn', 'domesticFunds', 'foreignFunds', 'faiCompleted', 'outputActual', 'taxActual', 'jobsActual'],
          ...['statEntryOn', 'aboveScaleOn'],
        ],
        required: ['operatedOn', 'domesticFunds', 'faiCompleted', 'outputActual', 'taxActual', 'jobsActual'],
      }),
    },
    check: checks(happened('operatedOn', 'statEntryOn', 'aboveScaleOn'), figuresInOrder),
  },
  statisticsVerification: verification(
    ['核验固投与产值', 'Verify investment and output'],
    ['区统计局', 'Statistics Bureau'],
    {
      verifiedFai: amount(text('核定固投（万元）', 'Verified fixed investment (万元)')),
      verifiedOutput: amount(text('核定年产值（万元）', 'Verified output (万元)')),
    },
  ),
  taxVerification: verification(['核验税收', 'Verify tax'], ['区财政局（税务数据）', 'Finance Bureau (tax data)'], {
    verifiedTax: amount(text('核定年税收（万元）', 'Verified tax (万元)')),
  }),
  commerceVerification: verification(
    ['核验外资到资', 'Verify foreign capital'],
    ['区商务和投促局', 'Commerce and Investment Promotion Bureau'],
    { verifiedForeignFunds: amount(text('核定外资（万美元）', 'Verified foreign funds (USD 10,000)')) },
  ),
  registryVerification: verification(
    ['核验企业登记状态', 'Verify the register entry'],
    ['区市场监管局', 'Market Regulation Bureau'],
    {
      registryState: field.select(text('登记状态', 'State in the register'), [
        { value: 'active', zh: '存续', en: 'Active' },
        { value: 'abnormal', zh: '经营异常', en: 'Abnormal' },
        { value: 'cancelled', zh: '注销', en: 'Cancelled' },
      ]),
    },
  ),
  earlyRecognition: {
    title: text('跟踪达产，可提前认定见效', 'Watch the ramp-up, recognise early'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '投产后第6、12、24个月核对达产情况；已达约定的可提前认定。',
      'The ramp-up is checked after 6, 12 and 24 months; recognise earlier when the promises are kept.',
    ),
    source: '业务规则 3.6 见效：6/12/24个月',
    deadline: plainDays(365, '业务规则 3.6 见效'),
    separateFrom: REPORTED,
    returnsTo: 'none',
    fields: { recognised },
    outcomes: { close: positive('认定见效并归档', 'Recognise and close', { required: ['recognised'] }) },
  },
  rampCheck: {
    title: text('核对达产情况', 'Check the ramp-up'),
    owner: text('落地区域', 'Landing unit'),
    source: '业务规则 3.6 见效：6/12/24个月',
    deadline: workingDays(10, '业务规则 3.6 见效'),
    retainsFamiliar: true,
    returnsTo: 'none',
    fields: {
      outputActual: amount(text('实际年产值（万元）', 'Yearly output (万元)')),
      taxActual: amount(text('实际年税收（万元）', 'Yearly tax (万元)')),
      jobsActual: field.number(text('实际就业（人）', 'Jobs'), { integer: true, max: 1_000_000 }),
      note,
    },
    outcomes: {
      record: neutral('填报', 'Record', {
        fields: ['outputActual', 'taxActual', 'jobsActual', 'note'],
        required: ['outputActual', 'taxActual', 'jobsActual'],
      }),
    },
  },
  resultsRecognition: {
    title: text('认定见效', 'Recognise the results'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    source: '业务规则 3.6 见效：办公室认定',
    deadline: workingDays(10, '业务规则 3.6 见效'),
    separateFrom: REPORTED,
    returnsTo: 'previous',
    fields: { recognised, reason },
    outcomes: {
      close: positive('认定见效并归档', 'Recognise and close', { required: ['recognised'] }),
      keepWatching: neutral('未达约定，继续跟踪', 'Not reached, keep watching', { required: ['reason'] }),
    },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
