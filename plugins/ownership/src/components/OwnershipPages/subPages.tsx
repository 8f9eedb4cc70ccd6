import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page of ownership, by its path below the pages' own; the list has none. */
export interface OwnershipSubPage {
  path: '' | 'map' | 'what-if' | 'succession' | 'reviews' | 'decisions';
  /** Loaded when it is shown. It brings its sections; header, navigation and the space around are there. */
  Page: LazyExoticComponent<ComponentType>;
}

/** The pages in the order of the navigation. */
export const ownershipSubPages: readonly OwnershipSubPage[] = [
  {
    path: '',
    Page: lazy(async () => ({
      default: (await import('../OwnershipListPage')).OwnershipListPage,
    })),
  },
  {
    path: 'map',
    Page: lazy(async () => ({
      default: (await import('../OwnershipMapPage')).OwnershipMapPage,
    })),
  },
  {
    path: 'reviews',
    Page: lazy(async () => ({
      default: (await import('../ReviewsPage')).ReviewsPage,
    })),
  },
  {
    path: 'decisions',
    Page: lazy(async () => ({
      default: (await import('../DecisionsPage')).DecisionsPage,
    })),
  },
  {
    path: 'what-if',
    Page: lazy(async () => ({
      default: (await import('../WhatIfPage')).WhatIfPage,
    })),
  },
  {
    path: 'succession',
    Page: lazy(async () => ({
      default: (await import('../SuccessionPage')).SuccessionPage,
    })),
  },
];
