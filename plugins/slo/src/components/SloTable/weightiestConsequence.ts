import type {
  ConsequenceKind,
  PolicyConsequence,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Consequences in the order of how much they stand in the way of a release. */
const kinds: readonly ConsequenceKind[] = [
  'freeze_risky_releases',
  'require_approval',
  'debt',
  'attention',
];

/** What of all that policies bring about for an SLO weighs most: what is in force before what only would be, and what is excepted last. */
export function weightiestConsequence({
  consequences,
}: Pick<SloStatus, 'consequences'>): PolicyConsequence | undefined {
  const force = ({ excepted, mode }: PolicyConsequence) =>
    (excepted ? 2 : 0) + (mode === 'shadow' ? 1 : 0);
  return [...consequences].sort(
    (one, other) =>
      force(one) - force(other) ||
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind),
  )[0];
}
