import type { Knex } from 'knex';
import { DatabaseSloDefinitionStore } from './definitions/DatabaseSloDefinitionStore';
import { DatabaseSloEvaluationStore } from './evaluation/DatabaseSloEvaluationStore';
import { DatabaseSliBucketStore } from './measurement/DatabaseSliBucketStore';
import { DatabaseSloBackfillStore } from './measurement/DatabaseSloBackfillStore';
import { DatabaseSloMeasurementStore } from './measurement/DatabaseSloMeasurementStore';
import type { SloStore } from './SloStore';

/** Keeps the core of the SLO subject in SQLite or PostgreSQL. */
export class DatabaseSloStore implements SloStore {
  readonly definitions: DatabaseSloDefinitionStore;
  readonly buckets: DatabaseSliBucketStore;
  readonly measurements: DatabaseSloMeasurementStore;
  readonly backfills: DatabaseSloBackfillStore;
  readonly evaluations: DatabaseSloEvaluationStore;

  constructor(knex: Knex) {
    this.definitions = new DatabaseSloDefinitionStore(knex);
    this.buckets = new DatabaseSliBucketStore(knex);
    this.measurements = new DatabaseSloMeasurementStore(knex);
    this.backfills = new DatabaseSloBackfillStore(knex);
    this.evaluations = new DatabaseSloEvaluationStore(knex);
  }
}
