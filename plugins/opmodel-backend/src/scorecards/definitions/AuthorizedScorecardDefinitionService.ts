import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  ScorecardCheckAnswer,
  ScorecardDetail,
  ScorecardDocument,
  ScorecardList,
  ScorecardText,
  ScorecardVersionPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ScorecardDraftService } from '../drafts/ScorecardDraftService';
import {
  resourceOf,
  type ScorecardWriter,
  type ScorecardWriters,
} from '../drafts/ScorecardWriters';
import { describeScorecard } from '../reading/describeScorecard';
import type { ScorecardDirectory } from '../reading/ScorecardDirectory';
import {
  resolveScorecardReads,
  type ScorecardCallerOptions,
} from '../ScorecardCaller';
import type { ScorecardDefinitionReader } from './ScorecardDefinitionReader';
import type { ScorecardStore, StoredScorecard } from './ScorecardStore';

/** What it takes to show definitions to somebody. */
export interface AuthorizedScorecardDefinitionOptions
  extends ScorecardCallerOptions {
  directory: ScorecardDirectory;
  drafts: Pick<ScorecardDraftService, 'idsByScorecard'>;
  reader: ScorecardDefinitionReader;
  scorecards: Pick<ScorecardStore, 'getVersion'>;
  writers: ScorecardWriters;
}

/**
 * What scorecards ask, for somebody: each call resolves what the caller may read, and throws NotAllowedError where that is nothing at all
 * and NotFoundError for a scorecard that they may not see.
 */
export class AuthorizedScorecardDefinitionService {
  readonly #options: AuthorizedScorecardDefinitionOptions;

  constructor(options: AuthorizedScorecardDefinitionOptions) {
    this.#options = options;
  }

  async list(credentials: BackstageCredentials): Promise<ScorecardList> {
    const { directory, drafts, writers } = this.#options;
    const [reads, writer] = await Promise.all([
      resolveScorecardReads(this.#options, credentials),
      writers.resolve(credentials),
    ]);
    const scorecards = await directory.list(reads);
    const [nameOwner, draftIds] = await Promise.all([
      directory.nameOwners(
        scorecards.map(({ definition }) => definition.owner),
        reads,
      ),
      drafts.idsByScorecard(writer),
    ]);
    return {
      items: scorecards.map(one => ({
        scorecard: describeScorecard(one, nameOwner),
        checks: one.definition.checks.length,
        draftId: draftIds.get(one.definition.ref) ?? null,
        mayEdit: mayEdit(one, writer),
      })),
      mayCreate: writer.mayWriteSome,
    };
  }

  async get(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<ScorecardDetail> {
    const { directory, drafts, reader, scorecards, writers } = this.#options;
    const [reads, writer] = await Promise.all([
      resolveScorecardReads(this.#options, credentials),
      writers.resolve(credentials),
    ]);
    const found = await directory.find(ref, reads);
    const [nameOwner, version, source, draftIds] = await Promise.all([
      directory.nameOwners([found.definition.owner], reads),
      scorecards.getVersion(ref, found.version),
      reader.findSource(found, reads),
      drafts.idsByScorecard(writer),
    ]);
    return {
      scorecard: describeScorecard(found, nameOwner),
      spec: found.spec,
      problems: [...found.problems],
      publishedBy: version?.publishedBy ?? null,
      note: version?.note ?? null,
      source,
      draftId: draftIds.get(ref) ?? null,
      mayEdit: mayEdit(found, writer),
      mayCopy: writer.mayWriteSome,
    };
  }

  async listVersions(
    ref: string,
    page: { limit: number; cursor?: string },
    credentials: BackstageCredentials,
  ): Promise<ScorecardVersionPage> {
    const reads = await resolveScorecardReads(this.#options, credentials);
    return this.#options.reader.listVersions(ref, page, reads);
  }

  async getDocument(
    ref: string,
    version: number | undefined,
    credentials: BackstageCredentials,
  ): Promise<ScorecardDocument> {
    const reads = await resolveScorecardReads(this.#options, credentials);
    return this.#options.reader.getDocument(ref, version, reads);
  }

  async check(
    text: ScorecardText,
    credentials: BackstageCredentials,
  ): Promise<ScorecardCheckAnswer> {
    await resolveScorecardReads(this.#options, credentials);
    return { problems: [...this.#options.reader.check(text)] };
  }
}

function mayEdit(
  { origin, definition }: StoredScorecard,
  writer: ScorecardWriter,
): boolean {
  return origin === 'portal' && writer.mayWrite(resourceOf(definition));
}
