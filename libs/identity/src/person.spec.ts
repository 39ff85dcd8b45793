import { smallTown } from '../test/posts-of-a-small-town';
import { personOf } from './person';

const ACCOUNT = { accountId: 'a1', username: 'someone', name: '某人' };
const personIn = async (...posts: string[]) => {
  const person = personOf(ACCOUNT, posts, await smallTown.view());
  if (person === undefined) throw new Error(`No post in ${posts.join(', ')}`);
  return person;
};

describe('personOf', () => {
  it('gives a specialist the own group and the right to file leads', async () => {
    expect(await personIn('D01.specialist')).toMatchObject({
      unit: 'D01',
      groups: ['D01.specialist'],
      roles: ['TF_SPECIALIST'],
      permissions: ['lead.create'],
      projectScope: { kind: 'some', filedBy: 'a1', units: ['D01'], streetTowns: false, taskUnits: ['D01'] },
      actor: { accountId: 'a1', name: '某人', unit: 'D01', groups: ['D01.specialist'] },
    });
  });

  it('gives whoever heads a unit all groups of the unit and the right to assign', async () => {
    const head = await personIn('D02.head');
    expect(head.groups).toEqual(['D02.head', 'D02.reviewer', 'D02.specialist']);
    expect(head.permissions).toContain('userTask.assign');
    expect((await personIn('Z01.coordinator')).groups).toEqual(['Z01.coordinator', 'Z01.specialist']);
    expect((await personIn('T05.deputy')).permissions).not.toContain('userTask.assign');
  });

  it('adds up several posts; the post held longest says the unit', async () => {
    expect(await personIn('M02.reviewer', 'D01.specialist')).toMatchObject({
      unit: 'M02',
      groups: ['D01.specialist', 'M02.reviewer'],
      roles: ['REVIEWER', 'TF_SPECIALIST'],
      projectScope: { units: ['D01'], taskUnits: ['M02', 'D01'] },
    });
  });

  it.each([
    ['LG.exec', { kind: 'all' }],
    ['LGO.staff', { kind: 'all' }],
    ['SEO.staff', { kind: 'some', units: ['SEO'], streetTowns: true, taskUnits: ['SEO'] }],
    ['L03.liaison', { kind: 'some', units: ['L03'], streetTowns: false, taskUnits: ['L03'] }],
    ['M02.reviewer', { kind: 'some', units: [], streetTowns: false, taskUnits: ['M02'] }],
    ['ADMIN.system', { kind: 'none' }],
  ])('lets %s see what the post allows', async (post, scope) => {
    expect((await personIn(post)).projectScope).toMatchObject(scope);
  });

  it('keeps administrators out of projects and everybody else out of administration', async () => {
    expect((await personIn('ADMIN.system')).permissions).toEqual([
      'incident.manage',
      'organization.manage',
      'schedule.manage',
    ]);
    expect((await personIn('ADMIN.security')).permissions).toEqual(['account.manage']);
    expect((await personIn('LGO.director')).permissions).not.toContain('account.manage');
  });

  it('is nobody without a post that exists', async () => {
    expect(personOf(ACCOUNT, ['X99.head'], await smallTown.view())).toBeUndefined();
  });
});
