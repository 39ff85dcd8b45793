interface Seated {
  readonly units: readonly string[];
  readonly presenter: string | null;
}

const whoSits = ({ units, presenter }: Seated): readonly string[] =>
  presenter === null ? units : [...units, presenter];

/** How often a unit has to come in, over the whole agenda: once for each stretch of items that it sits through. */
export const arrivals = (items: readonly Seated[]): number =>
  items.reduce((sum, item, at) => {
    const before = items[at - 1];
    return sum + arriving(before, item);
  }, 0);

const arriving = (before: Seated | undefined, item: Seated): number => {
  const there = new Set(before === undefined ? [] : whoSits(before));
  return [...new Set(whoSits(item))].filter((unit) => !there.has(unit)).length;
};

/** Goes on with the item that fewest have to come in for; of several, with the one that waits longest. */
const follow = <Item extends Seated>(first: Item, items: readonly Item[]): Item[] => {
  const ordered = [first];
  const left = items.filter((item) => item !== first);
  while (left.length > 0) {
    const last = ordered.at(-1);
    const costs = left.map((item) => arriving(last, item));
    const [next] = left.splice(costs.indexOf(Math.min(...costs)), 1);
    if (next !== undefined) ordered.push(next);
  }
  return ordered;
};

/**
 * Orders an agenda so that the items of one unit stand together and people come for their part only. It is never worse
 * than the order it was given, and the same agenda is always ordered the same way.
 */
export const orderForUnits = <Item extends Seated>(items: readonly Item[]): Item[] =>
  items
    .map((first) => follow(first, items))
    .reduce<Item[]>((best, order) => (arrivals(order) < arrivals(best) ? order : best), [...items]);
