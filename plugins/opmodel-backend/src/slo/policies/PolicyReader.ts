import { NotFoundError } from '@backstage/errors';
import type {
  DayWindow,
  ErrorBudgetPolicyPage,
  ErrorBudgetPolicyReport,
  ErrorBudgetPolicySummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { readGroupsBelow } from '../../catalog/readGroupsBelow';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import type { ShadowReporter } from '../gate/ShadowReporter';
import { describeConsequences } from './describeConsequences';
import type { KnownPolicy, PolicyDocuments } from './PolicyDocuments';
import type { PolicyExceptions } from './PolicyExceptions';
import type { SloPolicyStore } from './SloPolicyStore';
import { byTitle, listVisiblePolicies } from './visiblePolicies';

/** Of more consequences than these, the newest are shown. */
const SHOWN = 200;

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
export class PolicyReader {
  readonly #options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: SloPolicyStore;
    exceptions: PolicyExceptions;
    shadow: Pick<ShadowReporter, 'report'>;
    catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>;
    zone: string;
  };

  constructor(options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: SloPolicyStore;
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
    const policies = await listVisiblePolicies(this.#options, visibility);
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
    const all = (await listVisiblePolicies(this.#options, visibility)).filter(
      ({ ownerRef }) => owners?.has(ownerRef ?? '') ?? true,
    );
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
      consequences: await describeConsequences(consequences, exceptions),
      shadow: report,
      exceptions: inForce.filter(of => exceptions.isFrom(ref, of)).length,
    };
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
}
