import {
  decideRelease,
  evaluatePolicy,
  type PolicyBudget,
  readErrorBudgetPolicy,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const page = readFileSync(
  resolve(__dirname, '../../../../../docs/error-budget-policy.md'),
  'utf8',
);
const document = parse(/```yaml\n([\s\S]*?)```/.exec(page)![1]);
const spec = readErrorBudgetPolicy(document.spec)!;

const budget = (remaining: number): PolicyBudget => ({
  sloRef: 'slo:default/checkout',
  sloTitle: 'Checkout',
  objective: 0,
  state: remaining <= 0 ? 'exhausted' : 'met',
  remaining,
  windowEndsAt: null,
});

describe('the example of the page on error budget policies', () => {
  it('is read as it is meant', () => {
    expect(spec).toEqual({
      owner: 'group:default/payments',
      appliesTo: ['system:default/payments'],
      tiers: ['1', '2'],
      thresholds: [
        { remaining: 0.25, consequences: ['attention'] },
        { remaining: 0, consequences: ['debt', 'freeze_risky_releases'] },
        { remaining: -0.5, consequences: ['require_approval'] },
      ],
      approvals: [
        {
          role: 'reliability',
          approvedBy: 'user:default/ada',
          approvedOn: '2026-06-01',
        },
        {
          role: 'product',
          approvedBy: 'user:default/bo',
          approvedOn: '2026-06-03',
        },
      ],
      mode: 'shadow',
      closedWhenUnknown: false,
      version: '1',
    });
  });

  it.each([
    [0.3, []],
    [0.25, ['attention']],
    [0, ['attention', 'debt', 'freeze_risky_releases']],
    [-0.6, ['attention', 'debt', 'freeze_risky_releases', 'require_approval']],
  ])('brings about with %d of the budget left: %j', (remaining, kinds) => {
    expect(
      evaluatePolicy(spec, [budget(remaining)]).map(({ kind }) => kind),
    ).toEqual(kinds);
  });

  it('holds nothing as long as it only watches, and says what it would', () => {
    const policy = { ref: 'errorbudgetpolicy:default/payments', title: 'P' };
    const ask = (mode: 'shadow' | 'enforced') =>
      decideRelease({
        policies: [
          {
            policy: { ...policy, spec: { ...spec, mode } },
            budgets: [budget(0)],
            exceptedUntil: null,
          },
        ],
        risk: 'high',
        breakGlassUntil: null,
        now: 0,
      });
    expect(ask('shadow')).toMatchObject({
      decision: 'allowed',
      wouldHold: true,
    });
    expect(ask('enforced')).toMatchObject({ decision: 'held', open: false });
  });
});
