import { ConflictError, InputError } from '@backstage/errors';
import type {
  Campaign,
  CampaignEdit,
  CampaignNote,
  NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import { readText } from '../../lib/readText';
import {
  type CampaignCaller,
  requireCampaignEditor,
  requireCampaignWriter,
} from './CampaignCaller';
import type { CampaignDescriber } from './CampaignDescriber';
import type { CampaignReferences } from './CampaignReferences';
import type { CampaignRecord, CampaignStore } from './CampaignStore';
import { readCampaign } from './readCampaign';
import type { VisibleCampaigns } from './VisibleCampaigns';

/** Begins campaigns, changes them, and brings them to their end. */
export class CampaignService {
  readonly #options: {
    store: CampaignStore;
    campaigns: VisibleCampaigns;
    references: CampaignReferences;
    describer: CampaignDescriber;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    store: CampaignStore;
    campaigns: VisibleCampaigns;
    references: CampaignReferences;
    describer: CampaignDescriber;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async get(id: string, caller: CampaignCaller): Promise<Campaign> {
    const { campaigns, describer } = this.#options;
    return describer.describe(await campaigns.find(id, caller), caller.reads);
  }

  /**
   * @throws NotAllowedError for a service, and without the permission
   * @throws InputError that names the field
   */
  async create(body: NewCampaign, caller: CampaignCaller): Promise<Campaign> {
    const { store, references, zone, clock } = this.#options;
    const person = requireCampaignWriter(caller);
    const now = clock();
    const contents = readCampaign(body, { now, zone });
    await references.require(contents, caller.reads);
    const id = randomUUID();
    await store.create({
      ...contents,
      id,
      endedAt: null,
      endedNote: null,
      archivedAt: null,
      revision: 1,
      createdBy: person,
      createdAt: now,
      updatedBy: person,
      updatedAt: now,
    });
    return this.get(id, caller);
  }

  /**
   * Replaces what a campaign says.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError when it is not the caller's to change
   * @throws InputError that names the field
   * @throws ConflictError when somebody else changed it, and who; or when it is over
   */
  async change(
    id: string,
    { revision, ...body }: CampaignEdit,
    caller: CampaignCaller,
  ): Promise<Campaign> {
    const { references, zone, clock } = this.#options;
    return this.#replace(id, revision, caller, async before => {
      const now = clock();
      refuseOver(before);
      const contents = readCampaign(body, { now, zone });
      await references.require(contents, caller.reads, before);
      if (contents.isDraft && !before.isDraft && before.startsAt <= now) {
        throw new InputError(
          "'isDraft' must be false: the campaign has begun, and people are at work on it",
        );
      }
      return contents;
    });
  }

  /**
   * Ends a campaign before everything is done.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError when it is not the caller's to change
   * @throws ConflictError when somebody else changed it, or when it does not run
   */
  async end(
    id: string,
    { revision, note }: CampaignNote,
    caller: CampaignCaller,
  ): Promise<Campaign> {
    return this.#replace(id, revision, caller, async before => {
      const now = this.#options.clock();
      refuseOver(before);
      if (before.isDraft || before.startsAt > now) {
        throw new ConflictError(
          `Campaign '${id}' has not begun, so it cannot end; it can be put away`,
        );
      }
      return { endedAt: now, endedNote: readText('note', note) };
    });
  }

  /**
   * Puts a campaign away; its report stays.
   *
   * @throws NotFoundError when there is none, or it may not be seen
   * @throws NotAllowedError when it is not the caller's to change
   * @throws ConflictError when somebody else changed it, or it is put away already
   */
  async archive(
    id: string,
    { revision, note }: CampaignNote,
    caller: CampaignCaller,
  ): Promise<Campaign> {
    return this.#replace(id, revision, caller, async before => {
      refuseArchived(before);
      const said = readText('note', note);
      return {
        archivedAt: this.#options.clock(),
        // Why it ended is not forgotten for why it was put away.
        endedNote: before.endedNote ? `${before.endedNote}\n\n${said}` : said,
      };
    });
  }

  async #replace(
    id: string,
    revision: number,
    caller: CampaignCaller,
    change: (before: CampaignRecord) => Promise<Partial<CampaignRecord>>,
  ): Promise<Campaign> {
    const { store, campaigns, clock } = this.#options;
    requireCampaignWriter(caller);
    const { campaign } = await campaigns.find(id, caller);
    const person = requireCampaignEditor(campaign, caller);
    refuseChanged(campaign, revision);
    const after = {
      ...campaign,
      ...(await change(campaign)),
      revision: revision + 1,
      updatedBy: person,
      updatedAt: clock(),
    };
    if (!(await store.replace(after))) {
      refuseChanged((await store.get(id)) ?? campaign, revision);
    }
    return this.get(id, caller);
  }
}

function refuseChanged(current: CampaignRecord, revision: number): void {
  if (current.revision !== revision) {
    throw new ConflictError(
      `Campaign '${current.id}' was changed in the meantime by ${
        current.updatedBy
      } at ${new Date(current.updatedAt).toISOString()}: 'revision' is ${
        current.revision
      }, not ${revision}. Read it again before you change it`,
    );
  }
}

function refuseOver(campaign: CampaignRecord): void {
  refuseArchived(campaign);
  if (campaign.endedAt !== null) {
    throw new ConflictError(
      `Campaign '${campaign.id}' has ended; begin another one instead`,
    );
  }
}

function refuseArchived({ id, archivedAt }: CampaignRecord): void {
  if (archivedAt !== null) {
    throw new ConflictError(
      `Campaign '${id}' was put away; begin another one instead`,
    );
  }
}
