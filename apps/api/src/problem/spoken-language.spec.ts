import { spokenLanguage } from './spoken-language';

describe('spokenLanguage', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['fr-FR,fr;q=0.9', 'zh'],
    ['en', 'en'],
    ['en-US,en;q=0.9,zh;q=0.5', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.5, zh-TW;q=0.7', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=x,zh;q=0.2', 'en'],
    [';;,,=', 'zh'],
  ])('answers %p in %s', (header, language) => {
    expect(spokenLanguage(header)).toBe(language);
  });
});
