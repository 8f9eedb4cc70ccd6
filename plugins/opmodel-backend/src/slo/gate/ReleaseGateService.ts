import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  appliesToSlo,
  dayOf,
  decideRelease,
  type NewBreakGlass,
  type PolicyInForce,
  type ReleaseDecision,
  type ReleaseGate,
  type ReleaseGateDecisionPage,
  type ReleaseQuestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { ApproverDirectory } from '../../acceptances/ApproverDirectory';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import type { PolicyDocuments } from '../policies/PolicyDocuments';
import type { PolicyExceptions } from '../policies/PolicyExceptions';
import { policyBudgets } from '../policies/policyBudgets';
import type { SloPolicyStore } from '../policies/SloPolicyStore';
import type { SloStore } from '../SloStore';
import { redactGate } from './redactGate';
import type { ReleaseGateStore } from './ReleaseGateStore';
import type { ReleaseOutcomes } from './ReleaseOutcomes';

/** For how long broken glass lets releases pass. Milliseconds. */
const BROKEN_FOR = 86_400_000;

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
export interface ReleaseGateServiceOptions {
  store: ReleaseGateStore;
  slos: Pick<SloStore, 'definitions' | 'evaluations'>;
  policies: Pick<SloPolicyStore, 'listSubjects' | 'getEntitySubject'>;
  documents: Pick<PolicyDocuments, 'read'>;
  exceptions: Pick<PolicyExceptions, 'listInForce' | 'endOf' | 'isFrom'>;
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

  constructor(options: ReleaseGateServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError when the entity does not exist or may not be seen */
  async decide(
    request: GateRequest,
    visibility: Visibility,
  ): Promise<ReleaseGate> {
    const { store, catalog, clock } = this.#options;
    const entity = await this.#require(request.entityRef, visibility);
    const now = clock();
    const { question, states } = await this.#ask(entity, request.risk, now);
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
    const { acceptances, clock, zone } = this.#options;
    const entity = await this.#require(entityRef, visibility);
    const reason = readText('reason', body.reason);
    const reference =
      body.reference === undefined
        ? null
        : readText('reference', body.reference);
    const now = clock();
    const broken = await this.#brokenUntil(entity.ref, now);
    if (broken !== null) {
      throw new ConflictError(
        `Releases of '${entity.ref}' pass already, until ${toInstant(broken)}`,
      );
    }
    const until = now + BROKEN_FOR;
    return acceptances.request(
      {
        subject: 'gate',
        subjectRef: `break-glass ${toInstant(now)}`,
        title: `Broken glass: releases of ${entity.title ?? entity.name} pass`,
        entityRefs: [entity.ref],
        riskLevel: 'high',
        reason,
        expiresOn: dayOf(until, zone),
        urgentUntil: until,
        details: { until: toInstant(until), reference },
      },
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

  async #ask(
    entity: CatalogEntity,
    risk: 'low' | 'high',
    now: number,
  ): Promise<{ question: ReleaseQuestion; states: SloObjectiveState[] }> {
    const { store, slos, policies, documents, exceptions } = this.#options;
    const [known, refs, own, inForce, breakGlassUntil] = await Promise.all([
      documents.read(),
      store.listSloRefs(entity.ref),
      policies.getEntitySubject(entity.ref),
      exceptions.listInForce([entity.ref]),
      this.#brokenUntil(entity.ref, now),
    ]);
    const [definitions, states, subjects] = await Promise.all([
      slos.definitions.list(refs),
      slos.evaluations.listStates(refs),
      policies.listSubjects(refs),
    ]);
    const applied = known.policies.flatMap((policy): PolicyInForce[] => {
      const budgets = definitions
        .filter(({ definition: { ref } }) => {
          const subject = subjects.get(ref);
          return subject !== undefined && appliesToSlo(policy.spec, subject);
        })
        .flatMap(({ definition }) =>
          policyBudgets(definition, states, { now }),
        );
      if (budgets.length === 0 && !appliesToSlo(policy.spec, own)) {
        return [];
      }
      const ends = inForce
        .filter(exception => exceptions.isFrom(policy.ref, exception))
        .map(exception => exceptions.endOf(exception));
      return [
        {
          policy,
          budgets,
          exceptedUntil: ends.length > 0 ? Math.max(...ends) : null,
        },
      ];
    });
    return {
      question: { policies: applied, risk, breakGlassUntil, now },
      states,
    };
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

  /** Until when releases pass whatever policies say; null: they do not. */
  async #brokenUntil(entityRef: string, now: number): Promise<number | null> {
    const { acceptances, exceptions } = this.#options;
    const inForce = await acceptances.listInForce(
      { subject: 'gate', entityRefs: [entityRef] },
      seesAll,
    );
    const ends = inForce
      // What was urgent is no longer than that, also once it is approved.
      .map(accepted => accepted.urgentUntil ?? exceptions.endOf(accepted))
      .filter(end => end > now);
    return ends.length > 0 ? Math.max(...ends) : null;
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
