import { defaultOf } from './load-settings';
import { SETTINGS, type Setting } from './settings';

/** Writes docs/settings.md, the table of all settings. */
export const generate = (): Record<string, string> => ({ 'docs/settings.md': settingsPage() });

const settingsPage = (): string => `# Settings

Landfall is set by variables of the environment. An empty one counts as unset; a wrong one stops the start with a sentence
that names it, and so does a \`LANDFALL_\` variable that is not listed here. This page is generated from
\`libs/config/src/settings.ts\` by \`npm run generate\`.

| variable | default | what it is |
|---|---|---|
${Object.values(SETTINGS).map(line).join('\n')}

Lengths of time are written \`500ms\`, \`30s\`, \`15m\`, \`8h\`, \`7d\`; sizes \`500kB\`, \`20MB\`.
`;

const line = (setting: Setting): string => {
  const usual = shown(defaultOf(setting, false));
  const inProduction = shown(defaultOf(setting, true));
  const both = usual === inProduction ? usual : `${usual}; in production ${inProduction}`;
  return `| \`${setting.variable}\` | ${both} | ${setting.meaning} |`;
};

const shown = (value: string | undefined): string => (value === undefined ? 'none' : `\`${value}\``);
