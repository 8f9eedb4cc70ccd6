import type { Knex } from 'knex';
import { printRevision } from './ScorecardStore';

/**
 * The revision of the definitions that hold.
 *
 * @param knex - or the transaction in which it must not change
 */
export async function readScorecardRevision(knex: Knex): Promise<string> {
  const [{ versions, removed }] = await knex('scorecards')
    .sum({ versions: 'version' })
    .count({ removed: 'removed_at' });
  return printRevision({
    versions: Number(versions ?? 0),
    removed: Number(removed),
  });
}
