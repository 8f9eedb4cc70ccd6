import type { PolicyConsequence } from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import type { PolicyExceptions } from './PolicyExceptions';
import type { NamedConsequence } from './SloPolicyStore';

/** Consequences with whether what they are about is excepted from their policy. */
export async function describeConsequences(
  consequences: readonly NamedConsequence[],
  exceptions: Pick<PolicyExceptions, 'listInForce' | 'isFrom'>,
): Promise<PolicyConsequence[]> {
  const inForce = await exceptions.listInForce(
    consequences.flatMap(({ entityRef }) => entityRef ?? []),
  );
  return consequences.map(one => ({
    id: one.id,
    kind: one.kind,
    policyRef: one.policyRef,
    sloRef: one.sloRef,
    sloTitle: one.sloTitle,
    objective: one.objective,
    threshold: one.threshold,
    remaining: one.remaining,
    since: toInstant(one.since),
    until: toInstant(one.until),
    mode: one.mode,
    excepted: inForce.some(
      of =>
        exceptions.isFrom(one.policyRef, of) &&
        of.entityRefs.includes(one.entityRef ?? ''),
    ),
  }));
}
