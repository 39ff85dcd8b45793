import type { LocalizedText } from '@landfall/process-definition';
import { signalTitles as partTitles } from '../../meeting-parts/v1/signals';

/** What the editors of the page and other processes tell a conference. */
export const signalTitles: Readonly<Record<string, LocalizedText>> = {
  ...partTitles,
  'readBack.asked': { zh: '下次会议询问落实情况', en: 'The next conference asks' },
  'readBack.told': { zh: '上次会议答复落实情况', en: 'The last conference answers' },
  nextOpened: { zh: '下次会议已召开', en: 'The next conference opened' },
};
