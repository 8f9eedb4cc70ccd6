import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelFactProvidersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { TechDocsFactProvider } from './TechDocsFactProvider';

/** Adds the provider `techdocs`, which tells which entities have documentation. */
export const opmodelModuleTechDocs = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'techdocs',
  register(env) {
    env.registerInit({
      deps: {
        providers: opmodelFactProvidersExtensionPoint,
        discovery: coreServices.discovery,
        auth: coreServices.auth,
      },
      async init({ providers, discovery, auth }) {
        providers.addFactProvider(
          new TechDocsFactProvider({ discovery, auth }),
        );
      },
    });
  },
});
