import {
  componentEntityV1alpha1Validator,
  apiEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  EntityPolicies,
  DefaultNamespaceEntityPolicy,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryUrl } from '../events/addressing';
import { catalogSize } from './catalogSize';
import { profiles } from './profiles';

const folder = resolve(__dirname, '../../catalog');
const files = readdirSync(folder).filter(
  name => name.endsWith('.yaml') && name !== 'all.yaml',
);
const entities: Entity[] = files.flatMap(name =>
  parseAllDocuments(readFileSync(resolve(folder, name), 'utf8')).map(document =>
    document.toJS(),
  ),
);
const ofKind = (kind: string) => entities.filter(e => e.kind === kind);
const refOf = (entity: Entity) => stringifyEntityRef(entity);
const known = new Set(entities.map(refOf));
const spec = (entity: Entity) => entity.spec as Record<string, any>;
const annotation = (entity: Entity, key: string) =>
  entity.metadata.annotations?.[key];
const ref = (text: string, defaultKind: string) =>
  stringifyEntityRef(
    parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
  );

const validators: Record<string, { check(entity: Entity): Promise<boolean> }> =
  {
    API: apiEntityV1alpha1Validator,
    Component: componentEntityV1alpha1Validator,
    Domain: domainEntityV1alpha1Validator,
    Group: groupEntityV1alpha1Validator,
    Location: locationEntityV1alpha1Validator,
    Resource: resourceEntityV1alpha1Validator,
    System: systemEntityV1alpha1Validator,
    User: userEntityV1alpha1Validator,
  };

const operatingKinds = [
  'DecisionRights',
  'DecisionForum',
  'EscalationPath',
  'TechDebtRegister',
];

/** Refs that an entity's spec names, with the field that names them. */
function references(entity: Entity): string[] {
  const fields: [string, string][] = [
    ['owner', 'group'],
    ['parent', 'group'],
    ['memberOf', 'group'],
    ['system', 'system'],
    ['domain', 'domain'],
    ['dependsOn', 'component'],
    ['providesApis', 'api'],
    ['consumesApis', 'api'],
  ];
  return fields.flatMap(([field, kind]) =>
    [spec(entity)[field] ?? []].flat().map((text: string) => ref(text, kind)),
  );
}

function depthOf(group: string): number {
  const entity = entities.find(e => refOf(e) === group)!;
  const { parent } = spec(entity);
  return parent === undefined ? 1 : 1 + depthOf(ref(parent, 'group'));
}

