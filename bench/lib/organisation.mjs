/**
 * The organisation of the benchmarks: components in teams and systems of 25, those in divisions and domains of 500, all of them
 * in one company.
 */
export const perTeam = 25;
export const perDivision = 500;

const part = (components, size) => Math.ceil(components / size);

export const componentName = index => `service-${index}`;
export const divisionRef = index => `group:default/division-${index}`;

/** The catalog entities, as an entity provider gives them. */
export function* entitiesOf(components) {
  const entity = (apiVersion, kind, name, spec, annotations = {}) => ({
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': 'bench:bench',
        'backstage.io/managed-by-origin-location': 'bench:bench',
        ...annotations,
      },
    },
    spec,
  });
  const core = 'backstage.io/v1alpha1';
  const group = (name, type, parent) =>
    entity(core, 'Group', name, {
      type,
      children: [],
      ...(parent && { parent }),
    });
  yield group('company', 'organization');
  for (let index = 0; index < part(components, perDivision); index++) {
    yield group(`division-${index}`, 'division', 'company');
    yield entity(core, 'Domain', `domain-${index}`, {
      owner: `division-${index}`,
    });
  }
  const divisionOf = team => Math.floor((team * perTeam) / perDivision);
  for (let index = 0; index < part(components, perTeam); index++) {
    yield group(`team-${index}`, 'team', `division-${divisionOf(index)}`);
    yield entity(core, 'System', `system-${index}`, {
      owner: `team-${index}`,
      domain: `domain-${divisionOf(index)}`,
    });
  }
  for (let index = 0; index < components; index++) {
    const team = Math.floor(index / perTeam);
    yield entity(
      core,
      'Component',
      componentName(index),
      {
        type: 'service',
        lifecycle: 'production',
        owner: `team-${team}`,
        system: `system-${team}`,
      },
      {
        'github.com/project-slug': `example/${componentName(index)}`,
        'opmodel.io/tier': String(1 + (index % 4)),
      },
    );
  }
}

/** How many entities {@link entitiesOf} gives. */
export function countEntities(components) {
  let count = 0;
  for (const _entity of entitiesOf(components)) {
    count += 1;
  }
  return count;
}

/** A source of numbers from 0 to 1 that gives the same ones in each run. */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
