import type { FoundSuggestion } from '@opmodel/backstage-plugin-opmodel-common';
import type { FactEntity } from '../facts/FactProvider';
import type {
  DebtSightings,
  DebtSuggestionSource,
} from './DebtSuggestionSource';
import { debtSuggestionSourceContract } from './debtSuggestionSourceContract';

const entity = (name: string): FactEntity => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  annotations: {},
  labels: {},
});

const suggestionOf = (entityRef: string): FoundSuggestion => ({
  source: 'todo',
  fingerprint: `todo:${entityRef}`,
  entityRef,
  title: 'TODO: mend',
  description: 'A comment',
  category: 'code',
  severity: 'low',
  since: 5,
  principalDays: 0.5,
  evidence: [
    { type: 'measure', name: 'age', value: 3, unit: 'days' },
    { type: 'link', name: 'file', url: 'https://git.example.com/a.ts' },
  ],
  links: [{ type: 'issue', ref: 'https://git.example.com/1', title: null }],
});

const look = (entities: readonly FactEntity[]): DebtSightings => {
  const readable = entities.filter(({ name }) => name !== 'broken');
  return {
    lookedAt: readable.map(({ entityRef }) => entityRef),
    suggestions: readable.flatMap(({ name, entityRef }) =>
      name === 'unknown' ? [] : suggestionOf(entityRef),
    ),
    leftOut: readable.flatMap(({ name }) =>
      name === 'a' ? ['todo:beyond'] : [],
    ),
    problems: entities.flatMap(({ name, entityRef }) =>
      name === 'broken' ? { entityRef, problem: 'Cannot be read' } : [],
    ),
  };
};

const sourceOf = (
  overrides: Partial<DebtSuggestionSource> = {},
  alter: (found: DebtSightings, now: number) => DebtSightings = found => found,
): DebtSuggestionSource => ({
  id: 'todo',
  title: 'Comments in code',
  cadence: { hours: 6 },
  async suggest(entities, { signal, now }) {
    signal.throwIfAborted();
    return alter(look(entities), now);
  },
  ...overrides,
});

const alterEach =
  (changes: object) =>
  (found: DebtSightings): DebtSightings => ({
    ...found,
    suggestions: found.suggestions.map(each => ({ ...each, ...changes })),
  });

async function breaches(source: DebtSuggestionSource): Promise<string> {
  const found: string[] = [];
  for (const { check } of debtSuggestionSourceContract) {
    await check({
      source,
      entities: [entity('a'), entity('b')],
      unknownEntity: entity('unknown'),
      brokenEntity: entity('broken'),
      now: 1_000,
    }).catch(error => found.push(error.message));
  }
  return found.join('; ');
}

