/**
 * Commands that write what stands, not what happened: taken back and said again, they leave the same rows. A place in a
 * queue, a document that was sent and a number that was drawn cannot be taken back.
 */
export const repeatableMeetingCommands = ['recordMeeting', 'movePushRequest'];
