import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelFactProvidersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import {
  adaptFactRetriever,
  type RetrieverOptions,
} from './adaptFactRetriever';
import { opmodelFactRetrieversExtensionPoint } from './factRetrieversExtensionPoint';

/** Runs fact retrievers of Tech Insights that other modules hand over. */
export const opmodelModuleTechInsights = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'tech-insights',
  register(env) {
    const added: [FactRetriever, RetrieverOptions?][] = [];
    env.registerExtensionPoint(opmodelFactRetrieversExtensionPoint, {
      addFactRetriever: (...retriever) => void added.push(retriever),
    });
    env.registerInit({
      deps: {
        providers: opmodelFactProvidersExtensionPoint,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        auth: coreServices.auth,
        urlReader: coreServices.urlReader,
      },
      async init({ providers, ...services }) {
        providers.addFactProvider(
          ...added.map(([retriever, options]) =>
            adaptFactRetriever(retriever, services, options),
          ),
        );
      },
    });
  },
});
