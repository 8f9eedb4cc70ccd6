import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFileDebtAction } from './createFileDebtAction';

/** Adds the action `opmodel:tech-debt:file` to software templates. */
export const scaffolderModuleOpmodel = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'opmodel',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(createFileDebtAction({ auth, discovery }));
      },
    });
  },
});
