import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page of SLOs, by its path below the pages' own; the list has none. */
export interface SloSubPage {
  path: '' | 'coverage' | 'problems' | 'policies' | 'rules';
  /** Loaded when it is shown. It brings its sections; header, navigation and the space around are there. */
  Page: LazyExoticComponent<ComponentType>;
}

/** The pages in the order of the navigation. */
export const sloSubPages: readonly SloSubPage[] = [
  {
    path: '',
    Page: lazy(async () => ({
      default: (await import('../FleetPage')).FleetPage,
    })),
  },
  {
    path: 'coverage',
    Page: lazy(async () => ({
      default: (await import('../CoveragePage')).CoveragePage,
    })),
  },
  {
    path: 'problems',
    Page: lazy(async () => ({
      default: (await import('../ProblemsPage')).ProblemsPage,
    })),
  },
  {
    path: 'policies',
    Page: lazy(async () => ({
      default: (await import('../PoliciesPage')).PoliciesPage,
    })),
  },
  {
    path: 'rules',
    Page: lazy(async () => ({
      default: (await import('../RulesPage')).RulesPage,
    })),
  },
];

/** The page of one SLO, which the navigation does not list. */
export const SloDetailPage = lazy(async () => ({
  default: (await import('../SloDetailPage')).SloDetailPage,
}));
