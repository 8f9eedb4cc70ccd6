import type { EvaluatedSlo } from './EvaluatedSlo';
import type { SloObjectiveState } from './SloEvaluationStore';
import { tellChangedStandings } from './tellChangedStandings';

const now = Date.UTC(2026, 10, 2, 12);

const stateOf = (
  sloRef: string,
  given: Partial<SloObjectiveState> = {},
): SloObjectiveState =>
  ({
    sloRef,
    objective: 0,
    state: 'met',
    alertState: null,
    remaining: 0.9,
    ...given,
  } as SloObjectiveState);

const evaluatedOf = (
  ref: string,
  entityRef: string | null,
  before: SloObjectiveState[],
) => ({ definition: { ref, entityRef }, before } as unknown as EvaluatedSlo);

describe('telling of SLOs that stand otherwise', () => {
  const a = 'component:default/a';
  const b = 'component:default/b';

  /** Of whom is told. */
  const toldOf = async (
    evaluated: EvaluatedSlo[],
    after: SloObjectiveState[],
  ) => {
    const onFigures = jest.fn();
    await tellChangedStandings({
      evaluations: {
        listStates: async refs =>
          after.filter(({ sloRef }) => refs.includes(sloRef)),
      },
      onFigures,
    })(evaluated, { now });
    return onFigures.mock.calls.flat();
  };

  it('tells of another state, of another state of an alert, and of the first', async () => {
    const told = await toldOf(
      [
        evaluatedOf('slo:x/state', a, [stateOf('slo:x/state')]),
        evaluatedOf('slo:x/alert', b, [stateOf('slo:x/alert')]),
        evaluatedOf('slo:x/first', a, []),
      ],
      [
        stateOf('slo:x/state', { state: 'exhausted' }),
        stateOf('slo:x/alert', { alertState: 'firing' }),
        stateOf('slo:x/first', { state: 'no_data' }),
      ],
    );
    expect(told).toEqual([[a, b]]);
  });

  it('tells nobody of a budget that has moved a little, in whatever order objectives are read', async () => {
    const ref = 'slo:x/two';
    const first = stateOf(ref);
    const second = stateOf(ref, { objective: 1, state: 'at_risk' });
    expect(
      await toldOf(
        [evaluatedOf(ref, a, [second, first])],
        [{ ...first, remaining: 0.89 }, second],
      ),
    ).toEqual([]);
  });

  it('tells of nothing where an SLO measures no entity', async () => {
    const ref = 'slo:x/free';
    expect(await toldOf([evaluatedOf(ref, null, [])], [stateOf(ref)])).toEqual(
      [],
    );
  });
});
