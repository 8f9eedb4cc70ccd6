import fc from 'fast-check';
import { decideRelease, type ReleaseQuestion } from './decideRelease';
import type { PolicyInForce } from './lookAtPolicy';
import { policyBudget, policyWith } from './testing/policies';

const now = Date.UTC(2026, 2, 2);
const later = now + 3_600_000;
const inForce = (more: Partial<PolicyInForce> = {}): PolicyInForce => ({
  policy: policyWith(),
  budgets: [policyBudget(0.5)],
  exceptedUntil: null,
  ...more,
});
const decide = (
  policies: PolicyInForce[],
  more: Partial<ReleaseQuestion> = {},
) =>
  decideRelease({
    policies,
    risk: 'high',
    breakGlassUntil: null,
    now,
    ...more,
  });
const kindsOf = (verdict: ReturnType<typeof decide>) =>
  verdict.reasons.map(({ kind }) => kind);

describe('decideRelease', () => {
  it('allows a release while the budget lasts', () => {
    expect(decide([inForce()])).toEqual({
      decision: 'allowed',
      open: true,
      mode: 'enforced',
      wouldHold: false,
      reasons: [],
      ruleVersion: 'errorbudgetpolicy:default/payments@1',
      until: null,
    });
  });

  it('allows a release that no policy is about, and says so', () => {
    expect(decide([])).toMatchObject({
      decision: 'allowed',
      open: true,
      mode: 'none',
      ruleVersion: null,
      reasons: [{ kind: 'no_policy', policyRef: null }],
    });
  });

  it('holds risky releases once the budget is exhausted', () => {
    expect(decide([inForce({ budgets: [policyBudget(-0.2)] })])).toEqual({
      decision: 'held',
      open: false,
      mode: 'enforced',
      wouldHold: true,
      reasons: [
        {
          kind: 'budget_exhausted',
          policyRef: 'errorbudgetpolicy:default/payments',
          policyTitle: 'Policy of payments',
          sloRef: 'slo:default/checkout',
          sloTitle: 'Checkout',
          objective: 0,
          values: { remaining: -0.2, threshold: 0 },
        },
      ],
      ruleVersion: 'errorbudgetpolicy:default/payments@1',
      until: null,
    });
  });

  it('knows nothing of a budget that is measured no more, which lifts no freeze either', () => {
    const stale = decide([
      inForce({ budgets: [policyBudget(0.5, { isStale: true })] }),
    ]);
    expect(stale).toMatchObject({ decision: 'unknown', open: true });
    expect(kindsOf(stale)).toEqual(['no_data']);
    expect(
      decide([
        inForce({
          policy: policyWith({ closedWhenUnknown: true }),
          budgets: [policyBudget(0.5, { isStale: true })],
        }),
      ]),
    ).toMatchObject({ decision: 'unknown', open: false, wouldHold: true });
    expect(
      decide([inForce({ budgets: [policyBudget(-0.2, { isStale: true })] })])
        .decision,
    ).toBe('held');
  });

  it('lets those of low risk pass a freeze, and not what requires an approval', () => {
    const exhausted = { budgets: [policyBudget(-0.2)] };
    const frozen = decide([inForce(exhausted)], { risk: 'low' });
    expect(frozen).toMatchObject({ decision: 'allowed', wouldHold: false });
    expect(kindsOf(frozen)).toEqual(['low_risk']);
    const policy = policyWith({
      thresholds: [{ remaining: 0.5, consequences: ['require_approval'] }],
    });
    const toApprove = decide(
      [inForce({ policy, budgets: [policyBudget(0.4)] })],
      { risk: 'low' },
    );
    expect(toApprove.decision).toBe('held');
    expect(kindsOf(toApprove)).toEqual(['approval_required']);
  });

  it('says that a budget is low where the threshold is above nothing', () => {
    const policy = policyWith({
      thresholds: [{ remaining: 0.1, consequences: ['freeze_risky_releases'] }],
    });
    expect(
      kindsOf(decide([inForce({ policy, budgets: [policyBudget(0.1)] })])),
    ).toEqual(['budget_low']);
  });

  it('only tells what it would do in shadow mode', () => {
    const shadow = policyWith({ mode: 'shadow' });
    const verdict = decide([
      inForce({ policy: shadow, budgets: [policyBudget(-1)] }),
    ]);
    expect(verdict).toMatchObject({
      decision: 'allowed',
      open: true,
      mode: 'shadow',
      wouldHold: true,
    });
    expect(kindsOf(verdict)).toEqual(['budget_exhausted', 'shadow']);
  });

  it('is unknown without data: open, unless the policy says closed', () => {
    const noData = { budgets: [policyBudget(null), policyBudget(0.5)] };
    const open = decide([inForce(noData)]);
    expect(open).toMatchObject({
      decision: 'unknown',
      open: true,
      wouldHold: false,
    });
    expect(kindsOf(open)).toEqual(['no_data']);
    const closed = policyWith({ closedWhenUnknown: true });
    expect(decide([inForce({ ...noData, policy: closed })])).toMatchObject({
      decision: 'unknown',
      open: false,
      wouldHold: true,
    });
    const shadow = policyWith({ closedWhenUnknown: true, mode: 'shadow' });
    expect(decide([inForce({ ...noData, policy: shadow })])).toMatchObject({
      decision: 'unknown',
      open: true,
      wouldHold: true,
    });
  });

  it('is unknown where there is no objective to look at', () => {
    const verdict = decide([inForce({ budgets: [] })]);
    expect(verdict.decision).toBe('unknown');
    expect(kindsOf(verdict)).toEqual(['no_objective']);
  });

  it('needs no data of a policy that holds no releases', () => {
    const policy = policyWith({
      thresholds: [{ remaining: 0.5, consequences: ['attention'] }],
    });
    expect(
      decide([inForce({ policy, budgets: [policyBudget(null)] })]),
    ).toMatchObject({ decision: 'allowed', reasons: [] });
  });

  it('neither holds nor is unsure by a budget that is too thin to grade', () => {
    const thin = policyBudget(-5, { state: 'thin' });
    expect(decide([inForce({ budgets: [thin] })])).toMatchObject({
      decision: 'allowed',
      reasons: [],
    });
  });

  it('holds for what is known, whatever else is not', () => {
    const budgets = [policyBudget(null), policyBudget(-1)];
    expect(decide([inForce({ budgets })])).toMatchObject({
      decision: 'held',
      reasons: [{ kind: 'budget_exhausted' }],
    });
  });

  it('is lifted by an exception until it ends', () => {
    const exhausted = { budgets: [policyBudget(-1)] };
    const excepted = decide([inForce({ ...exhausted, exceptedUntil: later })]);
    expect(excepted).toMatchObject({ decision: 'allowed', wouldHold: false });
    expect(excepted.reasons[1]).toMatchObject({
      kind: 'excepted',
      values: { until: '2026-03-02T01:00:00.000Z' },
    });
    expect(
      decide([inForce({ ...exhausted, exceptedUntil: now })]).decision,
    ).toBe('held');
  });

  it('is lifted by broken glass, and still says what it would have held', () => {
    const exhausted = [inForce({ budgets: [policyBudget(-1)] })];
    const broken = decide(exhausted, { breakGlassUntil: later });
    expect(broken).toMatchObject({
      decision: 'allowed',
      open: true,
      wouldHold: true,
    });
    expect(kindsOf(broken)).toEqual(['break_glass', 'budget_exhausted']);
    expect(decide(exhausted, { breakGlassUntil: now }).decision).toBe('held');
    const closed = policyWith({ closedWhenUnknown: true });
    expect(
      decide([inForce({ policy: closed, budgets: [] })], {
        breakGlassUntil: later,
      }).open,
    ).toBe(true);
  });

  it('says when it is worth to ask again, where windows of the calendar end', () => {
    const ending = (windowEndsAt: number | null) =>
      policyBudget(-1, { windowEndsAt });
    const untilOf = (...ends: (number | null)[]) =>
      decide([inForce({ budgets: ends.map(ending) })]).until;
    expect(untilOf(later, later + 1)).toBe(later + 1);
    expect(untilOf(later, null)).toBeNull();
  });

  it('names the versions of all rules that it was decided by', () => {
    const other = policyWith({ version: '7' }, 'checkout');
    expect(decide([inForce(), inForce({ policy: other })]).ruleVersion).toBe(
      'errorbudgetpolicy:default/checkout@7 errorbudgetpolicy:default/payments@1',
    );
  });
});

