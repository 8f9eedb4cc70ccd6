import type { Acceptances } from '../../acceptances/Acceptances';
import type { Evaluator } from './Evaluator';
import type { ResultStore } from './ResultStore';

/** Evaluates what an exemption covers as soon as anything becomes of it: it was approved, it was denied, it ran out. */
export function listenToExemptions(options: {
  acceptances: Pick<Acceptances, 'onChanged'>;
  evaluator: Pick<Evaluator, 'workOff'>;
  results: Pick<ResultStore, 'addWork'>;
  /** Epoch milliseconds. */
  clock: () => number;
}): void {
  const { acceptances, evaluator, results, clock } = options;
  acceptances.onChanged('check', async ({ subjectRef, entityRefs }) => {
    const [scorecardRef, checkId] = (subjectRef ?? '').split('#');
    await results.addWork(
      entityRefs.map(entityRef => ({
        entityRef,
        scorecardRef,
        checks: [checkId],
      })),
      { now: clock() },
    );
    await evaluator.workOff();
  });
}
