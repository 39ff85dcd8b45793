import { dayOf } from '@landfall/calendar';
import type { Clock } from '@landfall/clock';
import type { Person } from '@landfall/identity';
import type { Organization, OrganizationView } from '@landfall/organization';
import type { FormValues, LocalizedText } from '@landfall/process-definition';
import type { Inbox, InstanceReader, InstanceView, ProcessEngine } from '@landfall/process-engine';
import {
  type BlockedProject as Blocked,
  type IssueItem as Issue,
  type IssueMeasure,
  ITEM_SOURCES,
  type ItemEnding,
  type ItemSource,
  type SupervisionItemRow,
  type WorkingDays,
} from '@landfall/supervision';
import type { z } from 'zod';
import type { CodedName } from '../coded-name';
import type { TaskItems } from '../processes/task-items';
import type {
  BlockedProject,
  IssueDetail,
  IssueItem,
  PersonEvent,
  PersonEventAnswer,
  Running,
  RunningProcess,
  SupervisionItem,
  SupervisionItemDetail,
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
    private readonly calendar: () => WorkingDays,
    private readonly clock: Clock,
  ) {}

  async sayIssues(person: Person, issues: readonly Issue[]): Promise<IssueItem[]> {
    const open = issues.filter(({ closedAt }) => closedAt === null).map(({ issueId }) => issueId);
    const [view, running] = await Promise.all([this.organization.view(), this.runningOf(person, open)]);
    return issues.map((issue) => this.sayIssue(issue, view, running));
  }

  async sayBlocked(person: Person, issues: readonly Blocked[]): Promise<BlockedProject[]> {
    const ids = issues.map(({ issueId }) => issueId);
    const [view, running] = await Promise.all([this.organization.view(), this.runningOf(person, ids)]);
    return issues.map((issue) => ({
      ...this.sayIssue(issue, view, running),
      projectNo: issue.projectNo,
      projectName: issue.projectName,
      leadTaskForce:
        issue.leadTaskForce === null
          ? null
          : { code: issue.leadTaskForce, name: view.taskForceName(issue.leadTaskForce) },
      landingUnit: issue.landingUnit === null ? null : coded(view, issue.landingUnit),
    }));
  }

  async sayItems(person: Person, items: readonly SupervisionItemRow[]): Promise<SupervisionItem[]> {
    const open = items.filter(({ closedAt }) => closedAt === null).map(({ itemId }) => itemId);
    const [view, running] = await Promise.all([this.organization.view(), this.runningOf(person, open)]);
    return items.map((item) => ({
      ...item,
      source: { key: item.source, label: ITEM_SOURCES[item.source as ItemSource] },
      leadUnit: coded(view, item.leadUnit),
      assistUnits: item.assistUnits.map((unit) => coded(view, unit)),
      drafter: { name: item.drafter.name, unit: coded(view, item.drafter.unit) },
      mustAct: groupNames(view, item.mustAct),
      colour: item.colour as SupervisionItem['colour'],
      outcome: item.outcome as SupervisionItem['outcome'],
      running: running.get(item.itemId) ?? NOTHING_RUNS,
    }));
  }

  /** An issue with its process and what was done for it. */
  async issueDetail(person: Person, row: Blocked, measures: readonly IssueMeasure[]): Promise<IssueDetail> {
    const [[issue], process, view] = await Promise.all([
      this.sayBlocked(person, [row]),
      this.process(person, row.issueId),
      this.organization.view(),
    ]);
    if (!issue) throw new Error('An issue was not said');
    const said = measures.map(({ way, unit, ...measure }) => ({
      ...measure,
      way: way as IssueDetail['measures'][number]['way'],
      unit: coded(view, unit),
    }));
    return { ...issue, process, measures: said };
  }

  /** An item with its process; once it is closed, also who ended it. */
  async itemDetail(
    person: Person,
    row: SupervisionItemRow,
    ending: ItemEnding | undefined,
  ): Promise<SupervisionItemDetail> {
    const [[item], process, view] = await Promise.all([
      this.sayItems(person, [row]),
      this.process(person, row.itemId),
      this.organization.view(),
    ]);
    if (!item) throw new Error('A supervision item was not said');
    return { ...item, process, ending: ending === undefined ? null : sayEnding(ending, view) };
  }

  /** What runs of many issues or items at once, by their ids. */
  private async runningOf(person: Person, ids: readonly string[]): Promise<ReadonlyMap<string, Running>> {
    const [instances, tasks] = await Promise.all([
      this.instances.views(ids, person.actor),
      this.inbox.openTasksOf(ids),
    ]);
    const said = await this.items.say(tasks);
    return new Map(
      instances.map((instance) => {
        const { events, timers } = this.definitionOf(instance);
        const [next] = instance.timers;
        return [
          instance.id,
          {
            openTasks: said.filter((_item, index) => tasks[index]?.instanceId === instance.id),
            events: instance.offeredEvents.flatMap((type) => {
              const label = events[type]?.label;
              return label === undefined ? [] : [{ type, label }];
            }),
            next: next === undefined ? null : { dueAt: next.dueAt.toISOString(), label: labelOf(timers, next.delay) },
          },
        ];
      }),
    );
  }

  private definitionOf({ definition: { key, version } }: InstanceView) {
    return this.engine.definitions.get(key, version);
  }

  private sayIssue(issue: Issue, view: OrganizationView, running: ReadonlyMap<string, Running>): IssueItem {
    const until = dayOf(issue.closedAt === null ? this.clock.now() : new Date(issue.closedAt));
    const workingDaysSince = (instant: string) => this.calendar().workingDaysBetween(dayOf(new Date(instant)), until);
    return {
      ...sayIssue(issue, view),
      waitingWorkingDays: workingDaysSince(issue.openedAt),
      workingDaysOnLevel: workingDaysSince(issue.levelSince),
      running: running.get(issue.issueId) ?? NOTHING_RUNS,
    };
  }

  /** The process behind an issue or item, and what the person may do with it as a whole. */
  async process(person: Person, instanceId: string): Promise<RunningProcess> {
    const [instance, tasks] = await Promise.all([
      this.instances.view(instanceId, person.actor),
      this.inbox.openTasksOf([instanceId]),
    ]);
    if (!instance) throw new Error(`Expected instance ${instanceId} to run, but there is none`);
    const { definition, states, status, offeredEvents, timers } = instance;
    const { events, timers: titles } = this.definitionOf(instance);
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
        label: labelOf(titles, delay),
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

const sayEnding = ({ by, note }: ItemEnding, view: OrganizationView) => ({
  by: by === null ? null : { name: by.name, unit: coded(view, by.unit) },
  note,
});

const NOTHING_RUNS: Running = { openTasks: [], events: [], next: null };

const labelOf = (titles: Readonly<Record<string, LocalizedText>>, delay: string): LocalizedText =>
  titles[delay] ?? { zh: delay, en: delay };

const groupNames = (view: OrganizationView, groups: readonly string[]): CodedName[] =>
  groups.map((code) => ({ code, name: view.groupName(code) }));

const sayIssue = (
  { typeLabel, ...issue }: Issue,
  view: OrganizationView,
): Omit<IssueItem, 'waitingWorkingDays' | 'workingDaysOnLevel' | 'running'> => ({
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
