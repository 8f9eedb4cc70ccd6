import { definitionOf, MINUTE, noon, objectiveOf } from '../testing/slos';
import { objectiveAt, planEvaluation } from './EvaluationPlan';
import { COMPOSITE_OBJECTIVE } from './SloEvaluationStore';

describe('planEvaluation', () => {
  it.each([
    [60, 5, 10],
    [300, 5, 10],
    [900, 0, 15],
  ])(
    'leaves out whole slices of %d seconds, and the buckets that hold them',
    (timeSliceSeconds, from, to) => {
      const plan = planEvaluation(
        {
          slo: {
            definition: definitionOf('slo:default/a', {
              budgetingMethod: 'Timeslices',
              objectives: [objectiveOf({ timeSliceSeconds })],
            }),
            sourceType: 'toy',
            countsFrom: null,
            state: null,
            definedAt: noon,
            removedAt: null,
          },
          measuredUntil: noon + 60 * MINUTE,
          judgedUntil: null,
          corrections: [{ from: noon + 6 * MINUTE, to: noon + 8 * MINUTE }],
          openWindows: [],
        },
        [0],
        { zone: 'UTC', now: noon + 60 * MINUTE },
      );
      expect(plan.objectives[0].excluded).toEqual([
        { from: noon + from * MINUTE, to: noon + to * MINUTE },
      ]);
    },
  );
});

describe('objectiveAt', () => {
  const definition = definitionOf('slo:default/a', {
    composite: true,
    objectives: [
      objectiveOf({ target: 0.99, timeSliceSeconds: 900 }),
      objectiveOf({ index: 2, target: 0.999, timeSliceSeconds: 900 }),
    ],
  });

  it('finds objectives by their places in the document', () => {
    expect(objectiveAt(definition, 2)).toBe(definition.objectives[1]);
  });

  it('judges a composite as a whole by the strictest target', () => {
    expect(objectiveAt(definition, COMPOSITE_OBJECTIVE)).toMatchObject({
      target: 0.999,
      timeSliceSeconds: 900,
    });
  });
});
