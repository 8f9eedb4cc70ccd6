import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipRung } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipLadderTranslationRef } from '../../translations/ladder';

type Value = OwnershipRung['values'][string] | undefined;

/** What was found at a rung, in a sentence. */
export function useRungEvidence(): (rung: OwnershipRung) => string {
  const { t } = useTranslationRef(ownershipLadderTranslationRef);
  const formats = useFormats();
  const describeEscalation = (kind: Value, source: string) => {
    switch (kind) {
      case 'document':
        return t('evidence.escalationDocument', { source });
      case 'team_api':
        return t('evidence.escalationTeamApi', { source });
      case 'annotation':
        return t('evidence.escalationAnnotation', { source });
      case 'on_call':
        return t('evidence.escalationOnCall', { source });
      default:
        return t('evidence.noEscalation');
    }
  };
  const describeReview = (reached: boolean, values: OwnershipRung['values']) =>
    typeof values.verifiedAt === 'string'
      ? t(reached ? 'evidence.verified' : 'evidence.expired', {
          verified: formats.relative(values.verifiedAt),
          expires: formats.instant(asText(values.expiresAt)),
        })
      : t('evidence.neverVerified');

  return ({ id, state, values }) => {
    if (state === 'blocked' || state === 'unknown') {
      return t(`evidence.${state}`);
    }
    const reached = state === 'reached';
    const owner = asText(values.ownerRef);
    switch (id) {
      case 'owner_set':
        return reached ? t('evidence.owner', { owner }) : t('evidence.noOwner');
      case 'owner_resolves':
        return t(reached ? 'evidence.exists' : 'evidence.dangling', { owner });
      case 'owner_is_group':
        return t(reached ? 'evidence.group' : 'evidence.notGroup', { owner });
      case 'has_members':
        return t('evidence.members', {
          count: asNumber(values.members),
          minimum: String(asNumber(values.minimum)),
        });
      case 'has_contact':
        return reached
          ? t('evidence.contacts', { count: asNumber(values.contacts) })
          : t('evidence.noContact');
      case 'has_escalation':
        return describeEscalation(values.source, asText(values.sourceRef));
      case 'reviewed':
        return describeReview(reached, values);
      default:
        throw new TypeError(`Unknown rung '${id satisfies never}'`);
    }
  };
}

function asText(value: Value): string {
  return typeof value === 'string' ? value : '';
}

function asNumber(value: Value): number {
  return typeof value === 'number' ? value : 0;
}
