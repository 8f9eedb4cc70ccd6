import type { CheckType } from '../CheckType';

/** It has service level objectives, and they are measured. */
export const sloCoverageCheck: CheckType = {
  id: 'slo-coverage',
  title: 'Has objectives that are measured',
  description:
    'At least so many service level objectives of it are measured; one that was never measured promises nothing',
  parameters: {
    atLeast: {
      kind: 'number',
      description: 'How many; left out: one',
    },
  },
  expand({ atLeast = 1 }) {
    const least = Number(atLeast);
    return Number.isInteger(least) && least >= 1
      ? {
          name:
            least === 1 ? 'Has a measured SLO' : `Has ${least} measured SLOs`,
          expression: `slo.measured >= ${least}`,
          value: 'slo.measured',
          unit: 'SLOs',
          failureMessage: `{{ value }} SLOs of {{ entity.name }} are measured, and ${least} must be`,
          solution:
            'Write an OpenSLO document for what its users depend on most, and connect it to what measures it.',
        }
      : {
          parameter: 'atLeast',
          expected: 'must be a whole number, 1 or more',
        };
  },
};
