import { join } from 'node:path';
import { itKeepsTheLawsOfIssues } from '../test/issue-laws';
import * as walking from '../test/version-2';
import { COMMANDS } from '../test/walking';
import { issueV2 as definition } from './issue.v2';

itKeepsTheLawsOfIssues({
  definition,
  walking,
  commands: [...COMMANDS, 'signalProcesses'],
  golden: join(__dirname, 'golden', 'issue.json'),
  fingerprint: 'ab09a73c7681436eb7376d3e257229cc3cd1fe85f781396043675f5a4d00f17b',
});
