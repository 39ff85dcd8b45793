import { type ApiClient, ApiProblem } from '../api-client';
import { importList, readList } from '../import-list';
import { CONTESTED } from './choices';
import { draw, drawBetween } from './draw';
import type { MeetingWork } from './meeting-work';
import type { Overview } from './open-work';
import type { Stumble } from './people-at-work';
import type { MeetingView, ProjectView } from './year-answers';
import type { YearClock } from './year-clock';

const OFFICE = 'lgo.staff';

/** Something that nobody planned, for the story. */
export interface Happening {
  readonly what: 'imported' | 'lead' | 'pushAsked' | 'issueRaised' | 'recalled' | 'rescheduled';
  readonly said: string;
}

export interface HappeningsParts {
  readonly api: ApiClient;
  readonly clock: YearClock;
  readonly meetings: MeetingWork;
  readonly root: string;
  readonly stumbles: Stumble[];
  /** How many rows of the list are taken; all of them where left out. */
  readonly listRows?: number | undefined;
}

const PROBLEMS = ['site', 'planning', 'environment', 'policy', 'energy', 'safety', 'registration'] as const;
const PROBLEM_NAMES: Readonly<Record<(typeof PROBLEMS)[number], string>> = {
  site: '供地批次',
  planning: '规划条件',
  environment: '环评办理',
  policy: '配套政策兑现',
  energy: '能耗指标',
  safety: '安全条件审查',
  registration: '企业登记',
};

/** Kinds of projects that streets and towns file themselves in the course of a year; all of it is invented. */
const STREET_LEADS = [
  ['新材料', '功能膜材料'],
  ['轻纺', '预制菜加工'],
  ['高端装备（智能制造）', '精密部件'],
  ['物流', '冷链仓储'],
  ['特色农业', '设施农业'],
  ['新能源', '储能柜装配'],
  ['汽车及新能源汽车', '汽车内饰件'],
  ['养老', '医养结合'],
] as const;
const STREETS = 21;
const LEADS_UNTIL_DAY = 215;

const isOfStreet = ({ landingUnit }: ProjectView): boolean => landingUnit?.code.startsWith('T') === true;

/** What comes from outside or in between: the list, new leads, requests for meetings, issues, projects that step back. */
export class Happenings {
  private readonly known = new Map<string, number>();
  private readonly pushed = new Set<string>();
  private readonly raised = new Set<string>();
  private reviewsConvened = 0;
  private readonly convened = new Set<string>();
  private hasMoved = false;
  private hasRecalled = false;
  private leads = 0;

  constructor(private readonly parts: HappeningsParts) {}

  /** The office imports the list: rows that are known are answered as such, rows dated in the future are refused for now. */
  async importList(): Promise<Happening> {
    const { api, root, listRows } = this.parts;
    const list = await readList(root);
    const rows = listRows === undefined ? list : streetsFirst(list.split('\n'), listRows).join('\n');
    const { counts, rows: answered } = await importList(api, OFFICE, rows);
    const details = answered.flatMap(({ outcome, detail }) => (outcome === 'refused' ? (detail ?? []) : []));
    const why = details.length > 0 ? `（${[...new Set(details)].slice(0, 2).join('；')}）` : '';
    return {
      what: 'imported',
      said: `办公室导入公开项目清单：新建${counts.created}  已有${counts.duplicate}  退回${counts.refused}${why}`,
    };
  }

  /** What happens on a day beside the work on tasks. */
  async ofToday(overview: Overview): Promise<Happening[]> {
    const found: (Happening | undefined)[] = [];
    found.push(await this.streetLead());
    for (const project of overview.projects) {
      if (!this.isSettledIn(project)) continue;
      found.push(await this.askForPush(project));
      found.push(await this.raiseIssue(project));
    }
    for (const meeting of overview.meetings) {
      found.push(await this.moveMeeting(meeting));
      found.push(await this.recallProject(meeting));
    }
    return found.filter((one) => one !== undefined);
  }

  /** Nobody asks for a meeting about a project that he has got to know today. */
  private isSettledIn({ projectId }: ProjectView): boolean {
    const since = this.known.get(projectId) ?? this.parts.clock.workday;
    this.known.set(projectId, since);
    return this.parts.clock.workday - since >= 12;
  }

  /** Streets and towns report leads of their own, one every few working days. */
  private async streetLead(): Promise<Happening | undefined> {
    const { api, clock, listRows } = this.parts;
    const { workday } = clock;
    if (listRows !== undefined || workday > LEADS_UNTIL_DAY || workday % 5 !== 2) return undefined;
    this.leads += 1;
    const number = this.leads;
    const unit = `T${String(drawBetween(1, STREETS, 'lead', String(number))).padStart(2, '0')}`;
    const [industryFocus, product] = STREET_LEADS[number % STREET_LEADS.length] ?? STREET_LEADS[0];
    const projectName = `${product}项目第${number}号（样例）`;
    return this.attempt(projectName, 'lead', async () => {
      await api.post(`${unit.toLowerCase()}.specialist`, '/api/leads', {
        projectName,
        investorName: `${product}投资方${number}（样例）`,
        industryFocus,
        totalInvestment: String(drawBetween(6, 90, 'amount', projectName) * 100),
        landingUnit: unit,
        sourceType: 'taskForce',
        contact: '联系人 13800138000',
        brief: '街镇自行报送的样例线索，全部数据均为虚构。',
      });
      return { what: 'lead', said: `${unit} 报送线索：${projectName}` };
    });
  }

