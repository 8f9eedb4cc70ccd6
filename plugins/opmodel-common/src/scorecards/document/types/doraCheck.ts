import { celOf, type CheckType } from '../CheckType';

interface DoraMetric {
  title: string;
  unit: string;
  solution: string;
}

const metrics: Readonly<Record<string, DoraMetric>> = {
  changeLeadTime: {
    title: 'Change lead time',
    unit: 's',
    solution:
      'Make changes smaller, review them sooner, and automate what lies between merging and production.',
  },
  deploymentFrequency: {
    title: 'Deployment frequency',
    unit: 'per week',
    solution:
      'Deploy smaller changes as they are merged, and automate the way to production.',
  },
  changeFailRate: {
    title: 'Change fail rate',
    unit: 'ratio',
    solution:
      'Make changes smaller, test what failed last, and release gradually.',
  },
  failedDeploymentRecoveryTime: {
    title: 'Failed deployment recovery time',
    unit: 's',
    solution:
      'Detect failures within minutes, and roll back before looking for the cause.',
  },
  deploymentReworkRate: {
    title: 'Deployment rework rate',
    unit: 'ratio',
    solution:
      'Look at what the unplanned deployments mended, and test for it before.',
  },
};

/** A DORA metric stays within a bound. */
export const doraCheck: CheckType = {
  id: 'dora',
  title: 'A DORA metric stays within a bound',
  description:
    'One of the five metrics of software delivery is at most or at least a value',
  parameters: {
    metric: {
      kind: 'text',
      isRequired: true,
      words: Object.keys(metrics),
      description: 'Which metric',
    },
    atMost: {
      kind: 'measure',
      description:
        'The upper bound: a number, or for times an ISO 8601 duration such as P7D',
    },
    atLeast: {
      kind: 'measure',
      description: 'The lower bound, likewise',
    },
  },
  expand({ metric, atMost, atLeast }) {
    if ((atMost === undefined) === (atLeast === undefined)) {
      return {
        parameter: 'atMost',
        expected: 'must be there, or atLeast, and not both',
      };
    }
    const { title, unit, solution } = metrics[String(metric)];
    const [operator, bound, words] =
      atMost === undefined
        ? ['>=', atLeast!, 'at least']
        : ['<=', atMost, 'at most'];
    const printed =
      unit === 's' ? `${Number((Number(bound) / 3_600).toFixed(1))} h` : bound;
    return {
      name: `${title}: ${words} ${printed}`,
      expression: `dora.${metric} ${operator} ${celOf(bound)}`,
      value: `dora.${metric}`,
      unit,
      failureMessage: `${title} is {{ value }} ${unit}`,
      solution,
    };
  },
};
