import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type Acceptance,
  type NewSloCorrection,
  SLI_BUCKET_SECONDS,
  type SloCorrectionPage,
  type SloDefinition,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import { hiddenName } from '../hiddenName';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import { readText } from '../../lib/readText';
import type { SloDefinitionStore } from '../definitions/SloDefinitionStore';
import type { SloCorrections } from '../evaluation/SloCorrections';
import type { SloEvaluationStore } from '../evaluation/SloEvaluationStore';
import { readCorrection } from './readCorrection';
import type { SloCorrectionStore } from './SloCorrectionStore';

const BUCKET_MS = SLI_BUCKET_SECONDS * 1_000;

/** What corrections work with. */
export interface SloCorrectionServiceOptions {
  store: SloCorrectionStore;
  definitions: Pick<SloDefinitionStore, 'list'>;
  evaluations: Pick<SloEvaluationStore, 'request'>;
  acceptances: Acceptances;
  catalog: Pick<CatalogStore, 'existingRefs'>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Leaves spans of time out of budgets: as acceptances, which somebody else approves. They do not expire, because a budget that was right
 * once would be wrong then.
 */
export class SloCorrectionService implements SloCorrections {
  readonly #options: SloCorrectionServiceOptions;

  constructor(options: SloCorrectionServiceOptions) {
    this.#options = options;
    options.acceptances.onChanged('slo_correction', record =>
      this.keep(record),
    );
  }

  /** @throws NotFoundError when there is none, or it or what it measures may not be seen */
  async find(sloRef: string, visibility: Visibility): Promise<SloDefinition> {
    const { definitions, catalog } = this.#options;
    const [slo] = await definitions.list([sloRef]);
    const refs = slo
      ? [sloRef, slo.definition.entityRef].flatMap(ref => ref ?? [])
      : [sloRef];
    const seen = await catalog.existingRefs(refs, visibility);
    if (!slo || slo.removedAt !== null || refs.some(ref => !seen.has(ref))) {
      throw new NotFoundError(`No SLO '${sloRef}' in the catalog`);
    }
    return slo.definition;
  }

  /**
   * Asks in the name of the caller for a span to be left out.
   *
   * @param slo - that the caller may see and correct
   * @throws InputError that names the field
   * @throws ConflictError when the same is asked for already
   */
  async request(
    slo: SloDefinition,
    body: NewSloCorrection,
    credentials: BackstageCredentials,
  ): Promise<Acceptance> {
    const { acceptances, clock } = this.#options;
    const reason = readText('reason', body.reason);
    const span = readCorrection(body, clock());
    const from = toInstant(span.from);
    const to = toInstant(span.to);
    return acceptances.request(
      {
        subject: 'slo_correction',
        // Whoever sees the entity may not see the SLO, so neither this nor the title names it.
        subjectRef: `${hiddenName(slo.ref)} ${from} ${to}`,
        title: `Left out of an error budget: ${from} to ${to}`,
        entityRefs: [entityOf(slo)],
        riskLevel: body.riskLevel ?? 'low',
        reason,
        expiresOn: null,
        details: { slo: slo.ref, from, to, objective: null },
      },
      credentials,
    );
  }

  /**
   * What is left out and what is asked for, the newest span first.
   *
   * @param slo - that the caller may see
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    slo: SloDefinition,
    { limit, cursor }: { limit: number; cursor?: string },
    visibility: Visibility,
  ): Promise<SloCorrectionPage> {
    const { acceptances } = this.#options;
    const list = { slo: slo.ref };
    const after = decodeCursor<{ from: number; id: string }>(
      cursor,
      { from: ['number'], id: ['string'] },
      list,
    );
    const filter = {
      subject: 'slo_correction' as const,
      entityRefs: [entityOf(slo)],
    };
    const [inForce, requested] = await Promise.all([
      acceptances.listInForce(filter, visibility),
      acceptances.listRequested(filter, visibility),
    ]);
    const all = [...inForce, ...requested]
      .flatMap(record => {
        const span = spanOf(record);
        return span?.sloRef === slo.ref ? [{ record, ...span }] : [];
      })
      .sort(byNewest);
    const rest = after
      ? all.filter(
          one =>
            byNewest(one, { from: after.from, record: { id: after.id } }) > 0,
        )
      : all;
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ record, from, to }) => ({
        id: record.id,
        from: toInstant(from),
        to: toInstant(to),
        reason: record.reason,
        state: record.state,
        requestedBy: record.requestedBy,
        objective: null,
      })),
      totalItems: all.length,
      nextCursor:
        last && rest.length > limit
          ? encodeCursor({ from: last.from, id: last.record.id }, list)
          : null,
    };
  }

  /** Takes up what became of a correction, and has the windows that it touches evaluated anew. It may be told the same twice. */
  async keep(record: AcceptanceRecord): Promise<void> {
    const { store, evaluations, clock } = this.#options;
    const span = spanOf(record);
    if (!span) {
      return;
    }
    const isInForce = record.state === 'approved';
    if (isInForce) {
      await store.keep({ acceptanceId: record.id, ...span });
    }
    const isOver = !isInForce && (await store.drop(record.id));
    if (isInForce || isOver) {
      await evaluations.request([span.sloRef], {
        now: clock(),
        from: span.from,
        to: span.to,
      });
    }
  }

  async spansOf(
    sloRefs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly SloSpan[]>> {
    const kept = await this.#options.store.list(sloRefs);
    return new Map(
      Object.entries(groupBy(kept, ({ sloRef }) => sloRef)).map(
        ([sloRef, spans]) => [
          sloRef,
          spans.map(({ from, to }) => ({
            from: Math.floor(from / BUCKET_MS) * BUCKET_MS,
            to: Math.ceil(to / BUCKET_MS) * BUCKET_MS,
          })),
        ],
      ),
    );
  }
}

/** Whose owners decide: what is measured, or the SLO where nothing is known to be. */
function entityOf({ ref, entityRef }: SloDefinition): string {
  return entityRef ?? ref;
}

/** What a record is about; undefined where it was not asked for here, as anybody may ask for anything by hand. */
function spanOf({
  details,
}: Pick<AcceptanceRecord, 'details'>):
  | { sloRef: string; from: number; to: number }
  | undefined {
  const from = Date.parse(String(details.from));
  const to = Date.parse(String(details.to));
  return typeof details.slo === 'string' && from < to
    ? { sloRef: details.slo, from, to }
    : undefined;
}

function byNewest(
  a: { from: number; record: { id: string } },
  b: { from: number; record: { id: string } },
): number {
  if (a.record.id === b.record.id) {
    return 0;
  }
  return b.from - a.from || (a.record.id < b.record.id ? -1 : 1);
}
