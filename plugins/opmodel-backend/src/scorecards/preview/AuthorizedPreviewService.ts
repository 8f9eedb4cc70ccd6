import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ScorecardPreview,
  ScorecardPreviewRequest,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type { PreviewService } from './PreviewService';

/** What definitions would change, for somebody, as far as they may see it. */
export class AuthorizedPreviewService {
  readonly #options: Pick<ScorecardCallerOptions, 'visibility'> & {
    service: PreviewService;
  };

  constructor(
    options: Pick<ScorecardCallerOptions, 'visibility'> & {
      service: PreviewService;
    },
  ) {
    this.#options = options;
  }

  /** @throws NotAllowedError when the caller may read no scorecards */
  async preview(
    request: ScorecardPreviewRequest,
    credentials: BackstageCredentials,
  ): Promise<ScorecardPreview> {
    const reads = await resolveScorecardReads(this.#options, credentials);
    return this.#options.service.preview(request, reads);
  }
}
