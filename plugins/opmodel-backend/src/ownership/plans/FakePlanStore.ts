import type {
  PlanContents,
  PlanReader,
  PlanRecord,
  PlanStore,
} from './PlanStore';

/** Keeps plans in memory. */
export class FakePlanStore implements PlanStore {
  readonly #plans = new Map<string, PlanRecord>();

  async create(plan: PlanRecord): Promise<void> {
    this.#plans.set(plan.id, structuredClone(plan));
  }

  async get(id: string, reader: PlanReader): Promise<PlanRecord | undefined> {
    return this.#readable(reader).find(plan => plan.id === id);
  }

  async list(
    reader: PlanReader,
    {
      limit,
      after,
    }: { limit: number; after?: { updatedAt: number; id: string } },
  ): Promise<{ items: PlanRecord[]; total: number }> {
    const isBefore = (
      a: { updatedAt: number; id: string },
      b: { updatedAt: number; id: string },
    ) =>
      a.updatedAt === b.updatedAt ? a.id < b.id : a.updatedAt > b.updatedAt;
    const readable = this.#readable(reader).sort((a, b) =>
      isBefore(a, b) ? -1 : 1,
    );
    return {
      items: readable
        .filter(plan => after === undefined || isBefore(after, plan))
        .slice(0, limit),
      total: readable.length,
    };
  }

  async countOf(reader: PlanReader): Promise<number> {
    return this.#readable(reader).filter(
      ({ createdBy }) => createdBy === reader.person,
    ).length;
  }

  async update(
    id: string,
    contents: PlanContents,
    change: PlanReader & { version: number; now: number },
  ): Promise<boolean> {
    const plan = this.#own(id, change);
    if (plan?.version !== change.version) {
      return false;
    }
    this.#plans.set(
      id,
      structuredClone({
        ...plan,
        ...contents,
        updatedBy: change.person,
        updatedAt: change.now,
        version: plan.version + 1,
      }),
    );
    return true;
  }

  async delete(id: string, reader: PlanReader): Promise<boolean> {
    return this.#own(id, reader) !== undefined && this.#plans.delete(id);
  }

  async deleteExpired(today: string): Promise<number> {
    const expired = [...this.#plans.values()].filter(
      ({ expiresOn }) => expiresOn < today,
    );
    expired.forEach(({ id }) => this.#plans.delete(id));
    return expired.length;
  }

  #own(id: string, { person, today }: PlanReader): PlanRecord | undefined {
    const plan = this.#plans.get(id);
    return plan?.createdBy === person && plan.expiresOn >= today
      ? plan
      : undefined;
  }

  #readable({ person, today }: PlanReader): PlanRecord[] {
    return [...this.#plans.values()]
      .filter(
        ({ createdBy, readerRefs, expiresOn }) =>
          expiresOn >= today &&
          (createdBy === person || readerRefs.includes(person)),
      )
      .map(plan => structuredClone(plan));
  }
}
