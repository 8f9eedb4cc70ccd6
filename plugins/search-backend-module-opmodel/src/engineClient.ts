import type { AuthService } from '@backstage/backend-plugin-api';
import { OpmodelClient } from '@opmodel/backstage-plugin-opmodel-common';

/** Asks the engine as the search plugin itself. */
export function createEngineClient(options: {
  auth: AuthService;
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
}): OpmodelClient {
  const { auth, discovery } = options;
  return new OpmodelClient({
    discoveryApi: discovery,
    fetchApi: {
      async fetch(input, init) {
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'opmodel',
        });
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}
