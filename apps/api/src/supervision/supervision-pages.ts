import type { Person } from '@landfall/identity';
import type { Organization, OrganizationView } from '@landfall/organization';
import type { FormValues, LocalizedText } from '@landfall/process-definition';
import type { Inbox, InstanceReader, ProcessEngine } from '@landfall/process-engine';
import {
  type BlockedProject as Blocked,
  type IssueItem as Issue,
  ITEM_SOURCES,
  type ItemSource,
  type SupervisionItemRow,
} from '@landfall/supervision';
import type { z } from 'zod';
import type { CodedName } from '../coded-name';
import type { TaskItems } from '../processes/task-items';
import type {
  BlockedProject,
  IssueItem,
  PersonEvent,
  PersonEventAnswer,
  RunningProcess,
  SupervisionItem,
} from './supervision-answers';

const LEVELS: readonly LocalizedText[] = [
  { zh: '专班', en: 'Task force' },
  { zh: '办公室', en: 'Office' },
  { zh: '分管副组长', en: 'Deputy leader' },
  { zh: '领导小组', en: 'Leading group' },
];

const coded = (view: OrganizationView, code: string): CodedName => ({ code, name: view.unitName(code) });

/** Composes the pages and lists of issues and supervision items: what the rows say with names, and the running process. */
export class SupervisionPages {
  constructor(
    private readonly organization: Organization,
    private readonly engine: ProcessEngine,
    private readonly instances: InstanceReader,
    private readonly inbox: Inbox,
    private readonly items: TaskItems,
  ) {}

  async sayIssues(issues: readonly Issue[]): Promise<IssueItem[]> {
    const view = await this.organization.view();
    return issues.map((issue) => sayIssue(issue, view));
  }

  async sayBlocked(issues: readonly Blocked[]): Promise<BlockedProject[]> {
    const view = await this.organization.view();
    return issues.map((issue) => ({
      ...sayIssue(issue, view),
      projectNo: issue.projectNo,
      projectName: issue.projectName,
      leadTaskForce:
        issue.leadTaskForce === null
          ? null
          : { code: issue.leadTaskForce, name: view.taskForceName(issue.leadTaskForce) },
      landingUnit: issue.landingUnit === null ? null : coded(view, issue.landingUnit),
    }));
  }

  async sayItems(items: readonly SupervisionItemRow[]): Promise<SupervisionItem[]> {
    const view = await this.organization.view();
    return items.map((item) => ({
      ...item,
      source: { key: item.source, label: ITEM_SOURCES[item.source as ItemSource] },
      leadUnit: coded(view, item.leadUnit),
      assistUnits: item.assistUnits.map((unit) => coded(view, unit)),
      drafter: { name: item.drafter.name, unit: coded(view, item.drafter.unit) },
      mustAct: groupNames(view, item.mustAct),
      colour: item.colour as SupervisionItem['colour'],
      outcome: item.outcome as SupervisionItem['outcome'],
    }));
  }

  /** The process behind an issue or item, and what the person may do with it as a whole. */
  async process(person: Person, instanceId: string): Promise<RunningProcess> {
    const [instance, tasks] = await Promise.all([
      this.instances.view(instanceId, person.actor),
      this.inbox.openTasksOf([instanceId]),
    ]);
    if (!instance) throw new Error(`Expected instance ${instanceId} to run, but there is none`);
    const { definition, states, status, offeredEvents, timers } = instance;
    const { events, timers: titles } = this.engine.definitions.get(definition.key, definition.version);
    return {
      definition,
      activeStates: [...states],
      status,
      openTasks: await this.items.say(tasks),
      events: offeredEvents.flatMap((type) => {
        const offered = events[type];
        if (!offered) return [];
        const { label, fields, required } = offered;
        return [{ type, label, form: { type: 'object', additionalProperties: false, properties: fields, required } }];
      }),
      timers: timers.map(({ key, delay, dueAt }) => ({
        key,
        dueAt: dueAt.toISOString(),
        label: titles[delay] ?? { zh: delay, en: delay },
      })),
    };
  }

  /** Sends one of the offered events to an issue or item. */
  async send(
    person: Person,
    instanceId: string,
    { type, form, clientKey }: z.infer<typeof PersonEvent>,
  ): Promise<z.infer<typeof PersonEventAnswer>> {
    const receipt = await this.engine.sendPersonEvent({
      instanceId,
      type,
      form: form as FormValues,
      actor: person.actor,
      ...(clientKey === undefined ? {} : { clientKey: `event:${person.accountId}:${clientKey}` }),
    });
    return { activeStates: [...receipt.states], status: receipt.status, repeated: receipt.repeated };
  }
}

const groupNames = (view: OrganizationView, groups: readonly string[]): CodedName[] =>
  groups.map((code) => ({ code, name: view.groupName(code) }));

const sayIssue = ({ typeLabel, ...issue }: Issue, view: OrganizationView): IssueItem => ({
  issueId: issue.issueId,
  projectId: issue.projectId,
  type: { key: issue.type, label: typeLabel },
  title: issue.title,
  tried: issue.tried,
  urgent: issue.urgent,
  source: issue.source as IssueItem['source'],
  raiser: { name: issue.raiser.name, unit: coded(view, issue.raiser.unit) },
  level: issue.level,
  levelLabel: LEVELS[issue.level] ?? { zh: String(issue.level), en: String(issue.level) },
  state: issue.state,
  mustAct: groupNames(view, issue.mustAct),
  until: issue.until,
  openedAt: issue.openedAt,
  levelSince: issue.levelSince,
  closedAt: issue.closedAt,
  outcome: issue.outcome as IssueItem['outcome'],
  result: issue.result,
  waitingDays: issue.waitingDays,
  daysOnLevel: issue.daysOnLevel,
});