describe('a gate', () => {
  const somePolicies = fc.array(
    fc
      .record({
        remaining: fc.array(
          fc.option(fc.constantFrom(-1, 0, 0.1, 0.5, 1), { nil: null }),
          { maxLength: 3 },
        ),
        enforced: fc.boolean(),
        closed: fc.boolean(),
        excepted: fc.boolean(),
      })
      .map(({ remaining, enforced, closed, excepted }) =>
        inForce({
          policy: policyWith({
            mode: enforced ? 'enforced' : 'shadow',
            closedWhenUnknown: closed,
          }),
          budgets: remaining.map(share => policyBudget(share)),
          exceptedUntil: excepted ? later : null,
        }),
      ),
    { maxLength: 3 },
  );

  it('is closed only by an enforced policy, and open to whoever broke the glass', () => {
    fc.assert(
      fc.property(somePolicies, policies => {
        const verdict = decide(policies);
        const enforced = policies.some(
          ({ policy }) => policy.spec.mode === 'enforced',
        );
        expect(verdict.open || enforced).toBe(true);
        expect(verdict.open || verdict.wouldHold).toBe(true);
        expect(verdict.decision === 'held').toBe(
          !verdict.open && verdict.decision !== 'unknown',
        );
        expect(decide(policies, { breakGlassUntil: later }).open).toBe(true);
      }),
    );
  });

  it('says the same in whichever order policies come', () => {
    fc.assert(
      fc.property(somePolicies, policies => {
        const { reasons, ...verdict } = decide(policies);
        const { reasons: others, ...reversed } = decide(
          [...policies].reverse(),
        );
        expect(reversed).toEqual(verdict);
        expect(others).toHaveLength(reasons.length);
      }),
    );
  });
});
