import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { DebtDocumentPage } from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtCallers } from '../items/DebtCaller';
import type { DebtDocumentReader } from './DebtDocumentReader';

/** The documents that keep debt, for somebody: every call resolves what the caller may see. */
export class AuthorizedDebtDocumentService {
  readonly #options: {
    callers: Pick<DebtCallers, 'resolve'>;
    reader: DebtDocumentReader;
  };

  constructor(options: {
    callers: Pick<DebtCallers, 'resolve'>;
    reader: DebtDocumentReader;
  }) {
    this.#options = options;
  }

  /** @throws NotAllowedError when the caller may read no technical debt at all */
  async list(
    page: { limit: number; cursor?: string },
    credentials: BackstageCredentials,
  ): Promise<DebtDocumentPage> {
    const { callers, reader } = this.#options;
    return reader.list(page, await callers.resolve(credentials));
  }
}
