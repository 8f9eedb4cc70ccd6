/** What somebody vouched for of an entity. Instants are epoch milliseconds. */
export interface AttestationRecord {
  id: string;
  entityRef: string;
  /** What is vouched for: `accessReview`. */
  name: string;
  /** Whether it is so. */
  holds: boolean;
  comment: string;
  /** Ref of a person. */
  attestedBy: string;
  attestedAt: number;
  /** From when on it says nothing any more. */
  expiresAt: number;
  /** When another one took its place; null: it is the last one. */
  supersededAt: number | null;
}

/** Keeps what people vouch for. The last word about an entity and a name counts; earlier ones stay as evidence. */
export interface AttestationStore {
  /** Adds a word and ends the one before it, in one transaction. */
  add(attestation: Omit<AttestationRecord, 'supersededAt'>): Promise<void>;

  /** The last words about entities, ordered by entity, then by name. */
  listLast(entityRefs: readonly string[]): Promise<AttestationRecord[]>;

  /**
   * Entities of whose last words one was given or ended within a time, in order, after the given one.
   *
   * @param span - epoch milliseconds: after the first, up to the second
   */
  listChanged(
    span: { after: number; upTo: number },
    page: { limit: number; after?: string },
  ): Promise<string[]>;
}
