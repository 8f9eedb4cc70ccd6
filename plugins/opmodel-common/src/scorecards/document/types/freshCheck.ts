import type { CheckType } from '../CheckType';

/** An instant is not longer ago than a time. */
export const freshCheck: CheckType = {
  id: 'fresh',
  title: 'Something happened recently',
  description: 'The instant that a fact tells is not longer ago than a time',
  parameters: {
    fact: {
      kind: 'fact',
      isRequired: true,
      description: 'Full name of the fact, such as dora.lastDeploymentAt',
    },
    within: {
      kind: 'duration',
      isRequired: true,
      description: 'An ISO 8601 duration, such as P90D',
    },
  },
  expand({ fact, within }) {
    const days = Number((Number(within) / 86_400).toFixed(1));
    return {
      name: `${fact} within ${days} days`,
      expression: `now - ${fact} <= duration("${within}s")`,
      failureMessage: `${fact} is longer ago than ${days} days`,
      solution: `Do again what ${fact} tells of; at least every ${days} days.`,
    };
  },
};
