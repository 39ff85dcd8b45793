import { itGoesUpTheLadder } from '../test/ladder-stories';
import { Story } from '../test/story';
import { inputs } from '../test/walking';

itGoesUpTheLadder({
  of: Story.of,
  solvedBy: (unit) => ({ resolvedByUnit: unit }),
  endsSaying: ['closeIssue', 'clearBlocked', 'notify'],
  inTime: 'unresolved.l3.inTime',
  overdue: 'unresolved.l3.overdue',
});

describe('the office, in version 1', () => {
  it('only notes that it has called a push meeting, and keeps its clock', () => {
    const story = Story.of(inputs.normal).send('issueAcceptance.accept').send('taskForceHandling.escalate');
    story.elapse('officeInform');
    story.send('officeHandling.coordinate', { way: 'pushMeeting', note: '已召集推动会' }, { slot: 'LGO' });
    expect(story.heard('recordCoordination')).toEqual({ way: 'pushMeeting', unit: 'LG', note: '已召集推动会' });
    expect(story.heard('startProcess')).toBeUndefined();
    expect(story.state).toBe('unresolved.l1.normal.atWork');
    expect(story.timers).toEqual({ officeLimit: 2 });
  });
});
