import type { RuleBreach } from './RuleBreach';

const condition = ['spec', 'condition'];

/** Breaches of the rules of alert policies and conditions. */
export const alertBreaches: RuleBreach[] = [
  [
    'condition-missing',
    'policy',
    ['spec', 'conditions'],
    [],
    'spec.conditions',
  ],
  [
    'condition-count',
    'policy',
    ['spec', 'conditions', 1],
    { conditionRef: 'slow' },
    'spec.conditions',
  ],
  [
    'condition-kind',
    'condition',
    [...condition, 'kind'],
    undefined,
    'spec.condition.kind',
  ],
  [
    'condition-kind',
    'condition',
    [...condition, 'kind'],
    'BurnRate',
    'spec.condition.kind',
  ],
  [
    'condition-operator',
    'condition',
    [...condition, 'op'],
    undefined,
    'spec.condition.op',
  ],
  [
    'condition-operator-direction',
    'condition',
    [...condition, 'op'],
    'lte',
    'spec.condition.op',
  ],
  [
    'alert-after',
    'conditionOfV2alpha',
    [...condition, 'alertAfter'],
    undefined,
    'spec.condition.alertAfter',
  ],
  [
    'notification-target-missing',
    'policy',
    ['spec', 'notificationTargets'],
    undefined,
    'spec.notificationTargets',
  ],
];
