import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { OpmodelClient } from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import type { GuestApi, GuestPortal } from './GuestPortal';

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** Enters the portal as a browser does whose user presses "Enter", and calls the API with what it was given. */
export class HttpGuestPortal implements GuestPortal {
  readonly #discovery: DiscoveryService;

  constructor(options: { discovery: DiscoveryService }) {
    this.#discovery = options.discovery;
  }

  async enter(signal: AbortSignal): Promise<GuestApi | null> {
    const baseUrl = await this.#discovery.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      // Production refuses guests with 501; 502 to 504 are no answer of the portal.
      if (response.status > 501 || response.status === 500) {
        throw new ServiceUnavailableError(
          `The portal could not be entered as a guest: ${response.status}`,
        );
      }
      return null;
    }
    const { backstageIdentity } = sessionSchema.parse(await response.json());
    return new OpmodelClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('authorization', `Bearer ${backstageIdentity.token}`);
          return fetch(input, { ...init, headers, signal });
        },
      },
    });
  }
}
