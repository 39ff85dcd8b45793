/** The word for a code of the server; a code that has no word yet stands for itself. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
