import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

/** Lets a catalog under test hold OpenSLO documents, and what an organisation has agreed on about budgets, as the catalog's module does. */
export const openSloInCatalog = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-openslo',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor({
          getProcessorName: () => 'test-openslo',
          validateEntityKind: async ({ apiVersion }) =>
            apiVersion === 'openslo/v1' || apiVersion === 'opmodel.io/v1alpha1',
        });
      },
    });
  },
});
