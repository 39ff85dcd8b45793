import { join } from 'node:path';
import { itKeepsTheLawsOfIssues } from '../test/issue-laws';
import * as walking from '../test/version-3';
import { COMMANDS } from '../test/walking';
import { issueV3 as definition } from './issue.v3';

itKeepsTheLawsOfIssues({
  definition,
  walking,
  commands: [...COMMANDS, 'signalProcesses', 'queueForMeeting', 'leaveMeetingQueue'],
  golden: join(__dirname, 'golden', 'issue.json'),
  fingerprint: '18feccbb1ccc645bd7ac507a59eddf564f89f8e655e297eb145270978a01061d',
});
