import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelSliSourcesExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { PrometheusSliSource } from './PrometheusSliSource';
import { readPrometheusSettings } from './prometheusSettings';

/** Adds the source `prometheus`, which measures service level objectives. */
export const opmodelModulePrometheus = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        sources: opmodelSliSourcesExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ sources, config }) {
        sources.addSliSource(
          new PrometheusSliSource(readPrometheusSettings(config)),
        );
      },
    });
  },
});
