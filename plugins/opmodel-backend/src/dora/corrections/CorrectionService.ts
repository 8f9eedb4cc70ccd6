import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  type DoraCorrection,
  type DoraCorrectionPage,
  type NewDoraCorrection,
  opmodelDoraCorrectPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { type DoraCaller, requirePerson } from '../DoraCaller';
import { readText } from '../../lib/readText';
import type { CorrectionStore } from './CorrectionStore';
import { describeCorrection } from './describeCorrection';
import { readDecision, type StatedDecision } from './readDecision';

/** One page of the corrections of an entity. */
export interface CorrectionsRequest {
  entityRef: string;
  limit: number;
  cursor?: string;
}

/**
 * Lets people decide about the facts of components: which deployment caused an incident, whether a deployment failed or was
 * planned, and which days do not count. The numbers follow; the facts stay as they were sent.
 */
export class CorrectionService {
  readonly #store: CorrectionStore;
  readonly #catalog: CatalogStore;
  readonly #clock: () => number;

  constructor(options: {
    store: CorrectionStore;
    catalog: CatalogStore;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#clock = options.clock;
  }

  /**
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws InputError when it is no component, or the cursor is not one that this list gave
   */
  async list(
    { entityRef, limit, cursor }: CorrectionsRequest,
    caller: DoraCaller,
  ): Promise<DoraCorrectionPage> {
    const entity = await this.#findComponent(entityRef, caller);
    const mayCorrect = await this.#mayCorrect(entity, caller);
    const list = { corrections: entity.ref };
    const after = decodeCursor<{ recordedAt: number }>(
      cursor,
      { recordedAt: ['number'] },
      list,
    );
    const { items, total } = await this.#store.list(entity.ref, caller.reads, {
      limit: limit + 1,
      before: after?.recordedAt,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(item => describeCorrection(item, { mayCorrect })),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor({ recordedAt: last.recordedAt }, list)
          : null,
      mayCorrect,
    };
  }

  /**
   * @throws NotFoundError when the component does not exist or may not be seen
   * @throws NotAllowedError when the caller may not correct it
   * @throws InputError that names the field
   * @throws ConflictError when it has too many corrections
   */
  async correct(
    entityRef: string,
    body: NewDoraCorrection,
    caller: DoraCaller,
  ): Promise<DoraCorrection> {
    const { entity, person } = await this.#requireRight(entityRef, caller);
    const decision = readDecision(body, this.#clock());
    await this.#requireRecords(entity.ref, decision, caller);
    const correction = await this.#store.add(
      {
        ...decision,
        id: randomUUID(),
        entityRef: entity.ref,
        decidedBy: person,
      },
      { now: this.#clock() },
    );
    return describeCorrection(correction, { mayCorrect: true });
  }

  /**
   * @throws NotFoundError when the component or the correction does not exist or may not be seen
   * @throws NotAllowedError when the caller may not correct the component
   * @throws InputError that names the field
   * @throws ConflictError when it was taken back before
   */
  async undo(
    { entityRef, id }: { entityRef: string; id: string },
    body: { reason: string },
    caller: DoraCaller,
  ): Promise<DoraCorrection> {
    const { entity, person } = await this.#requireRight(entityRef, caller);
    const correction = await this.#store.undo(
      { entityRef: entity.ref, id },
      {
        by: person,
        reason: readText('reason', body.reason),
        now: this.#clock(),
      },
    );
    if (!correction) {
      throw new NotFoundError(`'${entity.ref}' has no correction '${id}'`);
    }
    return describeCorrection(correction, { mayCorrect: true });
  }

  async #findComponent(
    entityRef: string,
    { reads }: DoraCaller,
  ): Promise<CatalogEntity> {
    const entity = await this.#catalog.getEntity(entityRef, reads);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    if (entity.kind !== 'component') {
      throw new InputError(
        `Facts are those of components, and '${entity.ref}' is a ${entity.kind}: correct the component that the fact is about`,
      );
    }
    return entity;
  }

  async #mayCorrect(
    { ref }: CatalogEntity,
    { person, corrects }: DoraCaller,
  ): Promise<boolean> {
    return (
      person !== null &&
      (await this.#catalog.getEntity(ref, corrects)) !== undefined
    );
  }

  async #requireRight(
    entityRef: string,
    caller: DoraCaller,
  ): Promise<{ entity: CatalogEntity; person: string }> {
    const person = requirePerson(caller, 'correct facts');
    const entity = await this.#findComponent(entityRef, caller);
    if (!(await this.#mayCorrect(entity, caller))) {
      throw new NotAllowedError(
        `This takes the permission ${opmodelDoraCorrectPermission.name} for '${entity.ref}'`,
      );
    }
    return { entity, person };
  }

  /** Answers the same for a record that does not exist and for one of another entity. */
  async #requireRecords(
    entityRef: string,
    decision: StatedDecision,
    { reads }: DoraCaller,
  ): Promise<void> {
    for (const kind of ['incident', 'deployment'] as const) {
      const key = decision[kind];
      if (key && !(await this.#store.hasRecord(entityRef, kind, key, reads))) {
        throw new InputError(
          `'${kind}' must name a record of '${entityRef}', which has none with the source '${key.source}' and the id '${key.subject}'`,
        );
      }
    }
  }
}
