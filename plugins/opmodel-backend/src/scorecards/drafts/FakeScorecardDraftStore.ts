import { ConflictError } from '@backstage/errors';
import {
  alreadyDrafted,
  type ScorecardDraftRecord,
  type ScorecardDraftStore,
} from './ScorecardDraftStore';

/** Keeps drafts in memory, for tests. */
export class FakeScorecardDraftStore implements ScorecardDraftStore {
  readonly #drafts = new Map<string, ScorecardDraftRecord>();

  async add(draft: ScorecardDraftRecord): Promise<void> {
    const { id, scorecardRef } = draft;
    if ((await this.list()).some(one => one.scorecardRef === scorecardRef)) {
      throw new ConflictError(alreadyDrafted(scorecardRef));
    }
    this.#drafts.set(id, structuredClone(draft));
  }

  async list(): Promise<ScorecardDraftRecord[]> {
    return structuredClone(
      [...this.#drafts.values()].sort((a, b) =>
        a.scorecardRef < b.scorecardRef ? -1 : 1,
      ),
    );
  }

  async get(id: string): Promise<ScorecardDraftRecord | undefined> {
    return structuredClone(this.#drafts.get(id));
  }

  async save(
    id: string,
    { revision, ...change }: Parameters<ScorecardDraftStore['save']>[1],
  ): Promise<ScorecardDraftRecord | undefined> {
    const draft = this.#drafts.get(id);
    if (draft?.revision !== revision) {
      return undefined;
    }
    const saved = { ...draft, ...change, revision: revision + 1 };
    this.#drafts.set(id, structuredClone(saved));
    return saved;
  }

  async delete(id: string): Promise<void> {
    this.#drafts.delete(id);
  }
}
