import {
  measuresAnnotation,
  readMeasured,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import type { OpenSloEntities } from './readOpenSloEntities';
import type { SloProblemRow } from './SloDefinitionStore';

/** Which entity an SLO measures, and what is wrong with what it says of it. */
export interface FoundEntity {
  entityRef: string | null;
  problems: Omit<SloProblemRow, 'source'>[];
}

type Said = ReturnType<typeof readMeasured> & { path: string; value: string };

/**
 * Finds which entities SLOs measure: the one of the annotation, else the component or system with the name of the service, else the one
 * that the Service document names in its annotation.
 */
export class MeasuredEntities {
  readonly #existing: ReadonlySet<string>;
  readonly #services: OpenSloEntities['services'];

  private constructor(
    existing: ReadonlySet<string>,
    services: OpenSloEntities['services'],
  ) {
    this.#existing = existing;
    this.#services = services;
  }

  /** Looks up whatever the SLOs may mean, all at once. */
  static async load(
    catalog: Pick<CatalogStore, 'existingRefs'>,
    { slos, services }: OpenSloEntities,
  ): Promise<MeasuredEntities> {
    const meant = [...slos.map(({ entity }) => entity), ...services.values()];
    return new MeasuredEntities(
      await catalog.existingRefs(
        new Set(meant.flatMap(entity => readSaid(entity).candidates)),
        seesAll,
      ),
      services,
    );
  }

  find(slo: CatalogEntity): FoundEntity {
    const said = readSaid(slo);
    const found = said.candidates.filter(ref => this.#existing.has(ref));
    if (found.length > 0) {
      return { entityRef: found[0], problems: ambiguity(said, found) };
    }
    if (!said.stated) {
      const service = this.#services.get(
        `service:${slo.namespace}/${said.value}`.toLowerCase(),
      );
      const named = service && readSaid(service);
      const ref = named?.candidates.find(of => this.#existing.has(of));
      if (ref) {
        return { entityRef: ref, problems: [] };
      }
    }
    return { entityRef: null, problems: [unknown(said)] };
  }
}

function readSaid({
  namespace,
  annotations,
  document,
  kind,
}: CatalogEntity): Said {
  const spec = document?.spec as { service?: unknown } | undefined;
  const service = kind === 'slo' ? spec?.service : undefined;
  const annotated = annotations[measuresAnnotation];
  return {
    ...readMeasured({ namespace, annotations, service }),
    path:
      annotated === undefined
        ? 'spec.service'
        : `metadata.annotations["${measuresAnnotation}"]`,
    value: annotated ?? (typeof service === 'string' ? service : ''),
  };
}

function ambiguity({ stated, path, value }: Said, found: string[]) {
  return stated || found.length === 1
    ? []
    : [
        {
          severity: 'warning' as const,
          rule: 'service-ambiguous',
          path,
          value,
          // Without the other entity: whoever sees the SLO may not see that.
          message: `The name means several entities; ${found[0]} is taken. The annotation ${measuresAnnotation} says which one is meant.`,
        },
      ];
}

function unknown({ candidates, path, value }: Said) {
  return {
    severity: 'error' as const,
    rule: 'entity-unknown',
    path,
    value: value || null,
    message:
      candidates.length === 0
        ? `It does not say which entity it measures. The annotation ${measuresAnnotation} would.`
        : `The catalog has no ${candidates.join(
            ' and no ',
          )}, so it is not known what this measures.`,
  };
}
