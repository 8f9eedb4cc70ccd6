import type { CampaignRecord, CampaignStore } from './CampaignStore';

/** Keeps campaigns in memory. */
export class FakeCampaignStore implements CampaignStore {
  readonly #campaigns = new Map<string, CampaignRecord>();

  async create(campaign: CampaignRecord): Promise<void> {
    this.#campaigns.set(campaign.id, structuredClone(campaign));
  }

  async get(id: string): Promise<CampaignRecord | undefined> {
    return structuredClone(this.#campaigns.get(id));
  }

  async list({
    ownerRefs,
    scorecardRef,
    isRunning,
  }: Parameters<CampaignStore['list']>[0]): Promise<CampaignRecord[]> {
    return [...this.#campaigns.values()]
      .filter(
        one =>
          (ownerRefs === undefined || ownerRefs.includes(one.ownerRef)) &&
          (scorecardRef === undefined || one.scorecardRef === scorecardRef) &&
          (isRunning === undefined ||
            (!one.isDraft &&
              one.endedAt === null &&
              one.archivedAt === null &&
              one.startsAt <= isRunning.now)),
      )
      .sort((a, b) => a.targetAt - b.targetAt || (a.id < b.id ? -1 : 1))
      .map(one => structuredClone(one));
  }

  async replace(campaign: CampaignRecord): Promise<boolean> {
    const current = this.#campaigns.get(campaign.id);
    if (current?.revision !== campaign.revision - 1) {
      return false;
    }
    await this.create(campaign);
    return true;
  }
}
