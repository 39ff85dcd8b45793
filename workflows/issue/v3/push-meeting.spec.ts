import { itAsksForPushMeetings } from '../test/push-meeting-stories';
import { told } from '../test/version-3';

itAsksForPushMeetings(told);
