import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { SuccessionPage } from '@opmodel/backstage-plugin-opmodel-common';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { resolveOwnershipReads } from '../OwnershipCaller';
import type { SuccessionRequest, SuccessionService } from './SuccessionService';

/** Succession for somebody: the answer is made of what the caller may see. */
export class AuthorizedSuccession {
  readonly #options: {
    service: SuccessionService;
    visibility: VisibilityResolver;
  };

  constructor(options: {
    service: SuccessionService;
    visibility: VisibilityResolver;
  }) {
    this.#options = options;
  }

  /** @throws NotAllowedError when the caller may see nothing of ownership at all */
  async list(
    request: SuccessionRequest,
    credentials: BackstageCredentials,
  ): Promise<SuccessionPage> {
    return this.#options.service.list(
      request,
      await resolveOwnershipReads(this.#options, credentials),
    );
  }
}
