import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import { acceptancesLinkRouteRef, scorecardsLinkRouteRef } from '../../routes';
import { pathOfScorecard } from '../../pathOfScorecard';

/** Tabs whose path is not the id of their subject. */
const tabOfSubject: Partial<Record<string, string>> = { slo: 'slos' };

/** Where something is done about an item: where it is decided, where the standard or the campaign is, or else on the tab of the entity. */
export function useAttentionPath(item: AttentionItem): string {
  const entityLink = useEntityRefLink();
  const inbox = useRouteRef(acceptancesLinkRouteRef)?.();
  const scorecards = useRouteRef(scorecardsLinkRouteRef)?.();
  const { kind, subject, entityRef, values } = item;
  if (values.acceptance && inbox) {
    return `${inbox}?box=all&id=${values.acceptance}`;
  }
  if (scorecards !== undefined) {
    switch (kind) {
      case 'campaign-open':
      case 'campaign-delayed':
        return `${scorecards}/campaigns/${encodeURIComponent(
          String(values.campaign),
        )}`;
      case 'scorecard-wrong':
      case 'standard-in-question':
      case 'check-starting':
        return `${scorecards}/${pathOfScorecard(String(values.scorecardRef))}`;
      default:
    }
  }
  return `${entityLink(entityRef)}/${tabOfSubject[subject] ?? subject}`;
}
