import type { Reporting } from './DeliveryProfile';

/** A pipeline of the current generation that knows the catalog. */
export const modern: Reporting = {
  generation: '0.5',
  address: 'entityRef',
  changes: 'steps',
  before: ['staging'],
  production: ['production'],
};

/** Knows its repository, not the catalog. */
export const byRepository: Reporting = {
  generation: '0.5',
  address: 'repository',
  changes: 'merge',
  before: ['staging'],
  production: ['production'],
};

/** An older pipeline, which knows services by name. */
export const byName: Reporting = {
  generation: '0.4',
  address: 'name',
  changes: 'merge',
  before: ['development', 'staging'],
  production: ['production'],
};

/** Reports nothing before production. */
export const productionOnly: Reporting = { ...byRepository, before: [] };

/** Three regions, one after the other. */
export const threeRegions: Reporting = {
  ...modern,
  changes: 'merge',
  production: ['prod-eu', 'prod-us', 'prod-ap'],
};

/** A library: published, never deployed. */
export const changesOnly: Reporting = {
  ...byRepository,
  changes: 'steps',
  before: [],
  production: [],
};