describe('debtSuggestionSourceContract', () => {
  it('has nothing against a source that keeps it', async () => {
    expect(await breaches(sourceOf())).toBe('');
    expect(
      await breaches(sourceOf({ kinds: ['component'], batchSize: 20 })),
    ).toBe('');
  });

  it('has nothing against suggestions in another order', async () => {
    let times = 0;
    const shuffled = sourceOf({}, found => {
      times += 1;
      return times % 2 === 0
        ? { ...found, suggestions: [...found.suggestions].reverse() }
        : found;
    });
    expect(await breaches(shuffled)).toBe('');
  });

  let asked = 0;
  it.each<[string, DebtSuggestionSource, string]>([
    ['its title', sourceOf({ title: ' ' }), 'the title is empty'],
    [
      'a cadence of seconds',
      sourceOf({ cadence: { seconds: 5 } }),
      'it is asked every 5000 milliseconds',
    ],
    [
      'batches of nothing',
      sourceOf({ batchSize: 0 }),
      'it is asked about 0 entities at a time',
    ],
    [
      'kinds that nobody has',
      sourceOf({ kinds: ['Component'] }),
      'Component is not in lower case',
    ],
    [
      'entities that it is never asked about',
      sourceOf({ kinds: ['api'] }),
      'it is never asked about component:default/a',
    ],
    [
      'that nothing is found',
      sourceOf({}, found => ({ ...found, suggestions: [] })),
      'it finds nothing of any of the entities',
    ],
    [
      'that nothing was looked at as a whole',
      sourceOf({}, found => ({ ...found, lookedAt: [] })),
      'it did not look at component:default/a',
    ],
    [
      'what speaks for another source',
      sourceOf({}, alterEach({ source: 'sarif' })),
      'it speaks as sarif',
    ],
    [
      'a fingerprint of another source',
      sourceOf({}, alterEach({ fingerprint: 'sarif:1' })),
      'the fingerprint sarif:1 is none of its own',
    ],
    [
      'one fingerprint for everything',
      sourceOf({}, alterEach({ fingerprint: 'todo:1' })),
      'it told todo:1 twice',
    ],
    [
      'what is told and left out',
      sourceOf({}, found => ({
        ...found,
        leftOut: found.suggestions.map(({ fingerprint }) => fingerprint),
      })),
      'it told todo:component:default/a twice',
    ],
    [
      'a fingerprint of the day',
      sourceOf({}, (found, now) =>
        alterEach({ fingerprint: `todo:${now}` })({
          ...found,
          suggestions: found.suggestions.slice(0, 1),
        }),
      ),
      'is another one later',
    ],
    [
      'a title of several lines',
      sourceOf({}, alterEach({ title: 'a\nb' })),
      'is not one line',
    ],
    [
      'a category that there is not',
      sourceOf({}, alterEach({ category: 'style' })),
      'is style',
    ],
    [
      'a severity that there is not',
      sourceOf({}, alterEach({ severity: 'blocker' })),
      'is blocker',
    ],
    [
      'a principal of nothing',
      sourceOf({}, alterEach({ principalDays: 0 })),
      'the principal of todo:component:default/a is 0',
    ],
    [
      'what began in the future',
      sourceOf({}, alterEach({ since: 1e15 })),
      'is so since 1000000000000000',
    ],
    [
      'evidence that is no number',
      sourceOf(
        {},
        alterEach({
          evidence: [
            { type: 'measure', name: 'age', value: NaN, unit: 'days' },
          ],
        }),
      ),
      'age of todo:component:default/a is no number',
    ],
    [
      'an address that runs',
      sourceOf(
        {},
        alterEach({
          evidence: [{ type: 'link', name: 'file', url: 'vbscript:x' }],
        }),
      ),
      'file of todo:component:default/a is no address',
    ],
    [
      'a link that runs',
      sourceOf(
        {},
        alterEach({
          links: [{ type: 'issue', ref: 'data:text/html,x', title: null }],
        }),
      ),
      'the issue of todo:component:default/a is no address',
    ],
    [
      'entities that nobody asked about',
      sourceOf({}, alterEach({ entityRef: 'component:default/c' })),
      'nobody asked about component:default/c',
    ],
    [
      'another answer to the same question',
      sourceOf({}, found => alterEach({ title: `TODO ${asked++}` })(found)),
      'something else of component:default/a when it is asked again',
    ],
    [
      'what follows from what else is asked about',
      sourceOf({}, found =>
        alterEach({ title: `One of ${found.lookedAt.length}` })(found),
      ),
      'when it is asked about it alone',
    ],
    [
      'debt of what is not known',
      sourceOf({}, found => ({
        ...found,
        suggestions: found.lookedAt.map(suggestionOf),
      })),
      'it finds debt of component:default/unknown',
    ],
    [
      'what it says it looked at and could not',
      sourceOf({
        async suggest(entities, { signal }) {
          signal.throwIfAborted();
          return {
            ...look(entities),
            lookedAt: entities.map(({ entityRef }) => entityRef),
          };
        },
      }),
      'it says that it looked at component:default/broken',
    ],
    [
      'a problem that it keeps to itself',
      sourceOf({}, found => ({ ...found, problems: [] })),
      'it tells no problem with component:default/broken',
    ],
    [
      'a problem without words',
      sourceOf({}, found => ({
        ...found,
        problems: found.problems?.map(each => ({ ...each, problem: ' ' })),
      })),
      'it does not say what its problem with component:default/broken is',
    ],
    [
      'an answer after it was told to stop',
      sourceOf({ suggest: async entities => look(entities) }),
      'it answered all the same',
    ],
  ])('finds %s', async (_what, source, breach) => {
    expect(await breaches(source)).toContain(breach);
  });
});
