import { definitionOf, objectiveOf } from '../testing/slos';
import { objectiveAt } from './EvaluationPlan';
import { COMPOSITE_OBJECTIVE } from './SloEvaluationStore';

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
