import { eachStore } from '../../testing/eachStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { FakeSloStore } from '../FakeSloStore';
import type { SloStore } from '../SloStore';
import { DAY, definedOf, definitionOf, HOUR, noon } from '../testing/slos';

const a = 'slo:default/a';
const b = 'slo:default/b';

eachStore<SloStore>(
  {
    name: 'SloBackfillStore',
    fake: () => new FakeSloStore(),
    database: knex => new DatabaseSloStore(knex),
  },
  createStore => {
    it('knows what is to be measured backwards, and what of it is asked for anew meanwhile', async () => {
      const { backfills, definitions } = await createStore();
      const define = (ref: string, objectives: number[], from: number) =>
        definitions.apply(
          {
            defined: [
              definedOf(definitionOf(ref), { backfill: { objectives, from } }),
            ],
            mended: [],
            removed: [],
          },
          { now: noon },
        );
      const of = (sloRef: string, objective: number, from: number) => ({
        sloRef,
        objective,
        from,
      });
      await define(b, [0], noon - DAY);
      await define(a, [2, 1], noon - DAY);
      expect(await backfills.list([b, a])).toEqual([
        of(a, 1, noon - DAY),
        of(a, 2, noon - DAY),
        of(b, 0, noon - DAY),
      ]);
      expect(await backfills.list([b])).toHaveLength(1);
      await backfills.settle([]);
      await backfills.settle([
        { ...of(a, 1, noon - DAY), next: noon - HOUR },
        { ...of(a, 2, noon - DAY), next: null },
      ]);
      expect(await backfills.list([a])).toEqual([of(a, 1, noon - HOUR)]);

      // Somebody measured it by what was asked before.
      await define(a, [1], noon - 2 * DAY);
      await backfills.settle([{ ...of(a, 1, noon - HOUR), next: null }]);
      expect(await backfills.list([a])).toEqual([of(a, 1, noon - 2 * DAY)]);
    });
  },
);
