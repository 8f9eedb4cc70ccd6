import {
  ConflictError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type ChangedOwnershipPlan,
  dayOf,
  type NewOwnershipPlan,
  type OwnershipPlan,
  type OwnershipPlanPage,
  type PlanChange,
  type WhatIfAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import {
  decodeCursor,
  encodeCursor,
  type PositionShape,
} from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readPlan } from './planRequests';
import type { PlanReader, PlanRecord, PlanStore } from './PlanStore';
import type { WhatIfService } from './WhatIfService';

/** Whoever has more plans than this at a time had better decide. */
const PLANS_OF_ONE = 200;

const positionShape: PositionShape<{ updatedAt: number; id: string }> = {
  updatedAt: ['number'],
  id: ['string'],
};

/** Who asks: a person, and what of the catalog the person may read the ownership of. */
export interface Planner {
  /** Ref of a user, in lower case. */
  person: string;
  reads: Visibility;
}

/**
 * Saves plans of re-organisations. A plan is there for whoever saved it and for its named readers, until it expires; whoever saved it
 * may change it.
 */
export class PlanService {
  readonly #options: {
    store: PlanStore;
    whatIf: WhatIfService;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    zone: string;
    clock: () => number;
  };

  /** @param options - `zone`: IANA zone of the days on which plans expire; `clock` in epoch milliseconds */
  constructor(options: {
    store: PlanStore;
    whatIf: WhatIfService;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    zone: string;
    clock: () => number;
  }) {
    this.#options = options;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    { limit, cursor }: { limit: number; cursor?: string },
    planner: Planner,
  ): Promise<OwnershipPlanPage> {
    const list = { plansOf: planner.person };
    const { items, total } = await this.#options.store.list(
      this.#readerOf(planner),
      { limit, after: decodeCursor(cursor, positionShape, list) },
    );
    const last = items.at(-1);
    return {
      items: await this.#describe(items, planner),
      totalItems: total,
      nextCursor:
        last && items.length === limit
          ? encodeCursor({ updatedAt: last.updatedAt, id: last.id }, list)
          : null,
    };
  }

  /**
   * One plan with what it would do as of now.
   *
   * @throws NotFoundError where it does not exist for the person
   */
  async get(id: string, planner: Planner): Promise<OwnershipPlan> {
    const plan = await this.#require(id, planner);
    const [described] = await this.#describe([plan], planner);
    return described.problem === null
      ? { ...described, ...(await this.#answer(plan.changes, planner)) }
      : described;
  }

  /**
   * @throws InputError that names the field
   * @throws ConflictError when the person has too many
   */
  async create(
    body: NewOwnershipPlan,
    planner: Planner,
  ): Promise<OwnershipPlan> {
    const { store, whatIf, clock } = this.#options;
    const reader = this.#readerOf(planner);
    const contents = readPlan(body, reader);
    const answer = await whatIf.ask(contents.changes, planner.reads);
    if ((await store.countOf(reader)) >= PLANS_OF_ONE) {
      throw new ConflictError(
        `You have ${PLANS_OF_ONE} plans already; delete one that is decided`,
      );
    }
    const now = clock();
    const plan: PlanRecord = {
      ...contents,
      id: randomUUID(),
      createdBy: planner.person,
      createdAt: now,
      updatedBy: planner.person,
      updatedAt: now,
      version: 1,
    };
    await store.create(plan);
    const [described] = await this.#describe([plan], planner);
    return { ...described, answer };
  }

  /**
   * @throws InputError that names the field
   * @throws NotFoundError where it does not exist for the person
   * @throws NotAllowedError for its readers
   * @throws ConflictError when the version is not the present one
   */
  async update(
    id: string,
    body: ChangedOwnershipPlan,
    planner: Planner,
  ): Promise<OwnershipPlan> {
    const { store, whatIf, clock } = this.#options;
    const reader = this.#readerOf(planner);
    const contents = readPlan(body, reader);
    await this.#requireOwn(id, planner, 'change');
    const answer = await whatIf.ask(contents.changes, planner.reads);
    const isReplaced = await store.update(id, contents, {
      ...reader,
      version: body.version,
      now: clock(),
    });
    const plan = await this.#require(id, planner);
    if (!isReplaced) {
      throw new ConflictError(
        `The plan is at version ${plan.version}, changed by ${
          plan.updatedBy
        } at ${toInstant(plan.updatedAt)}, and no longer at ${body.version}`,
      );
    }
    const [described] = await this.#describe([plan], planner);
    return { ...described, answer };
  }

  /**
   * @throws NotFoundError where it does not exist for the person
   * @throws NotAllowedError for its readers
   */
  async delete(id: string, planner: Planner): Promise<void> {
    await this.#requireOwn(id, planner, 'delete');
    if (!(await this.#options.store.delete(id, this.#readerOf(planner)))) {
      throw notFound(id);
    }
  }

  /** Deletes what has expired. Until then nobody is told of it either. */
  async deleteExpired(): Promise<void> {
    const { store, zone, clock } = this.#options;
    await store.deleteExpired(dayOf(clock(), zone));
  }

  #readerOf({ person }: Planner): PlanReader {
    const { zone, clock } = this.#options;
    return { person, today: dayOf(clock(), zone) };
  }

  async #require(id: string, planner: Planner): Promise<PlanRecord> {
    const plan = await this.#options.store.get(id, this.#readerOf(planner));
    if (!plan) {
      throw notFound(id);
    }
    return plan;
  }

  async #requireOwn(
    id: string,
    planner: Planner,
    deed: 'change' | 'delete',
  ): Promise<void> {
    const { createdBy } = await this.#require(id, planner);
    if (createdBy !== planner.person) {
      throw new NotAllowedError(
        `Only ${createdBy}, who saved the plan, may ${deed} it; you are one of its readers`,
      );
    }
  }

  /** What has changed since it was saved may leave a plan without an answer; that is no error of whoever reads it. */
  async #answer(
    changes: readonly PlanChange[],
    { reads }: Planner,
  ): Promise<{ answer: WhatIfAnswer | null; problem: string | null }> {
    try {
      return {
        answer: await this.#options.whatIf.ask(changes, reads),
        problem: null,
      };
    } catch (error) {
      if (isError(error) && error.name === 'InputError') {
        return { answer: null, problem: error.message };
      }
      throw error;
    }
  }

  /** Plans without their answers. Whoever may not see all that one names is not told what it names. */
  async #describe(
    plans: readonly PlanRecord[],
    { person, reads }: Planner,
  ): Promise<OwnershipPlan[]> {
    const hidden = await this.#findHidden(
      plans.filter(({ createdBy }) => createdBy !== person).flatMap(refsIn),
      reads,
    );
    return plans.map(plan => {
      const isOwn = plan.createdBy === person;
      const hides = !isOwn && refsIn(plan).some(ref => hidden.has(ref));
      return {
        id: plan.id,
        name: plan.name,
        changes: hides ? [] : [...plan.changes],
        readerRefs: [...plan.readerRefs],
        createdBy: plan.createdBy,
        createdAt: toInstant(plan.createdAt),
        updatedAt: toInstant(plan.updatedAt),
        expiresOn: plan.expiresOn,
        version: plan.version,
        mayChange: isOwn,
        answer: null,
        problem: hides
          ? 'The plan names something that you may not see in the catalog'
          : null,
      };
    });
  }

  /** Those of some refs that exist and may not be seen. */
  async #findHidden(
    refs: readonly string[],
    reads: Visibility,
  ): Promise<ReadonlySet<string>> {
    if (reads.type === 'all' || refs.length === 0) {
      return new Set();
    }
    const [existing, seen] = await Promise.all(
      [seesAll, reads].map(visibility =>
        this.#options.catalog.existingRefs(refs, visibility),
      ),
    );
    return new Set([...existing].filter(ref => !seen.has(ref)));
  }
}

/** What the changes of a plan name. */
function refsIn({ changes }: PlanRecord): string[] {
  return changes.flatMap(({ teamRefs, entityRefs, toRef }) => [
    ...(teamRefs ?? []),
    ...(entityRefs ?? []),
    ...(toRef === undefined ? [] : [toRef]),
  ]);
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(`No plan '${id}'`);
}
