import { InputError, NotFoundError } from '@backstage/errors';
import {
  type ChangedDecision,
  dayOf,
  type Decision,
  type DecisionPage,
  type DecisionStatus,
  type NewDecision,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { type DecisionCaller, requireDecisionPerson } from '../DecisionCaller';
import { DecisionChecks } from './DecisionChecks';
import type { DecisionDescriber } from './DecisionDescriber';
import type {
  DecisionFilter,
  DecisionPosition,
  DecisionRecord,
  DecisionStore,
} from './DecisionStore';
import { readDecisionText } from './readDecisionText';
import { refuseChanged } from './refuseChanged';
import { searchedWords } from './searchedText';
import { refuseStatus } from './supersession';

/** Which decisions are asked for, and how many. */
export interface DecisionsRequest {
  text?: string;
  entityRef?: string;
  owners?: string[];
  status?: DecisionStatus;
  /** Only those whose review date has passed. */
  reviewDue?: boolean;
  limit: number;
  cursor?: string;
}

/** Words that one search may have. */
const MAX_WORDS = 20;

/** The decision log: what was decided, why, by whom, and when it is to be looked at again. */
export class DecisionService {
  readonly #store: DecisionStore;
  readonly #catalog: CatalogStore;
  readonly #checks: DecisionChecks;
  readonly #describer: DecisionDescriber;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: DecisionStore;
    catalog: CatalogStore;
    describer: DecisionDescriber;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#checks = new DecisionChecks(options);
    this.#describer = options.describer;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * Decisions, the newest first.
   *
   * @throws InputError when there are too many words, or the cursor is not one that this list gave
   */
  async list(
    { limit, cursor, ...request }: DecisionsRequest,
    caller: DecisionCaller,
  ): Promise<DecisionPage> {
    const words = searchedWords(request.text ?? '');
    if (words.length > MAX_WORDS) {
      throw new InputError(`'text' must be at most ${MAX_WORDS} words`);
    }
    const { entityRef, status, owners, reviewDue } = request;
    const list = { words, entityRef, status, owners, reviewDue };
    const after = decodeCursor<DecisionPosition>(
      cursor,
      { decidedOn: ['string'], createdAt: ['number'], id: ['string'] },
      list,
    );
    const filter = await this.#filterOf({ ...request, words }, caller.reads);
    const { items, total } = filter
      ? await this.#store.list(filter, caller.reads, {
          limit: limit + 1,
          after,
        })
      : { items: [], total: 0 };
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.#describer.describe(page, caller),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor(
              {
                decidedOn: last.decidedOn,
                createdAt: last.createdAt,
                id: last.id,
              },
              list,
            )
          : null,
    };
  }

  /** How many decisions about an entity, or anything in it, somebody may see. */
  async countAbout(entityRef: string, visibility: Visibility): Promise<number> {
    const { total } = await this.#store.list({ entityRef }, visibility, {
      limit: 1,
    });
    return total;
  }

  /**
   * One decision with what it was before.
   *
   * @throws NotFoundError when there is none that may be seen
   */
  async get(id: string, caller: DecisionCaller): Promise<Decision> {
    const decision = await this.#find(id, caller.reads);
    return this.#describer.describeWithPast(decision, caller);
  }

  /**
   * @throws NotAllowedError for a service, or without the permission to write about one of the entities
   * @throws InputError that names the field
   * @throws ConflictError when another decision supersedes the same one
   */
  async create(body: NewDecision, caller: DecisionCaller): Promise<Decision> {
    const person = requireDecisionPerson(caller);
    const now = this.#clock();
    const text = readDecisionText(body, 'accepted', { zone: this.#zone, now });
    const decision: DecisionRecord = {
      ...text,
      id: randomUUID(),
      supersededBy: null,
      createdBy: person,
      createdAt: now,
      updatedBy: null,
      updatedAt: null,
      version: 1,
    };
    await this.#save(undefined, decision, caller);
    return this.get(decision.id, caller);
  }

  /**
   * Replaces what a decision says.
   *
   * @throws NotFoundError when there is none that may be seen
   * @throws NotAllowedError for a service, or without the permission to write about one of the entities
   * @throws InputError that names the field
   * @throws ConflictError when somebody else changed it, and who
   */
  async update(
    id: string,
    body: ChangedDecision,
    caller: DecisionCaller,
  ): Promise<Decision> {
    const person = requireDecisionPerson(caller);
    const before = await this.#find(id, caller.reads);
    await this.#checks.requireWritable(before.entityRefs, caller);
    refuseChanged(id, before, body.version);
    const now = this.#clock();
    const text = readDecisionText(body, before.status, {
      zone: this.#zone,
      now,
    });
    const decision: DecisionRecord = {
      ...before,
      ...text,
      supersedes: await this.#checks.supersededBy(before, text, caller),
      updatedBy: person,
      updatedAt: now,
      version: before.version + 1,
    };
    await this.#save(before, decision, caller);
    return this.get(id, caller);
  }

  /** What the day is by which reviews are due; those before it are overdue. */
  today(): string {
    return dayOf(this.#clock(), this.#zone);
  }

  /** Null: what is asked for does not exist, or may not be seen. */
  async #filterOf(
    request: Omit<DecisionsRequest, 'limit' | 'text'> & { words: string[] },
    visibility: Visibility,
  ): Promise<DecisionFilter | null> {
    const { words, entityRef, owners, status, reviewDue } = request;
    const named = [...(entityRef === undefined ? [] : [entityRef])];
    const seen = await this.#catalog.getEntities(
      [...named, ...(owners ?? [])],
      visibility,
      { includeRemoved: true },
    );
    const refs = new Set(seen.map(({ ref }) => ref));
    return named.every(ref => refs.has(ref))
      ? {
          words,
          entityRef,
          ownerRefs: owners?.filter(ref => refs.has(ref)),
          status,
          reviewBefore: reviewDue ? this.today() : undefined,
        }
      : null;
  }

  async #find(id: string, visibility: Visibility): Promise<DecisionRecord> {
    const decision = await this.#store.get(id, visibility);
    if (!decision) {
      throw new NotFoundError(`No decision '${id}'`);
    }
    return decision;
  }

  async #save(
    before: DecisionRecord | undefined,
    after: DecisionRecord,
    caller: DecisionCaller,
  ): Promise<void> {
    refuseStatus(before?.status, after.status);
    await this.#checks.requireExisting(before, after, caller);
    await this.#checks.requireWritable(after.entityRefs, caller);
    const others = await this.#checks.planOthers(before, after, caller);
    await this.#store.save([after, ...others]);
  }
}
