/** Ends the servers that the set-up started. */
export default async (): Promise<void> => {
  await globalThis.landfallStopTestServers?.();
};
