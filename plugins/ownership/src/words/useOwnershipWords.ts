import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OwnershipGap,
  OwnershipReviewState,
  OwnershipRung,
  OwnershipRungId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useKindName } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTranslationRef } from '../translation';

/** What the parts of ownership are called, the same on every page. */
export interface OwnershipWords {
  rung: Record<OwnershipRungId, string>;
  rungState: Record<OwnershipRung['state'], string>;
  gap: Record<OwnershipGap, string>;
  reviewState: Record<OwnershipReviewState, string>;
  /** A kind of the catalog, in any case; one of another plugin is called as it is written. */
  kind(kind: string): string;
}

/** The words of ownership in the language of the app. */
export function useOwnershipWords(): OwnershipWords {
  const { t } = useTranslationRef(ownershipTranslationRef);
  const kind = useKindName();
  return {
    rung: {
      owner_set: t('rung.ownerSet'),
      owner_resolves: t('rung.ownerResolves'),
      owner_is_group: t('rung.ownerIsGroup'),
      has_members: t('rung.hasMembers'),
      has_contact: t('rung.hasContact'),
      has_escalation: t('rung.hasEscalation'),
      reviewed: t('rung.reviewed'),
    },
    rungState: {
      reached: t('rungState.reached'),
      missing: t('rungState.missing'),
      blocked: t('rungState.blocked'),
      unknown: t('rungState.unknown'),
    },
    gap: {
      unowned: t('gap.unowned'),
      dangling_owner: t('gap.danglingOwner'),
      owner_is_user: t('gap.ownerIsUser'),
      empty_team: t('gap.emptyTeam'),
      single_member_team: t('gap.singleMemberTeam'),
      owner_without_contact: t('gap.ownerWithoutContact'),
      owner_without_escalation: t('gap.ownerWithoutEscalation'),
      review_overdue: t('gap.reviewOverdue'),
    },
    reviewState: {
      verified: t('review.verified'),
      due: t('review.due'),
      overdue: t('review.overdue'),
      never: t('review.never'),
    },
    kind,
  };
}
