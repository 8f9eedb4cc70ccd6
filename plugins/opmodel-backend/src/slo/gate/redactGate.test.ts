import type { ReleaseGateReason } from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import { redactGate } from './redactGate';

const policyRef = 'errorbudgetpolicy:default/payments';

const reasonOf = (sloRef: string, remaining: number): ReleaseGateReason => ({
  kind: 'budget_exhausted',
  policyRef,
  policyTitle: 'Payments',
  sloRef,
  sloTitle: sloRef,
  objective: 0,
  values: { remaining, threshold: 0 },
});

const answer = {
  reasons: [
    reasonOf('slo:default/open', -1),
    reasonOf('slo:default/hidden', -2),
    reasonOf('slo:default/hidden-too', -3),
  ],
  ruleVersion: `${policyRef}@1`,
};

const some = { type: 'condition' } as unknown as Visibility;

const redactFor = (visible: string[]) =>
  redactGate(
    answer,
    {
      existingRefs: async refs =>
        new Set([...refs].filter(ref => visible.includes(ref))),
    },
    some,
  );

describe('redactGate', () => {
  it('names what may be seen, and says neither what else holds nor how much of it', async () => {
    expect(await redactFor([policyRef, 'slo:default/open'])).toEqual({
      reasons: [
        answer.reasons[0],
        {
          ...answer.reasons[1],
          sloRef: null,
          sloTitle: null,
          objective: null,
          values: {},
        },
      ],
      ruleVersion: `${policyRef}@1`,
    });
  });

  it('says of a hidden policy that something holds', async () => {
    expect(await redactFor([])).toMatchObject({
      reasons: [{ kind: 'budget_exhausted', policyRef: null, sloRef: null }],
      ruleVersion: null,
    });
  });
});
