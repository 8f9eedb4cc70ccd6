import { MARKER } from './hiddenWorld';
import type { WalkedRequest } from './walkedRoutes';

/** Requests that change nothing. */
export const get = (...paths: string[]): WalkedRequest[] =>
  paths.map(path => ({ path }));

/** Scopes that everybody who walks sees. */
export const visibleScopes = [
  'group/default/top',
  'group/default/shop',
  'system/default/selling',
  'domain/default/retail',
  'component/default/cart',
  'component/default/mail',
  'component/default/quiet',
  'component/default/night',
];

/** Scopes that are hidden. */
export const hiddenScopes = [
  `component/default/${MARKER}-vault`,
  `component/default/${MARKER}-borrowed`,
  `group/default/${MARKER}-root`,
  `group/default/${MARKER}-guild`,
  `group/default/${MARKER}-crew`,
  `system/default/${MARKER}-system`,
  `domain/default/${MARKER}-domain`,
  `api/default/${MARKER}-api`,
  // Spelled as nobody does.
  `COMPONENT/Default/${MARKER}-Vault`,
  `component/default/${MARKER}-vault%20`,
];

/** Filters that name something hidden. */
export const hiddenFilters = [
  `owner=group:default/${MARKER}-root`,
  `domain=domain:default/${MARKER}-domain`,
  `owner=group:default/${MARKER}-guild`,
  `owner=group:default/${MARKER}-guild&descendants=false`,
  `owner=group:default/${MARKER}-crew`,
  `owner=group:default/shop&owner=group:default/${MARKER}-crew`,
  `system=system:default/${MARKER}-system`,
  `tier=${MARKER}-tier`,
  `text=${MARKER}`,
  `text=${MARKER}-v`,
  `type=${MARKER}`,
  `lifecycle=${MARKER}`,
];

/** Filters that name nothing hidden. */
export const filters = [
  'owner=group:default/top',
  'owner=group:default/top&descendants=false',
  'owner=group:default/shop',
  'system=system:default/selling',
  'domain=domain:default/retail',
  'type=service',
  'tier=gold',
  'lifecycle=production',
  'text=a',
];
