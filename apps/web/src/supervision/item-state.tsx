import type { SupervisionItem } from '../api/contract';
import { useLanguage } from '../language/language';
import { wordFor } from '../language/word-for';
import project from '../projects/project-page.module.css';

/** Where an item stands, or how it ended. */
export const ItemState = ({
  item: { state, outcome, inTime },
}: {
  item: Pick<SupervisionItem, 'state' | 'outcome' | 'inTime'>;
}) => {
  const { t } = useLanguage();
  const { itemStates, item: words } = t.supervision;
  const inTimeTone = inTime === false ? project.suspended : project.achieved;
  const tone = outcome === null ? project.active : outcome === 'closed' ? inTimeTone : project.closed;
  return (
    <span className={`${project.status} ${tone}`} data-testid="item-state" data-outcome={outcome ?? ''}>
      {outcome === null ? wordFor(itemStates, state) : words.endedAs(outcome, inTime)}
    </span>
  );
};
