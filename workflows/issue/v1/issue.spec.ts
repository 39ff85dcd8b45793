import { join } from 'node:path';
import { itKeepsTheLawsOfIssues } from '../test/issue-laws';
import * as walking from '../test/walking';
import { COMMANDS } from '../test/walking';
import { issueV1 as definition } from './issue.v1';

itKeepsTheLawsOfIssues({
  definition,
  walking,
  commands: COMMANDS,
  golden: join(__dirname, 'golden', 'issue.json'),
  fingerprint: '6eec064dfdfb2a9749e2cf9237b6712e890db1d8b674bb9c5dcacee5ffbb0faf',
});
