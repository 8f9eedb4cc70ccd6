import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { profiles } from '../organisation/profiles';
import { readDemoConfig } from '../readDemoConfig';
import {
  DemoRepositoryReader,
  demoRepositoryHost,
} from './DemoRepositoryReader';

/** Lets the portal read the repositories of the demo organisation, as long as `demo.enabled` is set. */
export const demoRepositories = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  factory:
    () =>
    ({ config }) => {
      const { enabled, seed } = readDemoConfig(config);
      return enabled
        ? [
            {
              predicate: url => url.host === demoRepositoryHost,
              reader: new DemoRepositoryReader({
                seed,
                repositories: profiles.map(({ repository }) => repository),
              }),
            },
          ]
        : [];
    },
});
