import { pageOf } from './page-of';

describe('the page that shows a process', () => {
  it('is its own for projects, meetings, issues and supervision items, and that of its project for what is about one', () => {
    const about = (definition: string, belongsTo: string | null = null) => pageOf({ id: 'i', definition, belongsTo });
    expect(about('investment-project')).toBe('/projects/i');
    expect(about('issue', 'p')).toBe('/supervision/issues/i');
    expect(about('push-request', 'p')).toBe('/projects/p');
    expect(about('supervision-item', 'p')).toBe('/supervision/items/i');
    expect(about('supervision-item')).toBe('/supervision/items/i');
    const meetings = ['street-town-review', 'push-meeting', 'leading-group-conference', 'special-meeting'];
    expect(meetings.map((definition) => about(definition))).toEqual(meetings.map(() => '/meetings/i'));
  });
});
