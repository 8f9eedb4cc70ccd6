import type { Knex } from 'knex';
import {
  listChanges,
  listEntityChanges,
  listLostLevels,
  listTouched,
} from './DatabaseScorecardChanges';
import { listScoredEntities } from './DatabaseScorecardList';
import { listMatrix } from './DatabaseScorecardMatrix';
import {
  countEntities,
  countScored,
  countWeakest,
  listStates,
  listStatesBy,
} from './DatabaseScorecardTotals';
import type {
  ScorecardReadStore,
  ScorecardSelection,
} from './ScorecardReadStore';

/** Reads results for people from SQLite or PostgreSQL. */
export class DatabaseScorecardReadStore implements ScorecardReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  countEntities(selection: ScorecardSelection) {
    return countEntities(this.#knex, selection);
  }

  countScored(...given: Parameters<ScorecardReadStore['countScored']>) {
    return countScored(this.#knex, ...given);
  }

  listStates(...given: Parameters<ScorecardReadStore['listStates']>) {
    return listStates(this.#knex, ...given);
  }

  listStatesBy(...given: Parameters<ScorecardReadStore['listStatesBy']>) {
    return listStatesBy(this.#knex, ...given);
  }

  countWeakest(...given: Parameters<ScorecardReadStore['countWeakest']>) {
    return countWeakest(this.#knex, ...given);
  }

  list(...given: Parameters<ScorecardReadStore['list']>) {
    return listScoredEntities(this.#knex, ...given);
  }

  listMatrix(...given: Parameters<ScorecardReadStore['listMatrix']>) {
    return listMatrix(this.#knex, ...given);
  }

  listTouched(...given: Parameters<ScorecardReadStore['listTouched']>) {
    return listTouched(this.#knex, ...given);
  }

  listChanges(...given: Parameters<ScorecardReadStore['listChanges']>) {
    return listChanges(this.#knex, ...given);
  }

  listEntityChanges(
    ...given: Parameters<ScorecardReadStore['listEntityChanges']>
  ) {
    return listEntityChanges(this.#knex, ...given);
  }

  listLostLevels(...given: Parameters<ScorecardReadStore['listLostLevels']>) {
    return listLostLevels(this.#knex, ...given);
  }

  async revision(): Promise<string> {
    const [{ newest, results }]: any[] = await this.#knex.select({
      newest: this.#knex('scorecard_changes').max('id'),
      // A result that is new changed nothing.
      results: this.#knex('scorecard_results').count('*'),
    });
    return `${newest ?? 0}.${results}`;
  }
}
