import { useState } from 'react';

const PORTION = 30;

/** A long list that comes whole, shown in portions: more of it on demand, as of a list that pages. */
export const usePortions = <Item>(items: readonly Item[]) => {
  const [size, setSize] = useState(PORTION);
  return {
    shown: items.slice(0, size),
    paging: { hasNextPage: items.length > size, fetchNextPage: () => setSize(size + PORTION) },
  };
};
