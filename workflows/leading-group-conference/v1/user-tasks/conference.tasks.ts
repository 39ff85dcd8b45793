import { field, type UserTaskDefinition } from '@landfall/process-definition';
import { closingTasks } from '../../../meeting-parts/v1/user-tasks/closing.tasks';
import { concludingTasks } from '../../../meeting-parts/v1/user-tasks/concluding.tasks';
import {
  negative,
  neutral,
  note,
  positive,
  reason,
  text,
  workingDays,
} from '../../../meeting-parts/v1/user-tasks/outcomes';
import { PLAN, planFields, preparingTasks } from '../../../meeting-parts/v1/user-tasks/preparing.tasks';
import { approvable, composable, newDateAhead } from '../form-checks';

const RULE = '业务规则 6.c';
const NOTICE = '通知四（一）：领导小组每半年召开一次全区招商引资工作会议';

const office = text('领导小组办公室', 'Leading Group Office');

const count = (zh: string, en: string) => field.number(text(zh, en), { min: 0, max: 100_000, integer: true });

const REPORT = ['done', 'problems', 'nextSteps'] as const;
const FIGURES = ['newProjects', 'signedProjects', 'startedProjects'] as const;
const TOPIC = ['topicTitle', 'topicText'] as const;

const approval = (zh: string, en: string, owner: ReturnType<typeof text>) => ({
  title: text(zh, en),
  owner,
  source: RULE,
  deadline: workingDays(3, RULE),
  fields: { note, reason },
  outcomes: {
    approve: positive('同意', 'Approve', { fields: ['note'] }),
    return: negative('退回修改', 'Return', { required: ['reason'] }),
  },
});

const leaderApproval = approval(
  '批准会议方案和时间',
  'Approve agenda and date',
  text('领导小组组长', 'Leader of the group'),
);

