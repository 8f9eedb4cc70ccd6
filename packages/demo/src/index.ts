/**
 * The demo organisation: its catalog, its repositories, and a year of events made from a seed.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoPlugin } from './plugin';
import { demoRepositories } from './repositories/demoRepositories';

/** All of the demo organisation. */
export default createBackendFeatureLoader({
  loader: () => [demoPlugin, demoRepositories],
});
