import { tell } from '../../meeting-parts/v1/say';

export const toldSpecial = {
  proposed: tell({
    kind: 'special.proposed',
    said: { zh: '提请召开领导小组会议，请批准', en: 'A meeting of the leading group is proposed: please decide' },
    groups: ({ chairGroup, secretary }) => [chairGroup, secretary],
    more: ({ calledBecause }) => calledBecause.zh,
  }),
};
