import { type Choice, compareTexts, mergeTexts, proposedChoice, type Stretch } from './paragraphs';

const BASE = '一、关于甲项目\n各单位意见：同意。\n会议议定：推进。';
const MINE = '一、关于甲项目\n各单位意见：同意，尽快供地。\n会议议定：推进。';
const THEIRS = '一、关于甲项目\n各单位意见：同意。\n会议议定：推进。\n散会。';

type Different = Extract<Stretch, { kind: 'different' }>;
const differences = (stretches: readonly Stretch[]) =>
  stretches.filter((stretch): stretch is Different => stretch.kind === 'different');
const proposed = (stretches: readonly Stretch[], base: string): Choice[] =>
  differences(stretches).map((stretch) => proposedChoice(stretch, base));

describe('two texts of one section', () => {
  it('are compared paragraph by paragraph', () => {
    expect(compareTexts(MINE, THEIRS)).toEqual([
      { kind: 'same', paragraphs: ['一、关于甲项目'] },
      { kind: 'different', mine: ['各单位意见：同意，尽快供地。'], theirs: ['各单位意见：同意。'] },
      { kind: 'same', paragraphs: ['会议议定：推进。'] },
      { kind: 'different', mine: [], theirs: ['散会。'] },
    ]);
    expect(compareTexts('', '')).toEqual([]);
    expect(compareTexts('甲', '')).toEqual([{ kind: 'different', mine: ['甲'], theirs: [] }]);
  });

  it('are merged without a choice where each writer changed another paragraph', () => {
    const stretches = compareTexts(MINE, THEIRS);
    expect(mergeTexts(stretches, proposed(stretches, BASE), BASE)).toBe(
      '一、关于甲项目\n各单位意见：同意，尽快供地。\n会议议定：推进。\n散会。',
    );
  });

  it('keep both paragraphs where both wrote', () => {
    const stretches = compareTexts('甲一', '甲二');
    expect(proposed(stretches, '甲')).toEqual(['both']);
    expect(mergeTexts(stretches, ['both'], '甲')).toBe('甲一\n甲二');
  });

  it('drop what one replaced when the other wrote beside it', () => {
    const stretches = compareTexts('会议议定：加快推进。', '会议议定：推进。\n散会。');
    expect(proposed(stretches, '会议议定：推进。')).toEqual(['both']);
    expect(mergeTexts(stretches, ['both'], '会议议定：推进。')).toBe('会议议定：加快推进。\n散会。');
  });

  it.each([
    ['mine', MINE],
    ['theirs', THEIRS],
  ] as const)('give back the whole text of one writer when all is chosen from him: %s', (choice, text) => {
    const stretches = compareTexts(MINE, THEIRS);
    expect(
      mergeTexts(
        stretches,
        differences(stretches).map(() => choice),
        BASE,
      ),
    ).toBe(text);
  });
});
