/** The embedded PostgreSQL cannot be had; the message is a sentence for the person who starts Landfall. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
