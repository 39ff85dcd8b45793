import type { DocumentNumber } from '../layout/numbering';
import type { OfficialHead } from '../official-head';
import type { ProjectBrief } from '../papers-pack';

/** A head with made-up numbers for previews. */
export const sampleHead = ({ prefix, number }: Omit<DocumentNumber, 'year'>): OfficialHead => ({
  issuer: '滨海新区招商引资工作领导小组办公室',
  number: { prefix, year: 2026, number },
  issuedOn: '2026-12-03',
  addressees: ['各开发区管委会', '各委局、各街镇、各单位'],
  copiesTo: ['区委办公室', '区政府办公室', '区加快街镇经济发展领导小组办公室'],
});

/** A made-up meeting on publicly reported projects. */
export const sampleMeeting = {
  meetingTitle: '滨海新区街镇项目研判联席会议',
  startsAt: '2026-12-10T09:30:00+08:00',
  place: '区商务和投促局第一会议室',
  chair: '领导小组办公室主任',
  items: [
    {
      startsAt: '2026-12-10T09:30:00+08:00',
      title: '古林街马棚口100MW渔光互补光伏发电项目',
      presenter: '古林街道',
      units: ['区发展改革委', '市规划资源局滨海新区分局', '区生态环境局'],
    },
    {
      startsAt: '2026-12-10T10:00:00+08:00',
      title: '风润风力发电项目',
      presenter: '杨家泊镇',
      units: ['区发展改革委', '市规划资源局滨海新区分局', '区水务局'],
    },
    {
      startsAt: '2026-12-10T10:30:00+08:00',
      title: '金隅建材生产项目（中塘镇）',
      presenter: '中塘镇',
      units: ['区工业和信息化局', '区生态环境局', '区应急局'],
    },
  ],
  units: ['区发展改革委', '区工业和信息化局', '区生态环境局', '区应急局', '区水务局', '市规划资源局滨海新区分局'],
};

/** Publicly reported facts; what is asked and proposed is made up and says so. */
export const sampleProjects: readonly ProjectBrief[] = [
  {
    projectNo: 'BH113',
    name: '古林街马棚口100MW渔光互补光伏发电项目',
    investor: '信义光伏产业（安徽）控股有限公司',
    investorOrigin: '安徽',
    industry: '新能源',
    landingUnit: '古林街道',
    leadTaskForce: '区工业和信息化局招商专班',
    investment: '100000',
    landMu: '2800',
    stage: '签约',
    milestones: [],
    summary: '（样例）项目拟利用马棚口养殖水面建设100MW渔光互补光伏电站及配套升压设施。',
    question: '（样例）一是产业匹配度；二是用地性质、生态保护红线和并网条件等落地可行性。',
    problems: ['（样例）用地涉及养殖水面，用地性质需核实', '（样例）并网接入容量尚未明确'],
    proposal: '（样例）建议原则支持，由古林街道会同有关部门先行完成用地核查。',
  },
];
