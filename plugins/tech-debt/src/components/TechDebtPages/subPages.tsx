import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page of technical debt, by its path below the pages' own; the overview has none. */
export interface TechDebtSubPage {
  path: '' | 'places' | 'flow' | 'reports' | 'inbox' | 'import';
  /** Loaded when it is shown. It brings its sections, and may have routes of its own; header, navigation and the space around are there. */
  Page: LazyExoticComponent<ComponentType>;
}

/** The pages in the order of the navigation. */
export const techDebtSubPages: readonly TechDebtSubPage[] = [
  {
    path: '',
    Page: lazy(async () => ({
      default: (await import('../OverviewPage')).OverviewPage,
    })),
  },
  {
    path: 'places',
    Page: lazy(async () => ({
      default: (await import('../PlacesPage')).PlacesPage,
    })),
  },
  {
    path: 'flow',
    Page: lazy(async () => ({
      default: (await import('../FlowPage')).FlowPage,
    })),
  },
  {
    path: 'reports',
    Page: lazy(async () => ({
      default: (await import('../ReportsPage')).ReportsPage,
    })),
  },
  {
    path: 'inbox',
    Page: lazy(async () => ({
      default: (await import('../SuggestionsPage')).SuggestionsPage,
    })),
  },
  {
    path: 'import',
    Page: lazy(async () => ({
      default: (await import('../ImportPage')).ImportPage,
    })),
  },
];

/** The page of one item, which the navigation does not list. */
export const DebtItemPage = lazy(async () => ({
  default: (await import('../DebtItemPage')).DebtItemPage,
}));

/** The editor of a new item. */
export const NewItemPage = lazy(async () => ({
  default: (await import('../../editor')).NewItemPage,
}));

/** The editor of an item that there is. */
export const EditItemPage = lazy(async () => ({
  default: (await import('../../editor')).EditItemPage,
}));
