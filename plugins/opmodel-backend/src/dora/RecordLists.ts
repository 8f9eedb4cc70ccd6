import type {
  DeploymentPage,
  DoraCorrection,
  IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import { seesNone, type Visibility } from '../catalog/Visibility';
import type { CatalogStore } from '../catalog/CatalogStore';
import type {
  CorrectionReader,
  StatedCorrection,
} from './corrections/CorrectionStore';
import { describeCorrection } from './corrections/describeCorrection';
import { decodeCursor, encodeCursor } from '../lib/cursor';
import { toDeployment } from './deploymentRows';
import {
  type DeploymentsRequest,
  type IncidentsRequest,
  toSelection,
} from './doraRequests';
import type { RecordPosition } from './doraRecords';
import type { DoraStore } from './DoraStore';
import type { EnabledDefinition } from './EnabledDefinitions';
import { toIncident } from './incidentRows';

/** What a caller may do with what they see. */
export interface RecordCaller {
  reads: Visibility;
  /** Entities whose facts the caller may correct. */
  corrects?: Visibility;
}

const positionShape = {
  at: ['number' as const],
  entityRef: ['string' as const],
  source: ['string' as const],
  subject: ['string' as const],
};

/** Lists the deployments and the incidents behind numbers, with what people decided about them. */
export class RecordLists {
  readonly #store: DoraStore;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;
  readonly #corrections: CorrectionReader;

  constructor(options: {
    store: DoraStore;
    catalog: Pick<CatalogStore, 'existingRefs'>;
    corrections: CorrectionReader;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#corrections = options.corrections;
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listDeployments(
    { calculation }: EnabledDefinition,
    request: DeploymentsRequest,
    caller: RecordCaller,
  ): Promise<DeploymentPage> {
    const { scopeRef, ownership, exclusion, failed, rework } = request;
    const list = {
      deployments: calculation,
      scopeRef,
      ownership,
      exclusion,
      failed,
      rework,
    };
    const { items, total } = await this.#store.listDeployments(
      calculation,
      toSelection(request, caller.reads),
      request.window,
      {
        exclusion,
        failed,
        rework,
        limit: request.limit + 1,
        after: decodeCursor<RecordPosition>(
          request.cursor,
          positionShape,
          list,
        ),
      },
    );
    const page = items.slice(0, request.limit);
    const correctionsOf = await this.#readCorrections(page, caller);
    return {
      items: page.map(record =>
        toDeployment(
          record,
          correctionsOf(record.entityRef, ({ kind, deployment }) =>
            kind === 'failure_link'
              ? false
              : deployment?.source === record.source &&
                deployment.subject === record.subject,
          ),
        ),
      ),
      totalItems: total,
      nextCursor: nextCursor(items, request.limit, list),
    };
  }

  /**
   * @throws InputError when the cursor is not one that this list gave
   */
  async listIncidents(
    { calculation }: EnabledDefinition,
    request: IncidentsRequest,
    caller: RecordCaller,
  ): Promise<IncidentPage> {
    const { scopeRef, ownership, exclusion, state } = request;
    const list = {
      incidents: calculation,
      scopeRef,
      ownership,
      exclusion,
      state,
    };
    const { items, total } = await this.#store.listIncidents(
      calculation,
      toSelection(request, caller.reads),
      request.window,
      {
        exclusion,
        state,
        limit: request.limit + 1,
        after: decodeCursor<RecordPosition>(
          request.cursor,
          positionShape,
          list,
        ),
      },
    );
    const page = items.slice(0, request.limit);
    const correctionsOf = await this.#readCorrections(page, caller);
    return {
      items: page.map(record =>
        toIncident(
          record,
          correctionsOf(
            record.entityRef,
            ({ kind, incident }) =>
              kind === 'failure_link' &&
              incident?.source === record.source &&
              incident.subject === record.subject,
          ),
        ),
      ),
      totalItems: total,
      nextCursor: nextCursor(items, request.limit, list),
    };
  }

  async #readCorrections(
    records: readonly { entityRef: string }[],
    { reads, corrects = seesNone }: RecordCaller,
  ): Promise<
    (
      entityRef: string,
      isAbout: (correction: StatedCorrection) => boolean,
    ) => DoraCorrection[]
  > {
    const active = await this.#corrections.listActive(
      new Set(records.map(({ entityRef }) => entityRef)),
      reads,
    );
    const mayCorrect =
      corrects.type === 'none' || active.size === 0
        ? new Set<string>()
        : await this.#catalog.existingRefs(active.keys(), corrects);
    return (entityRef, isAbout) =>
      (active.get(entityRef) ?? []).filter(isAbout).map(correction =>
        describeCorrection(correction, {
          mayCorrect: mayCorrect.has(entityRef),
        }),
      );
  }
}

/** Where the next page begins, if there is one. */
function nextCursor(
  items: readonly RecordPosition[],
  limit: number,
  list: object,
): string | null {
  const last = items.at(limit - 1);
  return last && items.length > limit
    ? encodeCursor(
        {
          at: last.at,
          entityRef: last.entityRef,
          source: last.source,
          subject: last.subject,
        },
        list,
      )
    : null;
}
