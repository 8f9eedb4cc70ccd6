import {
  type DebtItem,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import { seesAll } from '../../catalog/Visibility';

/** Whether an item was promoted from an exemption of a check, which is debt that somebody accepted there. */
export function isOfExemption({ origin }: Pick<DebtItem, 'origin'>): boolean {
  return origin.type === 'suggestion' && origin.source === 'exemption';
}

/**
 * Reads once, for some items, which exemptions in force they were promoted from: each of them stays accepted while one of its own holds.
 *
 * @returns the exemptions of one of these items
 */
export async function readHeldByExemption(
  items: readonly Pick<DebtItem, 'origin' | 'entityRefs'>[],
  acceptances: Pick<Acceptances, 'listInForce'>,
): Promise<(item: Pick<DebtItem, 'origin'>) => AcceptanceRecord[]> {
  const promoted = items.filter(isOfExemption);
  if (promoted.length === 0) {
    return () => [];
  }
  const inForce = await acceptances.listInForce(
    {
      subject: 'check',
      entityRefs: [
        ...new Set(promoted.flatMap(({ entityRefs }) => entityRefs)),
      ],
    },
    seesAll,
  );
  const byOrigin = new Map<string, AcceptanceRecord[]>();
  for (const record of inForce) {
    for (const ref of new Set(record.entityRefs)) {
      const origin = suggestionFingerprint('exemption', ref, [
        record.subjectRef ?? '',
      ]);
      byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), record]);
    }
  }
  return ({ origin }) =>
    isOfExemption({ origin }) && 'ref' in origin
      ? byOrigin.get(origin.ref) ?? []
      : [];
}
