import type { IssueItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { newClientKey } from '../session/session';
import { ReasonButton } from './reason-button';

/** What may be done with an issue as a whole, except going up, which asks for a level. */
export const IssueEvents = ({ issue }: { issue: IssueItem }) => {
  const { say } = useLanguage();
  return issue.running.events
    .filter(({ type }) => type !== 'jumpUp')
    .map(({ type, label }) => (
      <ReasonButton
        key={type}
        label={say(label)}
        danger={type === 'withdraw'}
        send={(reason) => landfall.sendIssueEvent(issue.issueId, type, { reason }, newClientKey())}
        testId={`issue-${type}`}
      />
    ));
};
