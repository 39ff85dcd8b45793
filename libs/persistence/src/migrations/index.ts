import { ProcessEngine1764000000000 } from './1764000000000-process-engine';
import { Organization1764100000000 } from './1764100000000-organization';
import { Identity1764110000000 } from './1764110000000-identity';
import { Projects1764200000000 } from './1764200000000-projects';
import { Attachments1764210000000 } from './1764210000000-attachments';
import { TaskAlgebra1764300000000 } from './1764300000000-task-algebra';
import { WorkingTime1764310000000 } from './1764310000000-working-time';
import { Notifications1764320000000 } from './1764320000000-notifications';
import { Supervision1764330000000 } from './1764330000000-supervision';
import { LightsAndWaiting1764340000000 } from './1764340000000-lights-and-waiting';
import { Substitution1764350000000 } from './1764350000000-substitution';
import { Desk1764360000000 } from './1764360000000-desk';
import { Schedules1764400000000 } from './1764400000000-schedules';
import { Documents1764410000000 } from './1764410000000-documents';
import { Meetings1764420000000 } from './1764420000000-meetings';
import { MeetingFeeds1764430000000 } from './1764430000000-meeting-feeds';
import { IssuesQueue1764440000000 } from './1764440000000-issues-queue';

/** All migrations, oldest first. */
export const migrations = [
  ProcessEngine1764000000000,
  Organization1764100000000,
  Identity1764110000000,
  Projects1764200000000,
  Attachments1764210000000,
  TaskAlgebra1764300000000,
  WorkingTime1764310000000,
  Notifications1764320000000,
  Supervision1764330000000,
  LightsAndWaiting1764340000000,
  Substitution1764350000000,
  Desk1764360000000,
  Schedules1764400000000,
  Documents1764410000000,
  Meetings1764420000000,
  MeetingFeeds1764430000000,
  IssuesQueue1764440000000,
];
