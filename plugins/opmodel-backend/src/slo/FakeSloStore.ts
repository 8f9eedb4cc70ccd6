import type { CatalogStore } from '../catalog/CatalogStore';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { FakeSloDefinitionStore } from './definitions/FakeSloDefinitionStore';
import { FakeSloEvaluationStore } from './evaluation/FakeSloEvaluationStore';
import { FakeSliBucketStore } from './measurement/FakeSliBucketStore';
import { FakeSloBackfillStore } from './measurement/FakeSloBackfillStore';
import { FakeSloMeasurementStore } from './measurement/FakeSloMeasurementStore';
import type { SloStore } from './SloStore';

/** Keeps the core of the SLO subject in memory. */
export class FakeSloStore implements SloStore {
  readonly definitions: FakeSloDefinitionStore;
  readonly buckets: FakeSliBucketStore;
  readonly measurements: FakeSloMeasurementStore;
  readonly backfills = new FakeSloBackfillStore();
  readonly evaluations: FakeSloEvaluationStore;

  constructor(catalog: CatalogStore = new FakeCatalogStore()) {
    this.buckets = new FakeSliBucketStore();
    this.evaluations = new FakeSloEvaluationStore(this.buckets, (ref, worst) =>
      this.definitions.stand(ref, worst),
    );
    this.measurements = new FakeSloMeasurementStore(this.evaluations);
    this.definitions = new FakeSloDefinitionStore({
      catalog,
      buckets: this.buckets,
      measurements: this.measurements,
      backfills: this.backfills,
      evaluations: this.evaluations,
    });
  }
}
