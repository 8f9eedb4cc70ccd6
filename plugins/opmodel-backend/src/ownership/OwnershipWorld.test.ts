import fc from 'fast-check';
import type { CatalogEntity } from '../catalog/CatalogStore';
import { OwnershipWorld, type OwnershipWorldContents } from './OwnershipWorld';

const entity = (
  ref: string,
  overrides: Partial<CatalogEntity> = {},
): CatalogEntity => ({
  ref,
  kind: ref.slice(0, ref.indexOf(':')),
  namespace: 'default',
  name: ref.slice(ref.indexOf('/') + 1),
  tags: [],
  annotations: {},
  labels: {},
  firstSeenAt: 0,
  seenAt: 0,
  ...overrides,
});

const worldOf = (contents: Partial<OwnershipWorldContents>) =>
  new OwnershipWorld({
    entities: [],
    groups: [],
    parents: new Map(),
    members: new Map(),
    people: new Set(),
    confirmations: new Map(),
    ...contents,
  });

const names = ['a', 'b', 'c', 'd', 'e'].map(name => `group:default/${name}`);
const people = ['x', 'y', 'z'].map(name => `user:default/${name}`);

describe('what is known of the owners of an organisation', () => {
  it('counts people once in whatever graph of groups, and more above than below', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)),
        ),
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.constantFrom(...people)),
        ),
        (edges, memberships) => {
          const parents = new Map(
            names.map(name => [
              name,
              edges.filter(([child]) => child === name).map(([, up]) => up),
            ]),
          );
          const members = new Map(
            names.map(name => [
              name,
              memberships
                .filter(([group]) => group === name)
                .map(([, person]) => person),
            ]),
          );
          const world = worldOf({
            groups: names.map(name => entity(name)),
            parents,
            members,
          });
          for (const name of names) {
            const counted = world.ownerOf(name)!.members;
            expect(counted).toBeLessThanOrEqual(people.length);
            const below = [...world.tree.below(name)];
            expect(counted).toBe(
              new Set(below.flatMap(group => members.get(group)!)).size,
            );
            for (const group of below) {
              expect(counted).toBeGreaterThanOrEqual(
                world.ownerOf(group)!.members,
              );
            }
          }
        },
      ),
    );
  });

  it('finds who is called at night: a path, then the entity, then its owner, then a pager of the team', () => {
    const shop = 'group:default/shop';
    const sourceOf = (
      own: Record<string, string>,
      ofOwner: Partial<CatalogEntity>,
      path = false,
    ) =>
      worldOf({
        groups: [entity(shop, ofOwner)],
        findEscalation: () =>
          path
            ? { kind: 'document', ref: 'escalationpath:default/shop' }
            : null,
      }).factsOf(
        entity('component:default/cart', { ownerRef: shop, annotations: own }),
      ).escalation;
    const pager = {
      document: { teamApi: { channels: [{ type: 'pager', name: 'P1' }] } },
    };
    const own = { 'pagerduty.com/service-id': 'P1' };
    const ofOwner = { annotations: { 'opsgenie.com/team': 'shop' } };
    expect([
      sourceOf(own, { ...ofOwner, ...pager }, true)?.kind,
      sourceOf(own, { ...ofOwner, ...pager }),
      sourceOf({}, { ...ofOwner, ...pager }),
      sourceOf({ 'pagerduty.com/service-id': ' ' }, pager),
      sourceOf({}, {}),
    ]).toEqual([
      'document',
      { kind: 'annotation', ref: 'pagerduty.com/service-id' },
      { kind: 'annotation', ref: 'opsgenie.com/team' },
      { kind: 'team_api', ref: shop },
      null,
    ]);
  });

  it('knows people who own something by the catalog, and nothing of an owner whom it lacks', () => {
    const world = worldOf({ people: new Set([people[0]]) });
    expect(world.ownerOf(people[0])).toMatchObject({
      exists: true,
      members: 0,
    });
    expect(world.ownerOf(people[1])).toMatchObject({ exists: false });
    expect(world.ownerOf(undefined)).toBeNull();
  });
});
