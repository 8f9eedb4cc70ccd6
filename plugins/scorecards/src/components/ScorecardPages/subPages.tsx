import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page of scorecards, by its path below the pages' own; the overview has none. */
export interface ScorecardSubPage {
  path:
    | ''
    | 'entities'
    | 'heat-map'
    | 'trends'
    | 'changes'
    | 'campaigns'
    | 'exemptions'
    | 'drafts';
  /** Loaded when it is shown. It brings its sections, and may have routes of its own; header, navigation and the space around are there. */
  Page: LazyExoticComponent<ComponentType>;
}

/** The pages in the order of the navigation. */
export const scorecardSubPages: readonly ScorecardSubPage[] = [
  {
    path: '',
    Page: lazy(async () => ({
      default: (await import('../OverviewPage')).OverviewPage,
    })),
  },
  {
    path: 'entities',
    Page: lazy(async () => ({
      default: (await import('../EntitiesPage')).EntitiesPage,
    })),
  },
  {
    path: 'heat-map',
    Page: lazy(async () => ({
      default: (await import('../HeatMapPage')).HeatMapPage,
    })),
  },
  {
    path: 'trends',
    Page: lazy(async () => ({
      default: (await import('../TrendsPage')).TrendsPage,
    })),
  },
  {
    path: 'changes',
    Page: lazy(async () => ({
      default: (await import('../ScoreChangesPage')).ScoreChangesPage,
    })),
  },
  {
    path: 'campaigns',
    Page: lazy(async () => ({
      default: (await import('../../campaigns')).CampaignPages,
    })),
  },
  {
    path: 'exemptions',
    Page: lazy(async () => ({
      default: (await import('../../exemptions')).ExemptionsPage,
    })),
  },
  {
    path: 'drafts',
    Page: lazy(async () => ({
      default: (await import('../../editor')).DraftPages,
    })),
  },
];

/** The page of one scorecard, which the navigation does not list. */
export const ScorecardDetailPage = lazy(async () => ({
  default: (await import('../ScorecardDetailPage')).ScorecardDetailPage,
}));
