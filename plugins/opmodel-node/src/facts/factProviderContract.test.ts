import type { FactEntity, FactProvider, ToldFacts } from './FactProvider';
import { factProviderContract } from './factProviderContract';

const entity = (name: string): FactEntity => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  annotations: {},
  labels: {},
});

const schema: FactProvider['schema'] = {
  critical: { type: 'integer', description: 'Critical findings' },
  scannedAt: { type: 'datetime', description: 'When it was scanned' },
  languages: { type: 'set', description: 'Languages' },
};

const tell = ({ entityRef, name }: FactEntity): ToldFacts[] => {
  if (name === 'unknown') {
    return [];
  }
  return name === 'broken'
    ? [{ entityRef, problem: 'Its report cannot be read' }]
    : [
        {
          entityRef,
          facts: { critical: 2, scannedAt: 7, languages: ['go', 'c'] },
        },
      ];
};

const providerOf = (
  overrides: Partial<FactProvider> = {},
  alter: (told: ToldFacts) => ToldFacts = told => told,
): FactProvider => ({
  id: 'scans',
  title: 'Scans',
  schema,
  cadence: { hours: 1 },
  freshness: { hours: 25 },
  async provide(entities, { signal }) {
    signal.throwIfAborted();
    return entities.flatMap(tell).map(alter);
  },
  ...overrides,
});

const alterFacts = (facts: object) => (told: ToldFacts) =>
  'facts' in told ? { ...told, facts: { ...told.facts, ...facts } } : told;

async function breaches(
  provider: FactProvider,
  given: { brokenEntity?: FactEntity } = { brokenEntity: entity('broken') },
): Promise<string> {
  const found: string[] = [];
  for (const { check } of factProviderContract) {
    await check({
      provider,
      entities: [entity('a'), entity('b')],
      unknownEntity: entity('unknown'),
      ...given,
    }).catch(error => found.push(error.message));
  }
  return found
    .map(message => message.replace('The provider breaks its contract: ', ''))
    .join('; ');
}

describe('factProviderContract', () => {
  it('has nothing against a provider that keeps it', async () => {
    expect(await breaches(providerOf())).toBe('');
    expect(await breaches(providerOf(), {})).toBe('');
    expect(
      await breaches(providerOf({ kinds: ['component'], batchSize: 20 })),
    ).toBe('');
  });

  it('has nothing against facts and texts in another order', async () => {
    let times = 0;
    const shuffled = providerOf({}, told => {
      times += 1;
      return 'facts' in told && times % 2 === 0
        ? {
            ...told,
            facts: { languages: ['c', 'go'], scannedAt: 7, critical: 2 },
          }
        : told;
    });
    expect(await breaches(shuffled)).toBe('');
  });

  let asked = 0;
  it.each([
    ['its id', providerOf({ id: 'My Scans' }), 'the id must begin with'],
    [
      'an id that is a word of expressions',
      providerOf({ id: 'now' }),
      'the id must not be "now"',
    ],
    ['its title', providerOf({ title: ' ' }), 'the title is empty'],
    ['a schema of nothing', providerOf({ schema: {} }), 'it has no facts'],
    [
      'the name of a fact',
      providerOf({ schema: { ...schema, 'open-prs': schema.critical } }),
      'the name of a fact must begin with',
    ],
    [
      'a fact that is not described',
      providerOf({
        schema: { ...schema, open: { type: 'integer', description: '' } },
      }),
      'it does not say what open means',
    ],
    [
      'the unit of a text',
      providerOf({
        schema: {
          ...schema,
          grade: { type: 'string', unit: 's', description: 'x' },
        },
      }),
      'grade has a unit and is no number',
    ],
    [
      'a cadence of seconds',
      providerOf({ cadence: { seconds: 5 } }),
      'it is asked every 5000 milliseconds',
    ],
    [
      'facts that are too old before they are told again',
      providerOf({ freshness: { hours: 1 } }),
      'believed for no longer than the cadence',
    ],
    [
      'batches of nothing',
      providerOf({ batchSize: 0 }),
      'it is asked about 0 entities at a time',
    ],
    [
      'kinds that nobody has',
      providerOf({ kinds: ['Component'] }),
      'Component is not in lower case',
    ],
    [
      'entities that it is never asked about',
      providerOf({ kinds: ['api'] }),
      'it is never asked about component:default/a',
    ],
    [
      'that nothing is told',
      providerOf({}, ({ entityRef }) => ({ entityRef, facts: {} })),
      'it tells nothing of any of the entities',
    ],
    [
      'a value of another type',
      providerOf({}, alterFacts({ critical: 1.5 })),
      'critical of component:default/a must be a whole number',
    ],
    [
      'a fact without a meaning',
      providerOf({}, alterFacts({ high: 1 })),
      'it tells high of component:default/a, which is not in its schema',
    ],
    [
      'entities that nobody asked about',
      providerOf({ provide: async () => tell(entity('c')) }),
      'nobody asked about component:default/c',
    ],
    [
      'what is told twice',
      providerOf({
        provide: async entities => [...entities, ...entities].flatMap(tell),
      }),
      'it tells of component:default/a more than once',
    ],
    [
      'another answer to the same question',
      providerOf({}, told => alterFacts({ critical: asked++ })(told)),
      'something else of component:default/a when it is asked again',
    ],
    [
      'facts that follow from what else is asked about',
      providerOf({
        async provide(entities, { signal }) {
          signal.throwIfAborted();
          return entities
            .flatMap(tell)
            .map(alterFacts({ critical: entities.length }));
        },
      }),
      'when it is asked about it alone',
    ],
    [
      'a problem with what is not known',
      providerOf({
        provide: async entities =>
          entities.map(({ entityRef }) => ({ entityRef, problem: '404' })),
      }),
      'it has a problem with component:default/unknown',
    ],
    [
      'a problem that is not told',
      providerOf({}, told =>
        'problem' in told ? { ...told, problem: ' ' } : told,
      ),
      'it does not say what its problem with component:default/broken is',
    ],
    [
      'a problem that is taken for facts',
      providerOf({}, told =>
        'problem' in told
          ? { entityRef: told.entityRef, facts: { critical: 0 } }
          : told,
      ),
      'it tells no problem with component:default/broken',
    ],
    [
      'one that fails for all because of one',
      providerOf({
        async provide(entities) {
          if (entities.some(({ name }) => name === 'broken')) {
            throw new Error('Its report cannot be read');
          }
          return entities.flatMap(tell);
        },
      }),
      'Its report cannot be read',
    ],
    [
      'an answer after it was told to stop',
      providerOf({ provide: async entities => entities.flatMap(tell) }),
      'it answered all the same',
    ],
  ])('finds %s', async (_what, provider, breach) => {
    expect(await breaches(provider)).toContain(breach);
  });
});
