import { ConflictError } from '@backstage/errors';
import type { RecordKey } from '@opmodel/backstage-plugin-opmodel-common';
import isEqual from 'lodash/isEqual';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { RecalculationStore } from '../../intake/RecalculationStore';
import { stateCorrections } from './correctionStates';
import {
  type Correction,
  type CorrectionStore,
  type Decision,
  MAXIMUM_CORRECTIONS,
  type StatedCorrection,
} from './CorrectionStore';

/** A record that the fake knows of an entity. */
export interface FakeRecord extends RecordKey {
  entityRef: string;
  kind: 'incident' | 'deployment';
  withdrawn?: boolean;
}

/** Keeps corrections in memory. */
export class FakeCorrectionStore implements CorrectionStore {
  readonly #catalog: Pick<CatalogStore, 'getEntity' | 'existingRefs'>;
  readonly #recalculations: Pick<RecalculationStore, 'request'>;
  readonly records: FakeRecord[] = [];
  corrections: Correction[] = [];

  constructor(options: {
    catalog: Pick<CatalogStore, 'getEntity' | 'existingRefs'>;
    recalculations: Pick<RecalculationStore, 'request'>;
  }) {
    this.#catalog = options.catalog;
    this.#recalculations = options.recalculations;
  }

  async add(
    decision: Decision,
    { now }: { now: number },
  ): Promise<StatedCorrection> {
    const { entityRef } = decision;
    const others = this.#of(entityRef);
    const held = others.filter(({ undone }) => !undone).length;
    if (held >= MAXIMUM_CORRECTIONS) {
      throw new ConflictError(
        `'${entityRef}' has ${held} corrections, which is as many as it may have; take back those that are no longer needed`,
      );
    }
    const latest = Math.max(0, ...others.map(({ recordedAt }) => recordedAt));
    const added = {
      ...decision,
      recordedAt: Math.max(now, latest + 1),
      undone: null,
    };
    await this.#recalculations.request([entityRef], { now });
    this.corrections.push(added);
    return { ...added, state: 'active' };
  }

  async undo(
    { entityRef, id }: { entityRef: string; id: string },
    { by, reason, now }: { by: string; reason: string; now: number },
  ): Promise<StatedCorrection | undefined> {
    const found = this.#of(entityRef).find(correction => correction.id === id);
    if (found?.undone) {
      throw new ConflictError(
        `Correction '${id}' was taken back before, by ${found.undone.by}`,
      );
    }
    if (!found) {
      return undefined;
    }
    await this.#recalculations.request([entityRef], { now });
    const undone = { at: Math.max(now, found.recordedAt), by, reason };
    this.corrections = this.corrections.map(correction =>
      correction === found ? { ...found, undone } : correction,
    );
    return { ...found, undone, state: 'undone' };
  }

  async list(
    entityRef: string,
    visibility: Visibility,
    { limit, before = Infinity }: { limit: number; before?: number },
  ): Promise<{ items: StatedCorrection[]; total: number }> {
    if (!(await this.#catalog.getEntity(entityRef, visibility))) {
      return { items: [], total: 0 };
    }
    const all = stateCorrections(this.#of(entityRef)).sort(
      (a, b) => b.recordedAt - a.recordedAt,
    );
    return {
      items: all
        .filter(({ recordedAt }) => recordedAt < before)
        .slice(0, limit),
      total: all.length,
    };
  }

  async listActive(
    entityRefs: Iterable<string>,
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, StatedCorrection[]>> {
    const visible = await this.#catalog.existingRefs(entityRefs, visibility);
    return new Map(
      [...visible]
        .map((ref): [string, StatedCorrection[]] => [
          ref,
          stateCorrections(this.#of(ref))
            .filter(({ state }) => state === 'active')
            .sort((a, b) => a.recordedAt - b.recordedAt),
        ])
        .filter(([, corrections]) => corrections.length > 0),
    );
  }

  async hasRecord(
    entityRef: string,
    kind: 'incident' | 'deployment',
    key: RecordKey,
    visibility: Visibility,
  ): Promise<boolean> {
    const isKnown = this.records.some(
      ({ source, subject, withdrawn, ...record }) =>
        record.entityRef === entityRef &&
        record.kind === kind &&
        isEqual({ source, subject }, key) &&
        !withdrawn,
    );
    return (
      isKnown &&
      (await this.#catalog.getEntity(entityRef, visibility)) !== undefined
    );
  }

  #of(entityRef: string): Correction[] {
    return this.corrections.filter(
      correction => correction.entityRef === entityRef,
    );
  }
}
