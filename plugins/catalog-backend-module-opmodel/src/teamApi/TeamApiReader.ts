import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotModifiedError, toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { printProblems } from '../documents/DocumentProblem';
import { validateTeamApi } from '../documents/validateTeamApi';
import { readTeamApiText } from './readTeamApiText';
import type { TeamApiSource } from './teamApiSource';

/** What became of reading a Team API. */
export interface TeamApiReading {
  /** What was last read that was right; absent: nothing ever was. */
  document?: JsonObject;
  /** Names the content of the document, so that it need not be sent again. */
  etag?: string;
  /** What is wrong now. */
  error?: string;
}

/** Reads Team APIs, and keeps what was right the last time while one is wrong or out of reach. */
export class TeamApiReader {
  readonly #urlReader: UrlReaderService;

  constructor(urlReader: UrlReaderService) {
    this.#urlReader = urlReader;
  }

  /**
   * Never throws.
   *
   * @param before - what became of it the last time
   */
  async read(
    source: TeamApiSource,
    before: TeamApiReading | undefined,
  ): Promise<TeamApiReading> {
    // Without an etag where it fails, so that it is read in full as soon as it can be.
    const fail = (error: string) => ({ document: before?.document, error });
    try {
      const { text, etag } = await readTeamApiText(
        source,
        this.#urlReader,
        before?.etag,
      );
      const { document, problems } = validateTeamApi(text);
      return document
        ? { document, etag }
        : fail(
            [
              `The Team API in ${source.target} cannot be used:`,
              ...printProblems(problems),
            ].join('\n'),
          );
    } catch (thrown) {
      const error = toError(thrown);
      return before && error.name === NotModifiedError.name
        ? before
        : fail(
            `The Team API in ${source.target} cannot be read: ${error.message}`,
          );
    }
  }
}
