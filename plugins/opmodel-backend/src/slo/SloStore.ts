import type { SloDefinitionStore } from './definitions/SloDefinitionStore';
import type { SloEvaluationStore } from './evaluation/SloEvaluationStore';
import type { SliBucketStore } from './measurement/SliBucketStore';
import type { SloBackfillStore } from './measurement/SloBackfillStore';
import type { SloMeasurementStore } from './measurement/SloMeasurementStore';

/** What the core of the SLO subject keeps: what is defined, what was measured, and how budgets stand. */
export interface SloStore {
  definitions: SloDefinitionStore;
  buckets: SliBucketStore;
  measurements: SloMeasurementStore;
  backfills: SloBackfillStore;
  evaluations: SloEvaluationStore;
}
