import { type Desk, openDesk } from '../test/open-desk';
import { CommonPhrases } from './common-phrases';
import { OFFICE_PHRASES } from './office-phrases';

describe('common phrases', () => {
  let desk: Desk;
  let phrases: CommonPhrases;

  beforeEach(async () => {
    desk = await openDesk();
    phrases = new CommonPhrases(desk.db, desk.clock);
  });
  afterEach(() => desk.close());

  const texts = async () => (await phrases.list(desk.mine)).map(({ text }) => text);

  it('of the office are said in both languages, each once', () => {
    expect(OFFICE_PHRASES.length).toBeGreaterThanOrEqual(10);
    expect(new Set(OFFICE_PHRASES.flatMap(({ key, text }) => [key, text.zh, text.en])).size).toBe(
      OFFICE_PHRASES.length * 3,
    );
    for (const { text } of OFFICE_PHRASES) {
      expect(text.zh).toMatch(/^\p{Script=Han}.*[。：]$/u);
      expect(text.en).toMatch(/^[A-Z][ -~]*[.:]$/);
    }
  });

  it('are added at the end, put in order and removed', async () => {
    const added = [];
    for (const text of ['甲', ' 乙 ', '丙']) added.push(await phrases.add(desk.mine, text));
    expect(await texts()).toEqual(['甲', '乙', '丙']);
    const [first, second, third] = added.map(({ id }) => id) as [string, string, string];
    expect((await phrases.order(desk.mine, [third, first, second])).map(({ text }) => text)).toEqual([
      '丙',
      '甲',
      '乙',
    ]);
    await phrases.remove(desk.mine, first);
    await phrases.add(desk.mine, '丁');
    expect(await texts()).toEqual(['丙', '乙', '丁']);
    await expect(phrases.remove(desk.mine, first)).rejects.toMatchObject({ code: 'PHRASE.NOT_FOUND', status: 404 });
    await expect(phrases.remove(desk.other, second)).rejects.toMatchObject({ code: 'PHRASE.NOT_FOUND' });
  });

  it('are put in order completely or not at all', async () => {
    const [first, second] = [await phrases.add(desk.mine, '甲'), await phrases.add(desk.mine, '乙')];
    const foreign = await phrases.add(desk.other, '丙');
    for (const ids of [
      [],
      [first.id],
      [second.id, second.id],
      [second.id, first.id, foreign.id],
      [second.id, foreign.id],
    ]) {
      await expect(phrases.order(desk.mine, ids)).rejects.toMatchObject({
        code: 'PHRASE.ORDER_INCOMPLETE',
        status: 409,
      });
    }
    expect(await texts()).toEqual(['甲', '乙']);
  });

  it.each([
    ['', 'PHRASE.TEXT_INVALID', 422],
    ['长'.repeat(201), 'PHRASE.TEXT_INVALID', 422],
    ['a\0b', 'PHRASE.UNREADABLE', 422],
    ['a\uD800', 'PHRASE.UNREADABLE', 422],
    ['同意。', 'PHRASE.KNOWN', 409],
    ['甲', 'PHRASE.KNOWN', 409],
  ])('%j is refused with %s', async (text, code, status) => {
    await phrases.add(desk.mine, '甲');
    await expect(phrases.add(desk.mine, text)).rejects.toMatchObject({ code, status });
    expect(await texts()).toEqual(['甲']);
  });

  it('are at most fifty', async () => {
    for (let at = 0; at < 50; at += 1) await phrases.add(desk.mine, `第${at}条`);
    await expect(phrases.add(desk.mine, '再一条')).rejects.toMatchObject({ code: 'PHRASE.TOO_MANY', status: 409 });
    await phrases.add(desk.other, '再一条');
  });
});
