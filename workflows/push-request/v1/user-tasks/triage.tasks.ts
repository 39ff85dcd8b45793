import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { decidable } from '../form-checks';
import { negative, neutral, note, positive, reason, text, workingDays } from './outcomes';

/** Every user task of a push request; the keys are persisted and for ever. */
export const userTasks = {
  requestTriage: {
    title: text('受理推动申请', 'Triage the push request'),
    owner: text('领导小组办公室', 'Leading Group Office'),
    guidance: text(
      '2个工作日内受理、函件解决、不予受理或并入其他申请。受理后5个工作日内（紧急2个工作日）召开推动会；主责专班和落地区域负责汇报。',
      'Within two working days: accept, solve by letter, refuse or merge. The meeting is held within five working days of acceptance, urgent ones within two; lead task force and landing unit present it.',
    ),
    source: '通知四（二）项目推动联席会议；业务规则 6.b2',
    deadline: workingDays(2),
    fields: {
      units: field.orgUnits(
        text('出会部门', 'Units that sit'),
        text(
          '不填的按问题类型确定：选址用地、规划—规划资源分局、住建委；环评—生态环境局；配套政策—财政局、发改委、司法局；能耗—发改委；安全—应急局；登记—市场监管局。',
          'Left empty, by type of problem: site and planning M02, D13; environment D12; policies L05, D10, L04; energy D10; safety L07; registration D18.',
        ),
      ),
      urgent: field.boolean(text('紧急', 'Urgent')),
      note,
      reason,
      into: field.text(text('并入的申请或议题', 'Merged into'), { min: 2, max: 200 }),
    },
    outcomes: {
      accept: positive('受理，排期上会', 'Accept', { fields: ['units', 'urgent', 'note'] }),
      solveByLetter: neutral('函件解决', 'Solve by letter', { required: ['reason'] }),
      refuse: negative('不予受理', 'Refuse', { required: ['reason'] }),
      merge: neutral('并入其他申请', 'Merge', { required: ['into'] }),
    },
    check: decidable,
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;

export type TaskKey = keyof typeof userTasks & string;
