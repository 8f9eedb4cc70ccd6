import { NotFoundError } from '@backstage/errors';
import {
  type AppliedPolicy,
  appliesToSlo,
  compareWithAgreement,
  type DayWindow,
  type ErrorBudgetPolicyPage,
  type ErrorBudgetPolicyReport,
  type ErrorBudgetPolicySummary,
  type PolicyConsequence,
  printSloDuration,
  type SloAgreement,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { readGroupsBelow } from '../../catalog/readGroupsBelow';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { ShadowReporter } from '../gate/ShadowReporter';
import type { SloPolicyReader } from '../reading/SloSurroundings';
import type { KnownPolicy, PolicyDocuments } from './PolicyDocuments';
import type { PolicyExceptions } from './PolicyExceptions';
import type { NamedConsequence, SloPolicyStore } from './SloPolicyStore';

/** Of more consequences than these, the newest are shown. */
const SHOWN = 200;
/** The same for each SLO of a list. */
const SHOWN_OF_SLO = 20;

/** Which policies are asked for. */
export interface PoliciesRequest {
  /** Only those that these keep. */
  owners?: string[];
  /** Also those that the groups below them keep. */
  descendants: boolean;
  limit: number;
  cursor?: string;
}

/** Reads policies with what they brought about, as whoever asks may see it. */
export class PolicyReader implements SloPolicyReader {
  readonly #options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: SloPolicyStore;
    definitions: Pick<SloDefinitionStore, 'list'>;
    exceptions: PolicyExceptions;
    shadow: Pick<ShadowReporter, 'report'>;
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
    zone: string;
  };

  constructor(options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: SloPolicyStore;
    definitions: Pick<SloDefinitionStore, 'list'>;
    exceptions: PolicyExceptions;
    shadow: Pick<ShadowReporter, 'report'>;
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError when there is none, or it may not be seen */
  async find(ref: string, visibility: Visibility): Promise<KnownPolicy> {
    const policies = await this.#visible(visibility);
    const found = policies.find(policy => policy.ref === ref);
    if (!found) {
      throw new NotFoundError(`No error budget policy '${ref}' in the catalog`);
    }
    return found;
  }

  /** @throws InputError when the cursor is not one that this list gave */
  async list(
    request: PoliciesRequest,
    visibility: Visibility,
  ): Promise<ErrorBudgetPolicyPage> {
    const { limit, cursor, ...list } = request;
    const after = decodeCursor<{ title: string; ref: string }>(
      cursor,
      { title: ['string'], ref: ['string'] },
      list,
    );
    const owners = list.owners && (await this.#ownersOf(list, visibility));
    const all = (await this.#visible(visibility))
      .filter(({ ownerRef }) => owners?.has(ownerRef ?? '') ?? true)
      .sort(byTitle);
    const rest = after ? all.filter(policy => byTitle(policy, after) > 0) : all;
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.#summarise(page, visibility),
      totalItems: all.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor({ title: last.title, ref: last.ref }, list)
          : null,
    };
  }

  /**
   * @param deliveries - whose deliveries may be seen
   * @throws NotFoundError when there is none, or it may not be seen
   */
  async getReport(
    ref: string,
    window: DayWindow,
    visibility: Visibility,
    deliveries: Visibility,
  ): Promise<ErrorBudgetPolicyReport> {
    const { store, exceptions, shadow, zone } = this.#options;
    const policy = await this.find(ref, visibility);
    const from = DateTime.fromISO(window.from, { zone }).toMillis();
    const to = DateTime.fromISO(window.to, { zone }).endOf('day').toMillis();
    const [[summary], consequences, report, inForce] = await Promise.all([
      this.#summarise([policy], visibility),
      store.listConsequences(
        { policyRefs: [ref], endedAfter: from },
        visibility,
        { limit: SHOWN },
      ),
      shadow.report(ref, { from, to }, visibility, deliveries),
      exceptions.listInForce(undefined, visibility),
    ]);
    return {
      policy: summary,
      consequences: await this.#describe(consequences),
      shadow: report,
      exceptions: inForce.filter(of => exceptions.isFrom(ref, of)).length,
    };
  }

  async listApplied(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<AppliedPolicy[]> {
    const { store } = this.#options;
    const policies = await this.#visible(visibility);
    if (policies.length === 0 || sloRefs.length === 0) {
      return [];
    }
    const [subjects, consequences] = await Promise.all([
      store.listSubjects(sloRefs),
      store.listConsequences({ sloRefs }, visibility, { limit: SHOWN }),
    ]);
    const described = await this.#describe(consequences);
    return policies
      .filter(({ spec }) =>
        [...subjects.values()].some(subject => appliesToSlo(spec, subject)),
      )
      .sort(byTitle)
      .map(({ ref, title, spec: { mode, version } }) => ({
        ref,
        title,
        mode,
        version,
        consequences: described.filter(({ policyRef }) => policyRef === ref),
      }));
  }

  async listConsequences(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, PolicyConsequence[]>> {
    const policyRefs = (await this.#visible(visibility)).map(({ ref }) => ref);
    const bySlo = new Map<string, PolicyConsequence[]>();
    if (policyRefs.length === 0 || sloRefs.length === 0) {
      return bySlo;
    }
    const consequences = await this.#options.store.listConsequences(
      { policyRefs, sloRefs },
      visibility,
      { limit: sloRefs.length * SHOWN_OF_SLO },
    );
    for (const consequence of await this.#describe(consequences)) {
      const { sloRef } = consequence;
      bySlo.set(sloRef, [...(bySlo.get(sloRef) ?? []), consequence]);
    }
    return bySlo;
  }

  async listAgreements(
    {
      sloRefs,
      entityRefs,
    }: { sloRefs: readonly string[]; entityRefs: readonly string[] },
    visibility: Visibility,
  ): Promise<SloAgreement[]> {
    const { documents, catalog, definitions } = this.#options;
    const { agreements } = await documents.read();
    const concerned = agreements.flatMap(agreement =>
      agreement.spec.objectives
        .filter(({ slo }) =>
          slo === null
            ? agreement.spec.appliesTo.some(ref => entityRefs.includes(ref))
            : sloRefs.includes(slo),
        )
        .map(objective => ({ agreement, objective })),
    );
    const seen = await catalog.existingRefs(
      concerned.map(({ agreement }) => agreement.ref),
      visibility,
    );
    const known = new Map(
      (
        await definitions.list(concerned.flatMap(of => of.objective.slo ?? []))
      ).map(({ definition }) => [definition.ref, definition]),
    );
    return concerned
      .filter(({ agreement }) => seen.has(agreement.ref))
      .map(({ agreement, objective }) => {
        const slo = known.get(objective.slo ?? '');
        // The laxest of its objectives is what the SLO as a whole promises.
        const sloTarget = slo
          ? Math.min(...slo.objectives.map(({ target }) => target))
          : null;
        const { holds } = compareWithAgreement(
          slo && sloTarget !== null
            ? { target: sloTarget, period: slo.window.duration }
            : null,
          objective,
        );
        return {
          ref: agreement.ref,
          title: objective.title ?? agreement.title,
          sloRef: objective.slo,
          target: objective.target,
          sloTarget,
          period: objective.period ? printSloDuration(objective.period) : '',
          holds,
          validUntil: agreement.spec.validUntil,
        };
      });
  }

  async #visible(visibility: Visibility): Promise<KnownPolicy[]> {
    const { documents, catalog } = this.#options;
    const { policies } = await documents.read();
    const seen = await catalog.existingRefs(
      policies.map(({ ref }) => ref),
      visibility,
    );
    return policies.filter(({ ref }) => seen.has(ref));
  }

  /** The owners that are asked for, and the groups below those of them that may be seen. */
  async #ownersOf(
    { owners, descendants }: Pick<PoliciesRequest, 'owners' | 'descendants'>,
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const { catalog } = this.#options;
    const asked = owners ?? [];
    if (!descendants) {
      return new Set(asked);
    }
    const visible = await catalog.existingRefs(asked, visibility);
    const tree = await readGroupsBelow(catalog, visible);
    return new Set([
      ...asked,
      ...[...visible].flatMap(ref => [...tree.below(ref)]),
    ]);
  }

  async #summarise(
    policies: readonly KnownPolicy[],
    visibility: Visibility,
  ): Promise<ErrorBudgetPolicySummary[]> {
    const { store, catalog } = this.#options;
    const [holding, owners, entities] = await Promise.all([
      store.countHolding(
        policies.map(({ ref }) => ref),
        visibility,
      ),
      catalog.existingRefs(
        policies.flatMap(({ ownerRef }) => ownerRef ?? []),
        visibility,
      ),
      Promise.all(
        policies.map(({ spec }) => store.countEntities(spec, visibility)),
      ),
    ]);
    return policies.map(
      ({ ref, title, description, ownerRef, spec }, index) => ({
        ref,
        title,
        description,
        ownerRef: owners.has(ownerRef ?? '') ? ownerRef : null,
        mode: spec.mode,
        version: spec.version,
        closedWhenUnknown: spec.closedWhenUnknown,
        thresholds: spec.thresholds,
        approvals: spec.approvals,
        entities: entities[index],
        holding: holding.get(ref) ?? 0,
      }),
    );
  }

  async #describe(
    consequences: readonly NamedConsequence[],
  ): Promise<PolicyConsequence[]> {
    const { exceptions } = this.#options;
    const inForce = await exceptions.listInForce(
      consequences.flatMap(({ entityRef }) => entityRef ?? []),
    );
    return consequences.map(one => ({
      id: one.id,
      kind: one.kind,
      policyRef: one.policyRef,
      sloRef: one.sloRef,
      sloTitle: one.sloTitle,
      objective: one.objective,
      threshold: one.threshold,
      remaining: one.remaining,
      since: toInstant(one.since),
      until: toInstant(one.until),
      mode: one.mode,
      excepted: inForce.some(
        of =>
          exceptions.isFrom(one.policyRef, of) &&
          of.entityRefs.includes(one.entityRef ?? ''),
      ),
    }));
  }
}

function byTitle(
  a: { title: string; ref: string },
  b: { title: string; ref: string },
): number {
  if (a.title !== b.title) {
    return a.title < b.title ? -1 : 1;
  }
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}
