import { checkUscc, isUscc } from './uscc';

describe('unified social credit code', () => {
  it.each([
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
    '91110000802100433B',
    '91120116MA0000015H',
    '91120116MABCD1239A',
    '91120116MA7XYQ997Y',
  ])('accepts %s', (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it('gives check character 0 when the weighted sum leaves no remainder', () => {
    expect(isUscc('91120116MA00001030')).toBe(true);
  });

  it("refuses the standard's example with a wrong end and accepts it with the right one", () => {
    expect(checkUscc('91350100M000100Y4Z').problem).toBe('character');
    expect(checkUscc('91350100M000100Y44').problem).toBe('checkDigit');
    expect(isUscc('91350100M000100Y43')).toBe(true);
  });

  it.each([
    ['9112011', 'length'],
    ['91120116MA05TEST12', 'character'],
    ['911201A6MA0000015H', 'area'],
    ['91120116MA0000015J', 'checkDigit'],
    ['', 'length'],
  ])('refuses %s: %s', (code, problem) => {
    expect(checkUscc(code).problem).toBe(problem);
  });

  it('reads full width and lower case', () => {
    expect(checkUscc(' ９１１２０１１６ma0000015h ')).toMatchObject({ code: '91120116MA0000015H', problem: null });
  });

  it('warns of another area and of an organisation code with an unusual check character, and never refuses for them', () => {
    expect(checkUscc('91110000802100433B').warnings).toEqual(['otherArea']);
    expect(checkUscc('91120116MA0000016L').warnings).toEqual(['organisationCheckDigit']);
    expect(checkUscc('91120116MA0000015H').warnings).toEqual([]);
  });
});