describe('the catalog of the demo organisation', () => {
  it('lists every file', () => {
    const location = parse(readFileSync(resolve(folder, 'all.yaml'), 'utf8'));
    expect([...location.spec.targets].sort()).toEqual(
      [
        ...files.map(name => `./${name}`),
        // Objectives have tests of their own.
        './slos/objectives.yaml',
        './slos/policies.yaml',
        // So has the scorecard.
        './scorecards/secure-delivery.yaml',
      ].sort(),
    );
  });

  it('holds valid entities, each once', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    for (const entity of entities) {
      await expect(policy.enforce(entity)).resolves.toMatchObject({
        kind: entity.kind,
      });
    }
    // The kinds of the operating model are checked where they are known: by the catalog module.
    for (const entity of entities.filter(
      ({ kind }) => !operatingKinds.includes(kind),
    )) {
      await expect(validators[entity.kind].check(entity)).resolves.toBe(true);
    }
    expect(known.size).toBe(entities.length);
    // A portal may do without the kinds of the operating model.
    expect(
      entities.filter(({ kind }) => !operatingKinds.includes(kind)),
    ).toHaveLength(catalogSize);
  });

  it('refers to what exists, but for the owner that left', () => {
    const dangling = entities.flatMap(entity =>
      references(entity)
        .filter(target => !known.has(target))
        .map(target => `${refOf(entity)} -> ${target}`),
    );
    expect(dangling).toEqual([
      'component:default/label-printer -> group:default/hardware-lab',
    ]);
  });

  it('has the size and depth of a company', () => {
    expect(ofKind('Component').length).toBeGreaterThanOrEqual(38);
    expect(ofKind('Domain')).toHaveLength(5);
    expect(ofKind('System').length).toBeGreaterThanOrEqual(10);
    const teams = ofKind('Group').filter(e => spec(e).type === 'team');
    expect(teams).toHaveLength(14);
    expect(teams.map(refOf).map(depthOf)).toEqual(teams.map(() => 4));
    expect(ofKind('User').length).toBeGreaterThanOrEqual(38);
    for (const team of teams) {
      const members = ofKind('User').filter(user =>
        references(user).includes(refOf(team)),
      );
      expect(members.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('has a group with components of its own and child groups', () => {
    const owners = new Set(ofKind('Component').flatMap(references));
    const parents = new Set(ofKind('Group').flatMap(references));
    expect([...parents].filter(group => owners.has(group))).toEqual([
      'group:default/platform-department',
    ]);
  });

  it('has every way in which something can be owned badly', () => {
    const membersOf = (group: string) =>
      ofKind('User').filter(user => references(user).includes(group)).length;
    const ownerOf = (name: string) =>
      references(entities.find(({ metadata }) => metadata.name === name)!)[0];
    expect(membersOf(ownerOf('robot-fleet'))).toBe(0);
    expect(membersOf(ownerOf('returns-ledger'))).toBe(1);
    expect(membersOf(ownerOf('cold-chain-sensors'))).toBe(2);
    const nightShift = entities.find(
      entity => refOf(entity) === ownerOf('cold-chain-sensors'),
    )!;
    expect(spec(nightShift).profile.email).toBeUndefined();
    expect(ownerOf('gift-card-codes')).toMatch(/^user:/);
    const confirmed = ofKind('Component').filter(entity =>
      annotation(entity, 'opmodel.io/ownership-reviewed'),
    );
    expect(confirmed.length).toBeGreaterThan(30);
    expect(confirmed.length).toBeLessThan(ofKind('Component').length);
  });

  it('gives the guest a team that owns components', () => {
    const guest = entities.find(e => refOf(e) === 'user:development/guest')!;
    expect(references(guest)).toEqual(['group:default/checkout']);
    const owned = ofKind('Component')
      .filter(entity => references(entity).includes('group:default/checkout'))
      .map(entity => entity.metadata.name);
    expect(owned).toEqual(
      expect.arrayContaining(['checkout-api', 'checkout-web', 'basket']),
    );
  });

  it('has the place of the portal itself', () => {
    expect(known).toContain('group:default/developer-experience');
    expect(known).toContain('system:default/developer-portal');
  });

  it('tells tier and repository of every component', () => {
    for (const entity of ofKind('Component')) {
      expect(annotation(entity, 'opmodel.io/tier')).toMatch(/^[1-4]$/);
      expect(annotation(entity, 'backstage.io/source-location')).toMatch(
        /^url:https:\/\/git\.example\.com\/marrowby\/[a-z-]+\/$/,
      );
    }
  });

  it('states former owners in the form that the snapshot reads', () => {
    const moved = ofKind('Component').filter(entity =>
      annotation(entity, 'opmodel.io/ownership-history'),
    );
    expect(moved.length).toBeGreaterThanOrEqual(6);
    for (const entity of moved) {
      const text = annotation(entity, 'opmodel.io/ownership-history')!;
      expect(text).toMatch(/^group:default\/[a-z-]+ until \d{4}-\d\d-\d\d$/);
      expect(references(entity)).not.toContain(text.split(' ')[0]);
    }
  });

  it('names hosts of example.com only', () => {
    const text = files
      .map(name => readFileSync(resolve(folder, name), 'utf8'))
      .join('\n');
    const hosts = [
      ...text.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+\.[a-z]+)/g),
    ].map(([, host]) => host);
    expect(hosts.length).toBeGreaterThan(100);
    expect(hosts.filter(host => !host.endsWith('example.com'))).toEqual([]);
  });
});

describe('profiles and catalog', () => {
  const component = (name: string) =>
    entities.find(e => refOf(e) === `component:default/${name}`);

  it('know the same components, but for the one on which nothing reports', () => {
    const names = ofKind('Component').map(entity => entity.metadata.name);
    expect(
      [...profiles.map(p => p.component), 'carbon-calculator'].sort(),
    ).toEqual(names.sort());
  });

  it.each(profiles.map(profile => [profile.component, profile] as const))(
    'agree on %s',
    (name, profile) => {
      const entity = component(name)!;
      expect({
        tier: annotation(entity, 'opmodel.io/tier'),
        source: annotation(entity, 'backstage.io/source-location'),
        path: annotation(entity, 'opmodel.io/path'),
        library: spec(entity).type === 'library',
      }).toEqual({
        tier: String(profile.tier),
        source: `url:${repositoryUrl(profile.repository)}/`,
        path: profile.path,
        library: profile.reporting.production.length === 0,
      });
    },
  );

  it('put four services into one repository, each in a folder of its own', () => {
    const shop = profiles.filter(({ repository }) => repository === 'shop');
    expect(shop).toHaveLength(4);
    expect(new Set(shop.map(({ path }) => path)).size).toBe(4);
    const repositories = new Set(profiles.map(({ repository }) => repository));
    expect(repositories.size).toBe(profiles.length - 3);
  });
});
