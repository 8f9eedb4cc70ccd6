import type { Knex } from 'knex';
import { whereVisible } from '../catalog/DatabaseVisibility';
import type { Visibility } from '../catalog/Visibility';
import type { ScorecardCoverage } from './ScorecardCoverage';

/** Counts in SQLite or PostgreSQL. */
export class DatabaseScorecardCoverage implements ScorecardCoverage {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countScored(kind: string, visibility: Visibility): Promise<number> {
    const query = this.#knex('entities as entity')
      .where('entity.kind', kind)
      .whereNull('entity.removed_at')
      .whereExists(scored =>
        scored
          .from('scorecard_results as result')
          .join(
            'scorecards as scorecard',
            'scorecard.ref',
            'result.scorecard_ref',
          )
          .whereRaw('result.entity_ref = entity.ref')
          .whereNotNull('result.level_rank')
          .whereNull('scorecard.removed_at')
          .where(seen => {
            // A document that may not be seen does not exist; what is written in the portal is for everyone who reads scorecards.
            if (visibility.type !== 'all') {
              seen.where('scorecard.origin', 'portal').orWhere(document => {
                whereVisible(document, visibility, 'scorecard.ref');
              });
            }
          }),
      )
      .count({ found: '*' });
    whereVisible(query, visibility, 'entity.ref');
    const [{ found }]: any[] = await query;
    return Number(found);
  }
}
