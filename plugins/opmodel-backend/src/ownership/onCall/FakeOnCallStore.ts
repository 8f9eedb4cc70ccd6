import type { OnCallAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import type { KeptOnCall, OnCallStore } from './OnCallStore';

/** Keeps answers in memory. */
export class FakeOnCallStore implements OnCallStore {
  readonly #kept = new Map<
    string,
    Map<string, KeptOnCall & { triedAt: number | null }>
  >();

  async want(provider: string, schedules: readonly string[]): Promise<void> {
    const before = this.#of(provider);
    this.#kept.set(
      provider,
      new Map(
        schedules.map(schedule => [
          schedule,
          before.get(schedule) ?? {
            answer: null,
            failing: false,
            triedAt: null,
          },
        ]),
      ),
    );
  }

  async claim(
    provider: string,
    { now, before, limit }: { now: number; before: number; limit: number },
  ): Promise<string[]> {
    const claimed = [...this.#of(provider)]
      .filter(([, { triedAt }]) => triedAt === null || triedAt <= before)
      .sort(
        ([a, one], [b, other]) =>
          (one.triedAt ?? 0) - (other.triedAt ?? 0) || (a < b ? -1 : 1),
      )
      .slice(0, limit);
    claimed.forEach(([, kept]) => {
      kept.triedAt = now;
    });
    return claimed.map(([schedule]) => schedule);
  }

  async keep(
    provider: string,
    answers: ReadonlyMap<string, OnCallAnswer>,
  ): Promise<void> {
    for (const [schedule, answer] of answers) {
      const kept = this.#of(provider).get(schedule);
      if (kept) {
        Object.assign(kept, { answer, failing: false });
      }
    }
  }

  async fail(provider: string, schedules: readonly string[]): Promise<void> {
    for (const schedule of schedules) {
      const kept = this.#of(provider).get(schedule);
      if (kept) {
        kept.failing = true;
      }
    }
  }

  async get(
    provider: string,
    schedule: string,
  ): Promise<KeptOnCall | undefined> {
    return (await this.getMany(provider, [schedule])).get(schedule);
  }

  async getMany(
    provider: string,
    schedules: readonly string[],
  ): Promise<ReadonlyMap<string, KeptOnCall>> {
    return new Map(
      schedules.flatMap(schedule => {
        const kept = this.#of(provider).get(schedule);
        return kept
          ? [[schedule, { answer: kept.answer, failing: kept.failing }]]
          : [];
      }),
    );
  }

  #of(provider: string) {
    return this.#kept.get(provider) ?? new Map<string, never>();
  }
}
