import { defineProcess } from '@landfall/process-definition';
import { instanceEvents } from './instance-events';
import { SUPERVISION_ITEM } from './pursuit';
import { supervisionItemMachine } from './supervision-item.machine';
import { delayRules, timerTitles } from './timers';
import { userTasks } from './user-tasks/item.tasks';

/** Version 1 of a supervision item. Deployed: its meaning never changes (design law 7). */
export const supervisionItemV1 = defineProcess({
  key: SUPERVISION_ITEM,
  version: 1,
  title: { zh: '督办事项', en: 'Supervision item' },
  machine: supervisionItemMachine,
  subject: (context) => `${String(context.number ?? '')}${String(context.title)}`,
  stages: [{ key: 'pursued', title: { zh: '督办中', en: 'Pursued' } }],
  userTasks,
  events: instanceEvents,
  timers: timerTitles,
  delayRules,
  signals: { numbered: { zh: '督办编号', en: 'Numbered' } },
});
