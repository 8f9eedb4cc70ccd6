import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  decideRelease,
  type NewBreakGlass,
  type ReleaseDecision,
  type ReleaseGate,
  type ReleaseGateDecisionPage,
  type ReleaseQuestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { ApproverDirectory } from '../../acceptances/ApproverDirectory';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import { BreakGlass } from './BreakGlass';
import { redactGate } from './redactGate';
import type { ReleaseGateStore } from './ReleaseGateStore';
import type { ReleaseOutcomes } from './ReleaseOutcomes';
import {
  ReleaseQuestions,
  type ReleaseQuestionsOptions,
} from './ReleaseQuestions';

/** What somebody asks the gate. */
export interface GateRequest {
  entityRef: string;
  environment?: string;
  risk: 'low' | 'high';
  /** What the pipeline calls the release. */
  reference?: string;
  /** Whether the answer is kept, as that to a pipeline is. */
  keep: boolean;
}

/** What the gate works with. */
export interface ReleaseGateServiceOptions extends ReleaseQuestionsOptions {
  store: ReleaseGateStore;
  outcomes: Pick<ReleaseOutcomes, 'read'>;
  acceptances: Pick<Acceptances, 'request' | 'listInForce'>;
  approvers: ApproverDirectory;
  catalog: Pick<CatalogStore, 'getEntity' | 'existingRefs'>;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Answers whether an entity may be released, from what is known of its budgets at that moment. Everybody gets the same answer; of its
 * reasons each is told what he may see.
 */
export class ReleaseGateService {
  readonly #options: ReleaseGateServiceOptions;
  readonly #breakGlass: BreakGlass;
  readonly #questions: ReleaseQuestions;

  constructor(options: ReleaseGateServiceOptions) {
    this.#options = options;
    this.#breakGlass = new BreakGlass(options);
    this.#questions = new ReleaseQuestions({
      ...options,
      breakGlass: this.#breakGlass,
    });
  }

  /** @throws NotFoundError when the entity does not exist or may not be seen */
  async decide(
    request: GateRequest,
    visibility: Visibility,
  ): Promise<ReleaseGate> {
    const { store, catalog, clock } = this.#options;
    const entity = await this.#require(request.entityRef, visibility);
    const now = clock();
    const { question, states } = await this.#questions.read(
      entity,
      request.risk,
      now,
    );
    const verdict = decideRelease(question);
    if (request.keep) {
      const { decision, mode, wouldHold, reasons, ruleVersion } = verdict;
      await store.add(
        {
          id: randomUUID(),
          entityRef: entity.ref,
          at: now,
          decision,
          mode,
          wouldHold,
          reference: request.reference ?? null,
          environment: request.environment ?? null,
          reasons,
          ruleVersion,
        },
        holdsByPolicy(question),
      );
    }
    return redactGate(
      {
        entityRef: entity.ref,
        decision: verdict.decision,
        open: verdict.open,
        mode: verdict.mode,
        wouldHold: verdict.wouldHold,
        reasons: verdict.reasons,
        ruleVersion: verdict.ruleVersion,
        approvers: verdict.wouldHold ? await this.#approversOf(entity) : [],
        until: toInstant(verdict.until),
        breakGlassUntil: toInstant(question.breakGlassUntil),
        evaluatedAt: toInstant(now),
        asOf: toInstant(await this.#asOf(states, visibility)),
      },
      catalog,
      visibility,
    );
  }

  /**
   * Lets releases of an entity pass at once, for a day. Those whom the decision rights name approve or deny it afterwards; a denial ends it.
   *
   * Whoever calls it has made sure that the caller may.
   *
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws ConflictError when the glass is broken already
   * @throws InputError that names the field
   */
  async breakGlass(
    entityRef: string,
    body: NewBreakGlass,
    visibility: Visibility,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    return this.#breakGlass.breakFor(
      await this.#require(entityRef, visibility),
      body,
      credentials,
    );
  }

  /**
   * What was answered for an entity, newest first.
   *
   * @param deliveries - whose deliveries may be seen
   * @throws NotFoundError when the entity does not exist or may not be seen
   * @throws InputError when the cursor is not one that this list gave
   */
  async listDecisions(
    request: {
      entityRef: string;
      decision?: ReleaseDecision;
      limit: number;
      cursor?: string;
    },
    visibility: Visibility,
    deliveries: Visibility,
  ): Promise<ReleaseGateDecisionPage> {
    const { store, outcomes, catalog } = this.#options;
    const { limit, cursor, ...list } = request;
    const after = decodeCursor<{ at: number; id: string }>(
      cursor,
      { at: ['number'], id: ['string'] },
      list,
    );
    const { ref: entityRef } = await this.#require(list.entityRef, visibility);
    const { items, total } = await store.list(
      { entityRef, decision: list.decision },
      visibility,
      { limit: limit + 1, after },
    );
    const page = items.slice(0, limit);
    const known = await outcomes.read(page, deliveries);
    const last = page.at(-1);
    return {
      items: await Promise.all(
        page.map(async ({ entityRef: _entityRef, ...given }) => ({
          ...(await redactGate(given, catalog, visibility)),
          at: toInstant(given.at),
          outcome: known.get(given.id) ?? null,
        })),
      ),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor({ at: last.at, id: last.id }, list)
          : null,
    };
  }

  async #require(
    entityRef: string,
    visibility: Visibility,
  ): Promise<CatalogEntity> {
    const entity = await this.#options.catalog.getEntity(entityRef, visibility);
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    return entity;
  }

  /** Up to where everything is measured that may be seen; null: nothing is. */
  async #asOf(
    states: readonly SloObjectiveState[],
    visibility: Visibility,
  ): Promise<number | null> {
    const seen = await this.#options.catalog.existingRefs(
      states.map(({ sloRef }) => sloRef),
      visibility,
    );
    const measured = states.flatMap(({ sloRef, measuredUntil }) =>
      seen.has(sloRef) ? measuredUntil ?? [] : [],
    );
    return measured.length > 0 ? Math.min(...measured) : null;
  }

  async #approversOf({
    ref,
  }: CatalogEntity): Promise<{ ref: string; title: string }[]> {
    const { approvers } = await this.#options.approvers.approversFor({
      subject: 'gate',
      entityRefs: [ref],
      riskLevel: 'high',
    });
    return approvers.map(approver => ({
      ref: approver.ref,
      title: approver.title,
    }));
  }
}

/** Whether each policy holds the release, or would: whatever broken glass lets pass. */
function holdsByPolicy(question: ReleaseQuestion): Map<string, boolean> {
  return new Map(
    question.policies.map(inForce => [
      inForce.policy.ref,
      decideRelease({
        ...question,
        policies: [inForce],
        breakGlassUntil: null,
      }).wouldHold,
    ]),
  );
}
