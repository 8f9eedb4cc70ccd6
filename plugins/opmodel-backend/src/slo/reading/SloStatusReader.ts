import {
  addDays,
  dayOf,
  type SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import { indexesOf } from '../evaluation/evaluateSlo';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import { worstState } from '../evaluation/worstState';
import type { SliSources } from '../measurement/SliSources';
import type { SloMeasurement } from '../measurement/SloMeasurementStore';
import type { SloStore } from '../SloStore';
import { describeSlo } from './describeSlo';
import type { ObjectiveOfDays, SloDayReader } from './SloDayReader';
import type { SloReadStore } from './SloReadStore';
import type { SloSurroundings } from './SloSurroundings';

/** Days of the trend of an SLO, today included. */
const TREND_DAYS = 30;

/** An SLO with how it stands. */
export interface ReadSlo {
  slo: StoredSlo;
  states: SloObjectiveState[];
  /** Absent: it cannot be measured. */
  measurement?: SloMeasurement;
  status: SloStatus;
}

/** What {@link SloStatusReader} works with. */
interface SloStatusReaderOptions {
  store: SloStore;
  reads: Pick<SloReadStore, 'countProblems'>;
  catalog: Pick<CatalogStore, 'getEntities'>;
  days: SloDayReader;
  sources: SliSources;
  surroundings: SloSurroundings;
  zone: string;
  clock: () => number;
}

/** Reads how SLOs stand, all of a page at once. */
export class SloStatusReader {
  readonly #options: SloStatusReaderOptions;

  constructor(options: SloStatusReaderOptions) {
    this.#options = options;
  }

  /**
   * @param refs - of SLOs that the caller may see
   * @returns in their order
   */
  async read(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadSlo[]> {
    if (refs.length === 0) {
      return [];
    }
    const { store, reads, surroundings, sources, clock, zone } = this.#options;
    const [slos, states, measurements, problems, alerts, consequences] =
      await Promise.all([
        store.definitions.list(refs),
        store.evaluations.listStates(refs),
        store.measurements.getMany(refs),
        reads.countProblems(refs),
        surroundings.alerts?.listAlerts(refs) ?? new Map(),
        surroundings.policies?.listConsequences(refs, visibility) ?? new Map(),
      ]);
    const statesOf = groupByRef(states);
    const now = clock();
    const today = dayOf(now, zone);
    const [entities, trends] = await Promise.all([
      this.#readEntities(slos, visibility),
      this.#readTrends(slos, statesOf, today),
    ]);
    const byRef = new Map(slos.map(slo => [slo.definition.ref, slo]));
    return refs.flatMap(ref => {
      const slo = byRef.get(ref);
      if (!slo) {
        return [];
      }
      const { entityRef, ownerRef } = slo.definition;
      const own = statesOf.get(ref) ?? [];
      const entity = entities.get(entityRef ?? '');
      const measurement = measurements.get(ref);
      const status = describeSlo(
        {
          slo,
          states: own,
          measurement,
          sourceTitle: slo.sourceType
            ? sources.get(slo.sourceType)?.title
            : undefined,
          entity,
          owner: entities.get(ownerRef ?? entity?.ownerRef ?? ''),
          alerts: alerts.get(ref) ?? new Map(),
          consequences: consequences.get(ref) ?? [],
          trend: trends.get(ref) ?? [],
          problems: problems.get(ref) ?? 0,
        },
        { now, today },
      );
      return [{ slo, states: own, measurement, status }];
    });
  }

  /** What is measured, and who answers for it, as far as it may be seen. */
  async #readEntities(
    slos: readonly StoredSlo[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, CatalogEntity>> {
    const { catalog } = this.#options;
    const measured = await catalog.getEntities(
      new Set(slos.flatMap(({ definition }) => definition.entityRef ?? [])),
      visibility,
    );
    const owners = await catalog.getEntities(
      new Set([
        ...slos.flatMap(({ definition }) => definition.ownerRef ?? []),
        ...measured.flatMap(({ ownerRef }) => ownerRef ?? []),
      ]),
      visibility,
    );
    return new Map(
      [...measured, ...owners].map(entity => [entity.ref, entity]),
    );
  }

  /** The latest days of the objective that stands worst. */
  async #readTrends(
    slos: readonly StoredSlo[],
    statesOf: ReadonlyMap<string, SloObjectiveState[]>,
    today: string,
  ) {
    const shown = slos.flatMap((slo): ObjectiveOfDays[] => {
      const { definition } = slo;
      const counted = indexesOf(definition);
      const worst = worstState(
        (statesOf.get(definition.ref) ?? []).filter(({ objective }) =>
          counted.includes(objective),
        ),
      );
      const objective = worst?.objective ?? counted[0];
      return objective === undefined ? [] : [{ slo, objective }];
    });
    const days = await this.#options.days.read(shown, {
      from: addDays(today, 1 - TREND_DAYS),
      to: today,
    });
    return new Map(
      shown.map(({ slo }, place) => [slo.definition.ref, days[place]]),
    );
  }
}

function groupByRef(
  states: readonly SloObjectiveState[],
): ReadonlyMap<string, SloObjectiveState[]> {
  const groups = new Map<string, SloObjectiveState[]>();
  for (const state of states) {
    const group = groups.get(state.sloRef);
    if (group) {
      group.push(state);
    } else {
      groups.set(state.sloRef, [state]);
    }
  }
  return groups;
}
