import { itAsksForPushMeetings } from '../test/push-meeting-stories';
import { told } from '../test/version-2';

itAsksForPushMeetings(told);
