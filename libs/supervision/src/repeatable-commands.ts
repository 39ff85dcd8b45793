/**
 * Commands that write what stands, not what happened: taken back and said again, they leave the same rows. A level that was
 * handed over, a number that was drawn, a report and an order that was given cannot be taken back.
 */
export const repeatableSupervisionCommands = [
  ...['moveIssue', 'markBlocked'],
  ...['moveItem', 'assignItem', 'recordChasing'],
];
