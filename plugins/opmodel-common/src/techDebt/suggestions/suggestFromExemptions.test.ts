import fc from 'fast-check';
import {
  type ExemptionInput,
  suggestFromExemptions,
} from './suggestFromExemptions';

function exemptionWith(given: Partial<ExemptionInput> = {}): ExemptionInput {
  return {
    id: 'acceptance-1',
    entityRef: 'component:default/cart',
    checkRef: 'scorecard:default/readiness#has-runbook',
    checkName: 'Has a runbook',
    checkCategory: 'Documentation',
    state: 'approved',
    riskLevel: 'medium',
    reason: 'The runbook is being <b>rewritten</b>',
    expiresOn: '2026-12-31',
    approvedAt: Date.UTC(2026, 8, 1),
    verdict: 'exempt',
    ...given,
  };
}

describe('suggestFromExemptions', () => {
  it('makes accepted debt of an approved exemption', () => {
    const [suggestion, ...others] = suggestFromExemptions([exemptionWith()]);
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({
      source: 'exemption',
      title: 'Exempt from: Has a runbook',
      category: 'documentation',
      severity: 'medium',
      since: Date.UTC(2026, 8, 1),
      links: [
        { type: 'exemption', ref: 'acceptance-1' },
        { type: 'check', ref: 'scorecard:default/readiness#has-runbook' },
      ],
    });
    expect(suggestion.description).toContain('until 2026-12-31');
    expect(suggestion.description).toContain('\\<b\\>rewritten');
    expect(suggestion.evidence).toContainEqual({
      type: 'day',
      name: 'expiresOn',
      value: '2026-12-31',
    });
  });

  it('says of an expired one that nobody accepts it any more', () => {
    const [suggestion] = suggestFromExemptions([
      exemptionWith({ state: 'expired', verdict: 'failed' }),
    ]);
    expect(suggestion.title).toBe('Exemption expired: Has a runbook');
  });

  it.each([
    [{ state: 'requested' }],
    [{ state: 'denied' }],
    [{ state: 'revoked' }],
    [{ state: 'withdrawn' }],
    [{ state: 'lapsed' }],
    [{ state: 'expired', verdict: 'passed' }],
    [{ state: 'expired', verdict: 'warning' }],
    [{ state: 'expired', verdict: 'not_applicable' }],
  ] as const)('makes nothing of %p', given => {
    expect(suggestFromExemptions([exemptionWith(given)])).toEqual([]);
  });

  it('still tells it where nothing is known of the check', () => {
    for (const verdict of [null, 'not_reported', 'error'] as const) {
      expect(
        suggestFromExemptions([exemptionWith({ state: 'expired', verdict })]),
      ).toHaveLength(1);
    }
  });

  it('knows a renewed one again, of which the one that holds counts', () => {
    const over = exemptionWith({ id: 'a', state: 'expired' });
    const renewed = exemptionWith({ id: 'b', expiresOn: '2026-11-30' });
    const found = suggestFromExemptions([over, renewed]);
    expect(found).toEqual(suggestFromExemptions([renewed, over]));
    expect(found[0].links[0]).toMatchObject({ ref: 'b' });
    expect(found[0].fingerprint).toBe(
      suggestFromExemptions([over])[0].fingerprint,
    );
  });

  it('comes to the same in any order', () => {
    const anyExemption = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        checkRef: fc.constantFrom('scorecard:x/y#a', 'scorecard:x/y#b'),
        state: fc.constantFrom('approved', 'expired', 'revoked'),
        expiresOn: fc.constantFrom(null, '2026-01-01', '2026-06-01'),
      })
      .map(given => exemptionWith(given as Partial<ExemptionInput>));
    fc.assert(
      fc.property(
        fc.uniqueArray(anyExemption, { selector: ({ id }) => id }),
        exemptions => {
          const inOrder = suggestFromExemptions(exemptions);
          const reversed = suggestFromExemptions([...exemptions].reverse());
          expect(new Set(reversed)).toEqual(new Set(inOrder));
        },
      ),
    );
  });
});
