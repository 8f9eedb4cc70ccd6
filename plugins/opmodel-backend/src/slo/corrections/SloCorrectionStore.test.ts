import { eachStore } from '../../testing/eachStore';
import {
  budgetStores,
  type BudgetStores,
  cartSlo,
  fillBudgets,
  vaultSlo,
} from '../testing/budgetStores';
import { DAY, HOUR, noon } from '../testing/slos';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

eachStore<BudgetStores>(
  { name: 'SloCorrectionStore', ...budgetStores },
  createStores => {
    it('keeps which spans are left out, and has the windows evaluated anew that they touch', async () => {
      const { corrections, slos } = await fillBudgets(await createStores());
      const one = {
        acceptanceId: 'one',
        sloRef: cartSlo,
        from: noon - HOUR,
        to: noon,
      };
      await corrections.keep(one);
      await corrections.keep({ ...one, from: 0 });
      await corrections.keep({ ...one, acceptanceId: 'two', from: noon - DAY });
      expect(await corrections.list([cartSlo])).toEqual([
        { ...one, acceptanceId: 'two', from: noon - DAY },
        one,
      ]);
      expect(await corrections.list([vaultSlo])).toEqual([]);
      expect(await corrections.drop('one')).toBe(true);
      expect(await corrections.drop('one')).toBe(false);

      const window = (to: number, attainment: number) => ({
        sloRef: cartSlo,
        objective: 0,
        from: to - 30 * DAY,
        to,
        target: 0.99,
        state: 'met' as const,
        attainment,
        good: 1,
        total: 1,
        remaining: 1,
        complete: true,
      });
      const [state] = await slos.evaluations.listStates([cartSlo]);
      const ends = [noon - 2 * DAY, noon - DAY];
      const keep = (attainment: number) =>
        slos.evaluations.keep({
          states: [state],
          windows: ends.map(end => window(end, attainment)),
        });
      const claim = { limit: 1, leaseMs: 1, now: noon };
      const [claimed] = await slos.evaluations.claim(claim);
      await slos.evaluations.settle(
        [{ ...claimed, dueAt: noon + DAY, error: null }],
        { now: noon },
      );
      await keep(0.5);
      await slos.evaluations.request([cartSlo], {
        now: noon + 1,
        from: noon - 36 * HOUR,
      });
      await keep(0.9);
      const kept = await slos.evaluations.listWindows(cartSlo, 0, { limit: 9 });
      expect(kept.map(({ attainment }) => attainment)).toEqual([0.9, 0.5]);
      const again = await slos.evaluations.claim({
        ...claim,
        limit: 9,
        now: noon + 1,
      });
      expect(again.find(({ sloRef }) => sloRef === cartSlo)).toMatchObject({
        evaluatedAt: noon - 36 * HOUR,
      });
    });
  },
);
