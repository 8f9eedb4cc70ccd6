import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { pagesRouteRef } from '../routes';

/** Where the pages of scorecards are. */
export interface ScorecardPaths {
  /** The overview. */
  root: string;
  /** The list of entities; takes filters of the list in its query. */
  entities: string;
  heatMap: string;
  trends: string;
  changes: string;
  campaigns: string;
  exemptions: string;
  /** The drafts that somebody may edit. */
  drafts: string;
  scorecard(scorecardRef: string): string;
  campaign(campaignId: string): string;
  draft(draftId: string): string;
  /** A new draft: empty; of a scorecard, to be its next version; or as a copy under another name. */
  newDraft(from?: { edit: string } | { copyOf: string }): string;
}

/** Where the pages are; undefined where the app has none of them. */
export function useScorecardPaths(): ScorecardPaths | undefined {
  const root = useRouteRef(pagesRouteRef)?.();
  return root === undefined ? undefined : pathsBelow(root);
}

function pathsBelow(root: string): ScorecardPaths {
  return {
    root,
    entities: `${root}/entities`,
    heatMap: `${root}/heat-map`,
    trends: `${root}/trends`,
    changes: `${root}/changes`,
    campaigns: `${root}/campaigns`,
    exemptions: `${root}/exemptions`,
    drafts: `${root}/drafts`,
    scorecard: scorecardRef => {
      const { namespace, name } = parseEntityRef(scorecardRef, {
        defaultKind: 'scorecard',
      });
      return `${root}/${encodeURIComponent(namespace)}/${encodeURIComponent(
        name,
      )}`;
    },
    campaign: id => `${root}/campaigns/${encodeURIComponent(id)}`,
    draft: id => `${root}/drafts/${encodeURIComponent(id)}`,
    newDraft: from =>
      from
        ? `${root}/drafts/new?${new URLSearchParams(from)}`
        : `${root}/drafts/new`,
  };
}
