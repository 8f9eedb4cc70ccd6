import type { SloDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ImmediateNotice,
  ImmediateNotices,
} from '../../attention/ImmediateNotices';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { EvaluatedSlo } from '../evaluation/EvaluatedSlo';
import type { SloAlertRow } from './SloAlertStore';

/** What changed longer ago is no news. It also bounds for how long a change is asked to be told again. Milliseconds. */
const NEWS_MS = 86_400_000;

/** Users can turn the notifications off by it. */
const TOPIC = 'Burning objectives of my teams';

/** Has owners told of objectives that begin to burn, and of those that no longer do. */
export class AlertNotices {
  readonly #options: {
    notices: ImmediateNotices;
    catalog: Pick<CatalogStore, 'getEntities'>;
  };

  constructor(options: {
    notices: ImmediateNotices;
    catalog: Pick<CatalogStore, 'getEntities'>;
  }) {
    this.#options = options;
  }

  /** Asks for what the alerts have to tell. It may be asked for again: each change is told once. */
  async request(
    evaluated: readonly Pick<EvaluatedSlo, 'definition'>[],
    alerts: readonly SloAlertRow[],
    { now }: { now: number },
  ): Promise<void> {
    const { catalog, notices } = this.#options;
    const news = alerts.filter(
      ({ announced, announcedAt }) =>
        announced !== null && announcedAt! > now - NEWS_MS,
    );
    if (news.length === 0) {
      return;
    }
    const definitions = new Map(
      evaluated.map(({ definition }) => [definition.ref, definition]),
    );
    const measured = new Map(
      (
        await catalog.getEntities(
          news.flatMap(
            ({ sloRef }) => definitions.get(sloRef)?.entityRef ?? [],
          ),
          seesAll,
        )
      ).map(entity => [entity.ref, entity]),
    );
    await notices.request(
      news.flatMap(alert => {
        const definition = definitions.get(alert.sloRef)!;
        const entity = measured.get(definition.entityRef ?? '');
        const ownerRef = definition.ownerRef ?? entity?.ownerRef ?? null;
        return ownerRef === null
          ? []
          : [noticeOf(alert, { definition, entity, ownerRef })];
      }),
      { now },
    );
  }
}

function noticeOf(
  alert: SloAlertRow,
  {
    definition,
    entity,
    ownerRef,
  }: {
    definition: SloDefinition;
    entity: CatalogEntity | undefined;
    ownerRef: string;
  },
): ImmediateNotice {
  const { sloRef, objective, rule, announced, announcedAt } = alert;
  const { namespace, name } = parseEntityRef(sloRef);
  const of = entity ? ` of ${entity.title ?? entity.name}` : '';
  const common = {
    id: `slo-burning:${sloRef}:${objective}:${rule}:${announced}:${announcedAt}`,
    ownerRef,
    link: `/slos/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`,
    topic: TOPIC,
    scope: `opmodel:slo-burning:${sloRef}`,
  };
  return announced === 'fired'
    ? {
        ...common,
        title: `${definition.title}${of} burns its error budget`,
        description: describe(alert),
        namelessTitle: 'An objective burns its error budget',
        severity: 'critical',
      }
    : {
        ...common,
        title: `${definition.title}${of} no longer burns its error budget`,
        description: `The alert ${rule} is over.`,
        namelessTitle: 'An objective no longer burns its error budget',
        severity: 'normal',
      };
}

function describe({
  rule,
  burn,
  threshold,
  longSeconds,
  cause,
}: SloAlertRow): string {
  if (cause === 'no_data' || burn === null) {
    return `Nothing is measured any more (alert ${rule}).`;
  }
  const hours = longSeconds / 3_600;
  const over = hours >= 1 ? `${round(hours)} h` : `${round(hours * 60)} min`;
  return `Over the last ${over} it burned ${round(
    burn,
  )} times as fast as it may; the alert ${rule} fires from ${round(
    threshold,
  )} on.`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
