/**
 * The fonts of GB/T 9704-2012, by the names under which Word and WPS know them. They are licensed and are never shipped:
 * a machine without them shows the document in what comes closest.
 */
export const FONTS = {
  fangsong: '仿宋_GB2312',
  kaiti: '楷体_GB2312',
  heiti: '黑体',
  xiaobiaosong: '方正小标宋简体',
  songti: '宋体',
} as const;

export type FontRole = keyof typeof FONTS;

/** Sizes by their Chinese numbers, in points. */
export const SIZE = { two: 22, three: 16, four: 14, smallFour: 12, five: 10.5 } as const;

/** The red of the issuer's mark and the rule below it. */
export const RED = 'E60012';