  /** Some projects in landing need several departments at once, and their landing unit asks for a meeting. */
  private async askForPush(project: ProjectView): Promise<Happening | undefined> {
    const { api, clock } = this.parts;
    const { projectName, projectId, landingUnit, status } = project;
    const isLanding = project.stage === 'landing' && status === 'active';
    if (!isLanding || landingUnit === null || this.pushed.has(projectId)) return undefined;
    if (draw('push', projectName) > 0.22 || clock.workday % 7 !== drawBetween(0, 6, 'pushDay', projectName))
      return undefined;
    this.pushed.add(projectId);
    const type = PROBLEMS[drawBetween(0, PROBLEMS.length - 1, 'problem', projectName)] ?? 'site';
    const account = landingUnit.code.startsWith('Z') ? 'coordinator' : 'specialist';
    return this.attempt(projectName, 'pushRequest', async () => {
      await api.post(`${landingUnit.code.toLowerCase()}.${account}`, '/api/push-requests', {
        projectId,
        problemTypes: [type],
        question: `${PROBLEM_NAMES[type]}如何加快（样例）`,
        urgent: draw('urgent', projectName) < 0.2,
      });
      return { what: 'pushAsked', said: `${projectName} 申请项目推动：${PROBLEM_NAMES[type]}` };
    });
  }

  /** Others raise an issue; about some the units concerned do not come to an agreement. */
  private async raiseIssue(project: ProjectView): Promise<Happening | undefined> {
    const { api, clock } = this.parts;
    const { projectName, projectId, landingUnit, status, stage } = project;
    const isBuilt = (stage === 'landing' || stage === 'registration') && status === 'active';
    if (!isBuilt || landingUnit === null || this.raised.has(projectId)) return undefined;
    if (draw('issue', projectName) > 0.16 || clock.workday % 9 !== drawBetween(0, 8, 'issueDay', projectName))
      return undefined;
    this.raised.add(projectId);
    const isContested = this.raised.size % 3 === 1;
    const account = landingUnit.code.startsWith('Z') ? 'coordinator' : 'specialist';
    const title = `${projectName}配套管线接入${isContested ? CONTESTED : '滞后'}（样例）`.slice(-110);
    return this.attempt(projectName, 'issue', async () => {
      await api.post(`${landingUnit.code.toLowerCase()}.${account}`, `/api/projects/${projectId}/issues`, {
        type: 'utilities',
        title,
        tried: '已与管线单位两次会商，未能确定接入时间（样例）',
      });
      return { what: 'issueRaised', said: `${projectName} 上报堵点${isContested ? '（各方意见不一）' : ''}` };
    });
  }

  /** The second review of street and town projects is moved after its notice has gone out, once in the year. */
  private async moveMeeting(meeting: MeetingView): Promise<Happening | undefined> {
    const { clock, meetings } = this.parts;
    if (meeting.kind !== 'streetTownReview' || meeting.state !== 'convened' || meeting.plannedOn === null)
      return undefined;
    if (!this.convened.has(meeting.meetingId)) {
      this.convened.add(meeting.meetingId);
      this.reviewsConvened += 1;
    }
    if (this.hasMoved || this.reviewsConvened !== 2 || clock.until(meeting.plannedOn) > 2) return undefined;
    this.hasMoved = true;
    const day = clock.meetingDay(clock.until(meeting.plannedOn) + 4, () => false);
    const before = meeting.plannedOn;
    return (await meetings.reschedule(meeting, day))
      ? { what: 'rescheduled', said: `${meeting.title} 通知后改期：${before} → ${day}，重新通知、重新回执` }
      : undefined;
  }

  /** One project steps back between agenda and meeting; its item leaves the agenda by itself. */
  private async recallProject(meeting: MeetingView): Promise<Happening | undefined> {
    const { api } = this.parts;
    const items = meeting.agenda.filter(({ standing }) => standing === 'confirmed');
    const item = items.at(-1);
    const isFitting = meeting.kind === 'streetTownReview' && meeting.state === 'convened' && this.reviewsConvened >= 3;
    if (this.hasRecalled || !isFitting || items.length < 3 || !item?.projectId) return undefined;
    const project = await api.get<ProjectView>(OFFICE, `/api/projects/${item.projectId}`);
    const unit = project.landingUnit?.code;
    if (!unit || !isOfStreet(project)) return undefined;
    this.hasRecalled = true;
    return this.attempt(project.projectName, 'recallFromReview', async () => {
      await api.post(`${unit.toLowerCase()}.commander`, `/api/projects/${project.projectId}/events`, {
        type: 'recallFromReview',
        form: { reason: '企业调整建设方案，撤回评审（样例）' },
      });
      return { what: 'recalled', said: `${project.projectName} 在会前撤回评审，议题自动移出 ${meeting.title}` };
    });
  }

  private async attempt(subject: string, task: string, what: () => Promise<Happening>): Promise<Happening | undefined> {
    try {
      return await what();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const said = error.message.split('\n').join(' ');
      this.parts.stumbles.push({ day: this.parts.clock.today, subject, task, account: '', said });
      return undefined;
    }
  }
}

/** The header and the first rows of projects that streets and towns have to themselves. */
const streetsFirst = (lines: readonly string[], rows: number): string[] => {
  const [header = '', ...rest] = lines;
  const ofStreets = rest.filter(
    (line) => /街道|,[^,]*镇,/.test(line) && !/,20\d\d(-\d\d)?(-\d\d)?,/.test(line.split(',').slice(10, 14).join(',')),
  );
  return [header, ...ofStreets.slice(0, rows)];
};
