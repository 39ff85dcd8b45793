import type { SupervisionItem } from '../api/contract';
import { landfall } from '../api/landfall';
import { useLanguage } from '../language/language';
import { newClientKey } from '../session/session';
import { ReasonButton } from './reason-button';

/** What may be done with an item as a whole. */
export const ItemEvents = ({ item }: { item: SupervisionItem }) => {
  const { say } = useLanguage();
  return item.running.events.map(({ type, label }) => (
    <ReasonButton
      key={type}
      label={say(label)}
      danger
      send={(reason) => landfall.sendItemEvent(item.itemId, type, { reason }, newClientKey())}
      testId={`item-${type}`}
    />
  ));
};
