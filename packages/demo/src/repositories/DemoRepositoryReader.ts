import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import { drawRepositoryFiles } from './drawRepositoryFiles';

/** Host of the repositories of the demo organisation. There is none. */
export const demoRepositoryHost = 'git.example.com';

/** Files never change while the portal runs. */
const ETAG = 'drawn';

/** Reads the repositories of the demo organisation, as the portal reads real ones: whole, and nothing but their files. */
export class DemoRepositoryReader implements UrlReaderService {
  readonly #seed: string;
  readonly #repositories: ReadonlySet<string>;

  /** @param options - `repositories`: names of those that there are */
  constructor(options: { seed: string; repositories: Iterable<string> }) {
    this.#seed = options.seed;
    this.#repositories = new Set(options.repositories);
  }

  async readTree(
    url: string,
    options: UrlReaderServiceReadTreeOptions = {},
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const [, , repository] = new URL(url).pathname.split('/');
    if (!this.#repositories.has(repository)) {
      throw new NotFoundError(`There is no repository at ${url}`);
    }
    if (options.etag === ETAG) {
      throw new NotModifiedError();
    }
    const { filter = () => true } = options;
    const files = drawRepositoryFiles(this.#seed, repository).filter(
      ({ path, content }) => filter(path, { size: content.length }),
    );
    return {
      etag: ETAG,
      files: async () =>
        files.map(({ path, content }) => ({
          path,
          content: async () => Buffer.from(content),
        })),
      archive: refuse,
      dir: refuse,
    };
  }

  readUrl(): Promise<UrlReaderServiceReadUrlResponse> {
    return refuse();
  }

  search(): Promise<UrlReaderServiceSearchResponse> {
    return refuse();
  }
}

async function refuse(): Promise<never> {
  throw new NotAllowedError(
    'Repositories of the demo organisation are read whole',
  );
}
