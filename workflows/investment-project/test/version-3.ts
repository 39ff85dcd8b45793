import type { MeetingQueue } from '../commands';
import type { LifecycleContext, LifecycleInput } from '../v3/context';
import { investmentProjectV3 } from '../v3/investment-project.v3';
import { ProjectStory } from './story';
import { walkingOf } from './walking';

const walking = walkingOf(investmentProjectV3);

export const { formFor, formsOf, eventsOf, exploreLifecycle } = walking;

/** A meeting as the project hears of it. */
export const MEETING = {
  meeting: '019b0000-0000-7000-8000-000000000011',
  meetingTitle: '街镇项目研判联席会议（第3批）',
};

/** A resolution as the meeting says it. */
export const resolution = (kind: string, more: Readonly<Record<string, unknown>> = {}) => ({
  type: `resolution.${kind}`,
  ...MEETING,
  item: 'item-1',
  resolution: `r-${kind}`,
  text: '产业匹配度较好，落地条件基本具备。',
  meetingOn: '2026-11-20',
  number: '津滨招商办纪要〔2026〕3号',
  unit: null,
  dueOn: null,
  criterion: null,
  conditions: null,
  landingUnit: null,
  ...more,
});

/** A project under version 3 of the lifecycle. */
export class Story extends ProjectStory<LifecycleContext> {
  static of(input: LifecycleInput): Story {
    return new Story(investmentProjectV3, walking, input);
  }

  /** The body whose meeting the project waits for or is on the agenda of. */
  get body(): MeetingQueue | undefined {
    const bodies: Readonly<Record<string, MeetingQueue>> = {
      queuedStreetTown: 'streetTown',
      queuedDistrict: 'district',
      queuedLeadingGroup: 'leadingGroup',
    };
    return bodies[this.state.split('.').at(-1) ?? ''];
  }

  onAgenda(item = 'item-1', meeting: { readonly meeting: string; readonly meetingTitle: string } = MEETING): this {
    return this.tell({ type: 'agenda.set', ...meeting, item });
  }

  concluded(kind: string, more: Readonly<Record<string, unknown>> = {}): this {
    return this.tell(resolution(kind, more));
  }

  protected override reviewed(): void {
    if (this.body === undefined) this.send('selfReview.approve');
    else this.onAgenda().concluded('approve');
  }
}
