import type {
  IntakeEvent,
  IntakeOutcome,
  Observation,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../catalog/SnapshotStore';
import type { RetentionRule } from '../retention/RetentionRule';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import { DatabaseIntakeStore } from './DatabaseIntakeStore';
import { FakeIntakeStore } from './FakeIntakeStore';
import { overtakenEventsRule, recordVersionsRule } from './intakeRetention';
import { IntakeService } from './IntakeService';
import type { IntakeStore } from './IntakeStore';

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-03-01T00:00:00Z');

/** Few subjects, times and fields, so that events meet. */
const said = fc.record({
  subject: fc.constantFrom('1', '2', '3'),
  minute: fc.nat(4),
  deployment: fc.boolean(),
  named: fc.constantFrom('component:default/a', 'component:default/b', null),
  version: fc.option(fc.constantFrom('v1', 'v2')),
  finished: fc.boolean(),
  reviewed: fc.option(fc.nat(3)),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

function instantOf(minute: number): string {
  return new Date(start + minute * 60_000).toISOString();
}

function eventOf(one: Said, id: string, source: string): IntakeEvent {
  const base = {
    subject: one.subject,
    target: one.named ? { entityRefs: [one.named] } : {},
    ...(one.version && { title: one.version }),
  };
  const observation: Observation = one.deployment
    ? {
        kind: 'deployment',
        ...base,
        environment: 'prod',
        ...(one.version && { version: one.version, changes: [one.version] }),
        ...(one.finished && { finishedAt: instantOf(one.minute) }),
      }
    : {
        kind: 'change',
        ...base,
        ...(one.reviewed !== null && {
          firstReviewAt: instantOf(one.reviewed),
        }),
        ...(one.finished && { mergedAt: instantOf(one.minute) }),
      };
  return { source, id, time: instantOf(one.minute), observation };
}

const subjectsOf = (source: string) =>
  (['deployment', 'change'] as const).flatMap(kind =>
    ['1', '2', '3'].map(subject => ({ kind, source, subject })),
  );

/** Every version that is known, or was until an instant. */
async function describeRecords(
  store: IntakeStore,
  source: string,
  since: number,
) {
  const versions = await Promise.all(
    subjectsOf(source).map(subject => store.records.listVersions(subject)),
  );
  return versions
    .flat()
    .filter(
      ({ supersededAt }) => supersededAt === null || supersededAt >= since,
    )
    .map(version => JSON.stringify(version))
    .sort();
}

async function apply(rule: RetentionRule, before: number): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = await rule.deleteBatch({ before, limit: 2 });
    if (deleted === 0) {
      return total;
    }
    total += deleted;
  }
}

interface Backing {
  store: IntakeStore;
  snapshot: SnapshotStore;
}

eachStore<Backing>(
  {
    name: 'retention of intake',
    fake: () => {
      const snapshot = new FakeCatalogStore();
      return { snapshot, store: new FakeIntakeStore(snapshot, ['dora']) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseIntakeStore(knex, ['dora']),
    }),
  },
  (createBacking, backing) => {
    jest.setTimeout(120_000);

    async function createStore(): Promise<IntakeStore> {
      const { store, snapshot } = await createBacking();
      await scanEntities(snapshot, [
        entityOf('component:default/a'),
        entityOf('component:default/b'),
      ]);
      return store;
    }

    it('changes no record, whatever arrives before and after it', async () => {
      const [kept, thinned] = [await createStore(), await createStore()];
      const rule = overtakenEventsRule(thinned);
      let runs = 0;
      let forgotten = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(said, { maxLength: 15 }),
          fc.array(said, { maxLength: 6 }),
          fc.array(fc.nat(14), { maxLength: 3 }),
          async (early, late, again) => {
            runs += 1;
            const source = `ci-${runs}`;
            const first = early.map((one, at) =>
              eventOf(one, `early ${at}`, source),
            );
            const second = [
              ...late.map((one, at) => eventOf(one, `late ${at}`, source)),
              ...again.flatMap(at => first[at] ?? []),
              // What states no time of its own is read as of the present, whenever it comes again.
              ...again.flatMap(at =>
                first[at] ? { ...first[at], time: instantOf(9) } : [],
              ),
            ];
            // One by one, so that there are versions to supersede.
            const submit = async (events: IntakeEvent[], from: number) => {
              const answers: IntakeOutcome[][] = [];
              for (const store of [kept, thinned]) {
                const service = new IntakeService({
                  store,
                  environmentRules: [],
                });
                const outcomes: IntakeOutcome[] = [];
                for (const [at, event] of events.entries()) {
                  outcomes.push(
                    ...(await service.submit([event], {
                      producer: 'ci',
                      now: from + at * 1000,
                    })),
                  );
                }
                answers.push(outcomes);
              }
              expect(answers[1]).toEqual(answers[0]);
            };
            await submit(first, start + day);
            forgotten += await apply(rule, start + 2 * day);
            await submit(second, start + 3 * day);

            expect(await describeRecords(thinned, source, 0)).toEqual(
              await describeRecords(kept, source, 0),
            );

            const since = start + 3 * day;
            const before = await describeRecords(thinned, source, since);
            await apply(recordVersionsRule(thinned), since);
            expect(await describeRecords(thinned, source, 0)).toEqual(before);
          },
        ),
        { numRuns: backing === 'FAKE' ? 100 : 10 },
      );
      expect(forgotten).toBeGreaterThan(0);
    });

    it('leaves alone what is younger than the limit, and what waits for an entity', async () => {
      const store = await createStore();
      const service = new IntakeService({ store, environmentRules: [] });
      const one: Said = {
        subject: '1',
        minute: 1,
        deployment: true,
        named: null,
        version: 'v1',
        finished: true,
        reviewed: null,
      };
      for (const [at, id] of ['a', 'b', 'c'].entries()) {
        await service.submit(
          [
            eventOf(
              { ...one, named: 'component:default/a', minute: at },
              id,
              'ci',
            ),
            eventOf(
              { ...one, deployment: false, minute: at },
              `change ${id}`,
              'ci',
            ),
          ],
          { producer: 'ci', now: start + (at + 1) * day },
        );
      }
      const rule = overtakenEventsRule(store);
      const idsOf = async (kind: 'deployment' | 'change') =>
        (
          await store.events.listBySubject([
            { kind, source: 'ci', subject: '1' },
          ])
        )
          .map(({ id }) => id)
          .sort();

      expect(await apply(rule, start + day)).toBe(0);
      expect(await idsOf('deployment')).toEqual(['a', 'b', 'c']);
      expect(await apply(rule, start + day + 1)).toBe(1);
      expect(await apply(rule, start + 9 * day)).toBe(1);
      expect(await idsOf('deployment')).toEqual(['c']);
      expect(await idsOf('change')).toEqual([
        'change a',
        'change b',
        'change c',
      ]);
    });
  },
);
