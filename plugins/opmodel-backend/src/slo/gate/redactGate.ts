import type { ReleaseGateReason } from '@opmodel/backstage-plugin-opmodel-common';
import { isEqual, uniqWith } from 'lodash';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';

/** What of an answer names documents and people. */
interface NamingAnswer {
  reasons: ReleaseGateReason[];
  ruleVersion: string | null;
  approvers?: { ref: string; title: string }[];
}

/**
 * An answer of the gate without the names of what a caller may not see. That a release is held, and what kind of reason holds it, is told to
 * whoever may see the entity.
 */
export async function redactGate<T extends NamingAnswer>(
  answer: T,
  catalog: Pick<CatalogStore, 'existingRefs'>,
  visibility: Visibility,
): Promise<T> {
  if (visibility.type === 'all') {
    return answer;
  }
  const { reasons, ruleVersion, approvers } = answer;
  const versions = ruleVersion?.split(' ') ?? [];
  const seen = await catalog.existingRefs(
    [
      ...reasons.flatMap(({ policyRef, sloRef }) => [
        ...(policyRef === null ? [] : [policyRef]),
        ...(sloRef === null ? [] : [sloRef]),
      ]),
      ...versions.map(policyOf),
      ...(approvers ?? []).map(({ ref }) => ref),
    ],
    visibility,
  );
  const shown = versions.filter(version => seen.has(policyOf(version)));
  return {
    ...answer,
    // Once each, since their number would tell how much is hidden.
    reasons: uniqWith(
      reasons.map(reason => redact(reason, seen)),
      isEqual,
    ),
    ruleVersion: shown.length > 0 ? shown.join(' ') : null,
    ...(approvers && {
      approvers: approvers.filter(({ ref }) => seen.has(ref)),
    }),
  };
}

function redact(
  reason: ReleaseGateReason,
  seen: ReadonlySet<string>,
): ReleaseGateReason {
  const hidesPolicy = reason.policyRef !== null && !seen.has(reason.policyRef);
  const hidesSlo = reason.sloRef !== null && !seen.has(reason.sloRef);
  return {
    ...reason,
    ...(hidesPolicy && { policyRef: null, policyTitle: null }),
    ...(hidesSlo && { sloRef: null, sloTitle: null, objective: null }),
    ...((hidesPolicy || hidesSlo) && { values: {} }),
  };
}

/** The ref in `errorbudgetpolicy:default/payments@3`. */
function policyOf(version: string): string {
  return version.slice(0, version.indexOf('@'));
}
