import type { KeyboardEvent } from 'react';

/**
 * Ctrl + Enter submits a form; Enter alone in a one-line field does not, because what is submitted here is a decision that
 * cannot be taken back by a stray key.
 */
export const submitKeys =
  (submit: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) submit();
    else if (event.target instanceof HTMLInputElement) event.preventDefault();
  };
