import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OwnershipGap,
  OwnershipReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { ownershipLadderTranslationRef } from '../../translations/ladder';
import {
  contactSnippet,
  escalationSnippet,
  membershipSnippet,
  ownerSnippet,
} from './remedySnippets';

/** What closes a gap. */
export interface Remedy {
  text: string;
  /** To be copied into a catalog-info.yaml, where that is the remedy. */
  snippet?: string;
}

/** What closes the gaps of an entity, with its own names filled in. */
export function useRungRemedy(
  report: Pick<OwnershipReport, 'entity' | 'owners' | 'suggestions'>,
): (gap: OwnershipGap) => Remedy {
  const { t } = useTranslationRef(ownershipLadderTranslationRef);
  const { entity, owners, suggestions } = report;
  const suggested = suggestions?.items[0];
  const owner = owners.find(({ primary }) => primary) ?? owners[0];
  const team = parseEntityRef(
    owner?.ref.startsWith('group:') ? owner.ref : 'group:default/my-team',
  );
  return gap => {
    switch (gap) {
      case 'unowned':
        return suggested
          ? {
              text: t('remedy.setSuggestedOwner', {
                team: suggested.ownerTitle,
              }),
              snippet: suggested.change,
            }
          : { text: t('remedy.setOwner'), snippet: ownerSnippet };
      case 'dangling_owner':
        return {
          text: t('remedy.correctOwner'),
          snippet: suggested?.change ?? ownerSnippet,
        };
      case 'owner_is_user':
        return {
          text: t('remedy.ownByGroup'),
          snippet: suggested?.change ?? ownerSnippet,
        };
      case 'empty_team':
      case 'single_member_team':
        return {
          text: t('remedy.addMembers'),
          snippet: membershipSnippet(team),
        };
      case 'owner_without_contact':
        return { text: t('remedy.addContact'), snippet: contactSnippet(team) };
      case 'owner_without_escalation':
        return {
          text: t('remedy.addEscalation'),
          snippet: escalationSnippet(entity.ref),
        };
      case 'review_overdue':
        return { text: t('remedy.review') };
      default:
        throw new TypeError(`Unknown gap '${gap satisfies never}'`);
    }
  };
}
