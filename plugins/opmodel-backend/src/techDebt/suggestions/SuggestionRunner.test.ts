import { mockServices } from '@backstage/backend-test-utils';
import {
  BudgetExhaustedError,
  type DebtSightings,
  type DebtSuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeSuggestionRunStore } from './FakeSuggestionRunStore';
import { FakeSuggestionStore } from './FakeSuggestionStore';
import { SuggestionRunner } from './SuggestionRunner';

const noon = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

const names = ['a', 'b', 'c', 'd'];

/** What the source of a test does with an entity. */
type Deed = 'finds' | 'fails' | 'is exhausted' | 'waits' | 'lies' | 'skips';

async function createWorld(kinds?: string[]) {
  const catalog = new FakeComponentCatalog();
  await scanEntities(
    catalog,
    [
      entityOf('group:default/shop'),
      entityOf('user:default/ada'),
      ...names.map(name => entityOf(`component:default/${name}`)),
      entityOf('resource:default/z'),
    ],
    { now: noon },
  );
  let now = noon;
  const deeds: Record<string, Deed> = {};
  const asked: string[] = [];
  const source: DebtSuggestionSource = {
    id: 'todo',
    title: 'Comments',
    kinds,
    cadence: { hours: 1 },
    batchSize: 2,
    async suggest(entities, { signal, now: at }): Promise<DebtSightings> {
      const refs = entities.map(({ entityRef }) => entityRef);
      asked.push(...entities.map(({ name }) => name));
      expect(at).toBeLessThanOrEqual(now);
      const deedOf = (name: string) => deeds[name] ?? 'finds';
      for (const { name } of entities) {
        switch (deedOf(name)) {
          case 'fails':
            throw new Error(`${name} did not answer`);
          case 'is exhausted':
            throw new BudgetExhaustedError('Enough', { retryAt: now + 500 });
          case 'waits':
            await new Promise((_, reject) => {
              signal.addEventListener('abort', () => reject(signal.reason));
            });
            break;
          default:
        }
      }
      return {
        lookedAt: refs.filter(
          (_, place) => deedOf(entities[place].name) !== 'skips',
        ),
        leftOut: [],
        suggestions: entities.map(({ entityRef, name }) => ({
          source: deedOf(name) === 'lies' ? 'hotspot' : 'todo',
          fingerprint: `todo:${name}`,
          entityRef,
          title: `TODO \0${name}`,
          description: '',
          category: 'code',
          severity: null,
          since: null,
          principalDays: null,
          evidence: [],
          links: [],
        })),
      };
    },
  };
  const store = new FakeSuggestionStore(catalog);
  const runs = new FakeSuggestionRunStore();
  await runs.register([{ source: 'todo', cadenceMs: HOUR }], { now });
  const createRunner = () =>
    new SuggestionRunner({
      store,
      runs,
      catalog,
      sources: [{ source, cadenceMs: HOUR }],
      timeoutMs: HOUR,
      measureRunsOf: () => work => work(),
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
  const runner = createRunner();
  return {
    deeds,
    asked,
    runs,
    createRunner,
    at: (time: number) => {
      now = time;
    },
    run: (signal = new AbortController().signal) => runner.runDue(signal),
    state: async () => (await runs.list())[0],
    async found() {
      const { items } = await store.list(
        { visibility: seesAll },
        { order: 'title', descending: false, limit: 100 },
      );
      return items.map(({ suggestion }) => suggestion.title).join(', ');
    },
  };
}

describe('a run of a source of debt', () => {
  it('asks about all that may carry debt, in batches, once in its cadence', async () => {
    const world = await createWorld();
    await world.run();
    expect(world.asked).toEqual(['a', 'b', 'c', 'd', 'shop', 'z']);
    expect(await world.found()).toBe(
      'TODO a, TODO b, TODO c, TODO d, TODO shop, TODO z',
    );
    expect(await world.state()).toMatchObject({
      entities: 6,
      problems: 0,
      error: null,
      nextAt: noon + HOUR,
      succeededAt: noon,
      isUnderWay: false,
    });
    await world.run();
    expect(world.asked).toHaveLength(6);
    world.at(noon + HOUR);
    await world.run();
    expect(world.asked).toHaveLength(12);
  });

  it('asks about the kinds that the source names alone', async () => {
    const world = await createWorld(['resource']);
    await world.run();
    expect(world.asked).toEqual(['z']);
    expect((await world.state()).entities).toBe(1);
  });

  it('goes on where it failed, and without it where it fails again', async () => {
    const world = await createWorld(['component']);
    world.deeds.d = 'fails';
    await expect(world.run()).rejects.toThrow('todo: Error: d did not answer');
    expect(await world.found()).toBe('TODO a, TODO b');
    expect(await world.state()).toMatchObject({
      error: 'Error: d did not answer',
      nextAt: noon + 900_000,
      isUnderWay: true,
      succeededAt: null,
    });
    world.at(noon + 900_000);
    world.asked.length = 0;
    await world.run();
    expect(world.asked).toEqual(['c', 'd']);
    expect(await world.state()).toMatchObject({
      error: null,
      entities: 4,
      problems: 2,
      isUnderWay: false,
    });
    // What was known of them is known still, once they were looked at again.
    world.deeds.d = 'skips';
    world.at(noon + 3 * HOUR);
    await world.run();
    expect(await world.found()).toBe('TODO a, TODO b, TODO c, TODO d');
    expect((await world.state()).problems).toBe(1);
  });

  it('waits where the outside system has had enough, which is no failure', async () => {
    const world = await createWorld(['component']);
    world.deeds.c = 'is exhausted';
    await world.run();
    expect(await world.state()).toMatchObject({
      error: null,
      nextAt: noon + 500,
      isUnderWay: true,
    });
    delete world.deeds.c;
    world.at(noon + 500);
    world.asked.length = 0;
    await world.run();
    expect(world.asked).toEqual(['c', 'd']);
    expect((await world.state()).entities).toBe(4);
  });

  it('keeps nothing of what a source says of others', async () => {
    const world = await createWorld(['component']);
    world.deeds.a = 'lies';
    await expect(world.run()).rejects.toThrow('breaks its contract');
    expect(await world.found()).toBe('');
  });

  it('is one replica at a time, and another goes on after it was stopped', async () => {
    const world = await createWorld(['component']);
    world.deeds.c = 'waits';
    const stop = new AbortController();
    const stopped = world.run(stop.signal);
    await expect(
      Promise.all([
        stopped,
        world.createRunner().runDue(stop.signal),
        new Promise(resolve => setTimeout(resolve, 50)).then(() =>
          stop.abort(new Error('The backend stops')),
        ),
      ]),
    ).rejects.toThrow('The backend stops');
    expect(world.asked).toEqual(['a', 'b', 'c', 'd']);
    expect((await world.state()).error).toBeNull();
    delete world.deeds.c;
    world.at(noon + 60_000);
    await world.createRunner().runDue(new AbortController().signal);
    expect(world.asked).toEqual(['a', 'b', 'c', 'd', 'c', 'd']);
    expect((await world.state()).entities).toBe(4);
  });
});
