import type { Clock } from '@landfall/clock';
import type { HeldPost, PostDirectory, PresentPostDirectory } from '../src';

const post = (code: string, headsUnit = false): HeldPost => {
  const [unit = '', role = ''] = code.split('.');
  return { code, unit, role, title: { zh: role, en: role }, headsUnit };
};

const POSTS = [
  post('LG.exec'),
  post('LGO.director', true),
  post('LGO.staff'),
  post('SEO.staff'),
  post('D01.head', true),
  post('D01.specialist'),
  post('D02.head', true),
  post('D02.specialist'),
  post('D02.reviewer'),
  post('Z01.coordinator', true),
  post('Z01.specialist'),
  post('T05.deputy'),
  post('L03.liaison'),
  post('M02.reviewer'),
  post('ADMIN.system'),
  post('ADMIN.security'),
];

const townOn = (day: string) => ({
  day,
  post: (code: string) => POSTS.find((one) => one.code === code),
  postsOfUnit: (unit: string) => POSTS.filter((one) => one.unit === unit),
});

/** A directory with a few posts, the same on every day. */
export const smallTown: PostDirectory = { view: async (day = '2026-11-23') => townOn(day) };

/** The same posts, in a directory that knows which day it is in Binhai. */
export const smallTownBy = (clock: Clock): PresentPostDirectory => {
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(clock.now());
  let known = townOn(today());
  const latest = () => {
    if (known.day !== today()) known = townOn(today());
    return known;
  };
  return { view: async (day) => (day === undefined ? latest() : townOn(day)), latest };
};
