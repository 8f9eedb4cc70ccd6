import { speaksFor } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { readDirectGroups } from '../catalog/readDirectGroups';
import { entityOf, scanEntities } from '../testing/catalog';
import { ApproverVoices } from './ApproverVoices';

const group = (name: string) => `group:default/${name}`;
const user = (name: string) => `user:default/${name}`;

/** Shop and mail are below the company, kiosk and stall below shop. Nobody is in the company unless a test says so. */
const groupsOf: Record<string, string[]> = {
  ada: ['shop'],
  bo: ['shop'],
  kim: ['kiosk'],
  mia: ['mail'],
  both: ['mail', 'shop'],
};
const tree = [
  entityOf(group('company')),
  entityOf(group('shop'), { childOf: group('company') }),
  entityOf(group('mail'), { childOf: group('company') }),
  entityOf(group('kiosk'), { childOf: group('shop') }),
  entityOf(group('stall'), { childOf: group('shop') }),
];

async function catalogOf(people: Record<string, string[]>) {
  const catalog = new FakeCatalogStore();
  await scanEntities(catalog, [
    ...tree,
    ...Object.entries(people).map(([name, groups]) =>
      entityOf(user(name), { memberOf: groups.map(group) }),
    ),
  ]);
  return catalog;
}

describe('whoever speaks for an approver', () => {
  /** Who of the people speaks for a group. */
  async function ask(
    approver: string,
    options: {
      owners?: string[];
      isAnswering?: boolean;
      more?: Record<string, string[]>;
      requestedBy?: string;
    } = {},
  ): Promise<string[]> {
    const { owners = [], isAnswering, more, requestedBy = 'ada' } = options;
    const people = { ...groupsOf, ...more };
    const catalog = await catalogOf(people);
    const ref = group(approver);
    const [kept] = await new ApproverVoices({ catalog }).read(
      {
        approvers: [{ ref, title: ref, exists: true, rightId: 'right' }],
        answeringRefs: isAnswering ? [ref] : [],
        ownerRefs: owners.map(group),
        needed: 1,
      },
      user(requestedBy),
    );
    expect(kept).toMatchObject({ ref, rightId: 'right' });
    return Object.keys(people).filter(name =>
      speaksFor(kept, new Set([user(name), ...people[name].map(group)])),
    );
  }

  it('is who is directly in it, where somebody is', async () => {
    const more = { head: ['company'] };
    expect(await ask('company', { owners: ['shop'], more })).toEqual(['head']);
    expect(await ask('shop')).toEqual(['ada', 'bo', 'both']);
  });

  it('is who is below where nobody is in it, but none of the owners and below', async () => {
    expect(
      await ask('company', { owners: ['shop'], requestedBy: 'else' }),
    ).toEqual(['mia']);
    expect(
      await ask('company', { owners: ['mail'], requestedBy: 'else' }),
    ).toEqual(['ada', 'bo', 'kim']);
  });

  it('is none of the groups of the requester either', async () => {
    expect(
      await ask('company', { owners: ['kiosk'], requestedBy: 'bo' }),
    ).toEqual(['mia']);
    expect(
      await ask('company', { owners: ['shop'], requestedBy: 'mia' }),
    ).toEqual([]);
  });

  it('is who is below as well where the group is asked as the owner', async () => {
    expect(await ask('shop', { owners: ['shop'], isAnswering: true })).toEqual([
      'ada',
      'bo',
      'kim',
      'both',
    ]);
  });

  it('is who is below a group inside a group concerned, without the people of that', async () => {
    const people = { owners: ['company'], requestedBy: 'else' };
    expect(
      await ask('shop', {
        ...people,
        more: { ada: ['mail'], bo: ['company'], both: ['mail'] },
      }),
    ).toEqual(['kim']);
  });
});

describe('the groups that a person is directly in', () => {
  it('leave out what a sign-in claims for being above, unless the catalog says so', async () => {
    const catalog = await catalogOf({ ada: ['shop'], cy: ['shop', 'company'] });
    const claimed = [group('shop'), group('company')];
    expect(await readDirectGroups(catalog, user('ada'), claimed)).toEqual([
      group('shop'),
    ]);
    expect(await readDirectGroups(catalog, user('cy'), claimed)).toEqual(
      claimed,
    );
    expect(
      await readDirectGroups(catalog, user('guest'), [group('company')]),
    ).toEqual([group('company')]);
  });
});
