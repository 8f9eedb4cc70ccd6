import type { AttestationRecord, AttestationStore } from './AttestationStore';

/** Keeps what people vouch for in memory. */
export class FakeAttestationStore implements AttestationStore {
  readonly #kept: AttestationRecord[] = [];

  async add(
    attestation: Omit<AttestationRecord, 'supersededAt'>,
  ): Promise<void> {
    for (const one of this.#last()) {
      if (
        one.entityRef === attestation.entityRef &&
        one.name === attestation.name
      ) {
        one.supersededAt = attestation.attestedAt;
      }
    }
    this.#kept.push({ ...attestation, supersededAt: null });
  }

  async listLast(entityRefs: readonly string[]): Promise<AttestationRecord[]> {
    const keyOf = ({ entityRef, name }: AttestationRecord) =>
      `${entityRef} ${name}`;
    return this.#last()
      .filter(({ entityRef }) => entityRefs.includes(entityRef))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map(one => ({ ...one }));
  }

  async listChanged(
    { after, upTo }: { after: number; upTo: number },
    page: { limit: number; after?: string },
  ): Promise<string[]> {
    const isWithin = (at: number) => at > after && at <= upTo;
    const refs = this.#last()
      .filter(
        ({ attestedAt, expiresAt }) =>
          isWithin(attestedAt) || isWithin(expiresAt),
      )
      .map(({ entityRef }) => entityRef)
      .filter(ref => page.after === undefined || ref > page.after);
    return [...new Set(refs)].sort().slice(0, page.limit);
  }

  #last(): AttestationRecord[] {
    return this.#kept.filter(({ supersededAt }) => supersededAt === null);
  }
}
