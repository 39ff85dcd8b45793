import { SIZE } from './fonts';

/**
 * The page of GB/T 9704-2012 (5.1, 5.2.1) in twips (1/20 pt, 1 mm = 56.693): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
 */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1587,
  right: 1474,
} as const;

export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/**
 * 22 lines of 28 characters that fill the type area (5.2.3).
 *
 * The pitch is 579 twips: 22 × 580, the figure that is often quoted, is four twips taller than 225 mm, and a program that
 * counts strictly then puts 21 lines on the page. `charSpace` is counted in 1/4096 pt and added to the 16 pt of each character.
 */
export const GRID = {
  linesPerPage: 22,
  charactersPerLine: 28,
  linePitch: 579,
  charSpace: -848,
} as const;

/** What each character is moved closer to the next, in twips: the whole number that makes 28 of 16 pt fit 156 mm. */
export const CHARACTER_SPACING = -6;

/** The pitch of one character of 3号, in points. */
export const CHARACTER_PITCH = SIZE.three + CHARACTER_SPACING / 20;

/** The width of some characters of 3号 on the grid, in twips. */
export const charactersWide = (count: number): number => Math.round(count * CHARACTER_PITCH * 20);

/** The height of some lines of the grid, in twips. */
export const linesHigh = (count: number): number => Math.round(count * GRID.linePitch);

export const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);
