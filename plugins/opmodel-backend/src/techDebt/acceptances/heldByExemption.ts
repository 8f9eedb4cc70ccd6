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

/** The exemptions in force that an item was promoted from: it stays accepted while one of them holds. */
export async function listHeldByExemption(
  { origin, entityRefs }: Pick<DebtItem, 'origin' | 'entityRefs'>,
  acceptances: Pick<Acceptances, 'listInForce'>,
): Promise<AcceptanceRecord[]> {
  if (!isOfExemption({ origin })) {
    return [];
  }
  const inForce = await acceptances.listInForce(
    { subject: 'check', entityRefs },
    seesAll,
  );
  return inForce.filter(({ entityRefs: excused, subjectRef }) =>
    excused.some(
      ref =>
        'ref' in origin &&
        origin.ref ===
          suggestionFingerprint('exemption', ref, [subjectRef ?? '']),
    ),
  );
}