/** Everything that people do for a half-year conference; the keys are persisted and for ever. */
export const conferenceTasks = {
  unitReport: {
    title: text('报送半年工作开展情况', 'Hand in the half-year report'),
    owner: text('领导小组成员单位', 'Member unit'),
    guidance: text(
      '写明工作开展情况、存在问题和下一步打算；数字为本单位自报，会议材料同时附系统统计。有经验做法的可一并推荐交流。截止前未报的如实记录。',
      'Say what was done, what is in the way and what comes next; figures are your own, the annex has the counted ones beside them. Good practice may be offered. What is not handed in is recorded.',
    ),
    source: '通知四（一）：听取各成员单位招商引资工作开展情况',
    deadline: workingDays(30, RULE),
    fields: {
      done: field.textarea(text('工作开展情况', 'What was done'), { min: 10, max: 1500 }),
      problems: field.textarea(text('存在问题', 'Problems'), { min: 2, max: 800 }),
      nextSteps: field.textarea(text('下一步打算', 'Next steps'), { min: 2, max: 800 }),
      newProjects: count('新增在谈项目（自报）', 'New projects (own count)'),
      signedProjects: count('签约项目（自报）', 'Signed projects (own count)'),
      startedProjects: count('开工项目（自报）', 'Started projects (own count)'),
      topicTitle: field.text(text('典型做法题目', 'Good practice, title'), { min: 4, max: 60 }),
      topicText: field.textarea(text('典型做法内容', 'Good practice'), { min: 10, max: 1500 }),
    },
    outcomes: {
      submit: positive('报送', 'Hand in', { fields: [...REPORT, ...FIGURES], required: REPORT }),
      submitWithTopic: positive('报送并推荐典型做法', 'Hand in with good practice', {
        fields: [...REPORT, ...FIGURES, ...TOPIC],
        required: [...REPORT, ...TOPIC],
      }),
    },
  },
  composeAgenda: {
    title: text('拟定会议方案', 'Compose the agenda'),
    owner: office,
    guidance: text(
      '议程已按报送情况列出：上次议定事项落实情况、各单位情况、典型做法交流、工作部署。请选定汇报发言单位，写明部署的重点工作，提出时间地点；数据附件随材料自动形成。',
      'The agenda was drafted from the reports. Choose who speaks, word what is deployed, propose time and place; the data annex is made with the papers.',
    ),
    source: `${NOTICE}，听取情况、部署重点工作、交流典型做法`,
    deadline: workingDays(5, RULE),
    fields: {
      speakers: field.orgUnits(
        text('汇报发言单位', 'Units that speak'),
        text('其他单位书面汇报', 'The others report in writing'),
      ),
      deployment: field.textarea(text('部署推动的重点工作', 'Work that is deployed'), { min: 10, max: 2000 }),
      ...planFields,
      note,
    },
    outcomes: {
      compose: positive('报审', 'Submit', {
        fields: ['speakers', 'deployment', ...PLAN, 'note'],
        required: ['deployment', ...PLAN],
      }),
    },
    check: composable,
  },
  approveAsDirector: approval(
    '审核会议方案',
    'Approve the plan as the director',
    text('领导小组办公室主任', 'Director of the office'),
  ),
  approveAsExecutive: approval(
    '审定会议方案',
    'Approve the plan as the executive deputy',
    text('常务副组长', 'Executive deputy leader'),
  ),
  approveAsLeader: {
    ...leaderApproval,
    guidance: text(
      '时间地点可改；不填的按办公室建议。批准后即发会议通知，会前至少5个工作日。',
      'Change time and place, or leave them empty to take what is proposed. The notice goes out at once.',
    ),
    fields: { ...leaderApproval.fields, ...planFields },
    outcomes: {
      ...leaderApproval.outcomes,
      approve: positive('批准', 'Approve', { fields: [...PLAN, 'note'] }),
    },
    check: approvable,
  },
  approveSubstitute: {
    title: text('审核委托参会', 'Decide on a substitute'),
    owner: office,
    guidance: text(
      '会议要求主要负责同志参加；不同意委托的，单位须重新回执。',
      'The heads are expected: where a substitute is refused the unit replies again.',
    ),
    source: '通知一：成员为各单位主要负责同志；业务规则 6.c',
    deadline: workingDays(1, RULE),
    fields: { note, reason },
    outcomes: {
      agree: positive('同意', 'Agree', { fields: ['note'] }),
      refuse: negative('不同意，请主要负责同志参会', 'Refuse', { required: ['reason'] }),
    },
  },
  explainDelay: {
    title: text('说明半年会议逾期原因', 'Explain why the conference is late'),
    owner: text('常务副组长', 'Executive deputy leader'),
    guidance: text(
      '会期已过而会议未召开，记录为逾期并长期保留。请说明原因和新的召开日期。',
      'The half-year passed without its conference, which is recorded and stays. Give the reason and the new date.',
    ),
    source: NOTICE,
    deadline: workingDays(3, RULE),
    fields: { reason, newDate: field.date(text('新的召开日期', 'New date')) },
    outcomes: { explain: neutral('说明', 'Explain', { required: ['reason', 'newDate'] }) },
    check: newDateAhead,
  },
  reply: preparingTasks.reply,
  papers: {
    ...preparingTasks.papers,
    guidance: text(
      '会前将议程、各单位情况汇总和数据附件送各成员单位。',
      'Agenda, the reports of the units and the data annex go to every member unit.',
    ),
    source: '业务规则 6.c 会议材料',
  },
  concludeTopic: concludingTasks.concludeTopic,
  draftMinutes: closingTasks.draftMinutes,
  signMinutes: {
    ...closingTasks.signMinutes,
    owner: text('组长或常务副组长', 'The leader, or the executive deputy'),
    guidance: text(
      '组长、常务副组长任一人签发即可；签发后议定事项转督办，并印发通报。',
      'Either signature issues the minutes; resolutions go to supervision and a bulletin is issued.',
    ),
    source: '业务规则 6.c 纪要由组长或常务副组长签发',
    work: { kind: 'any' },
  },
} satisfies Readonly<Record<string, UserTaskDefinition>>;
