import { useEffect, useRef, useState } from 'react';

/** Search words as they are typed; `settle` hears them when the typing pauses. */
export const useTypedWords = (settled: string, settle: (words: string) => void): [string, (words: string) => void] => {
  const [words, setWords] = useState(settled);
  const latest = useRef(settle);
  latest.current = settle;

  // The address may change by itself (back, clear): the box follows it.
  useEffect(() => setWords(settled), [settled]);

  useEffect(() => {
    if (words.trim() === settled) return;
    const waiting = setTimeout(() => latest.current(words.trim()), words === '' ? 0 : 350);
    return () => clearTimeout(waiting);
  }, [words, settled]);

  return [words, setWords];
};
