import type { Knex } from 'knex';
import { joinSelectedDays } from '../catalog/DatabaseComponentSelection';
import type { FailureState } from './doraMembers';
import type { DaySpan, DoraSelection } from './DoraStore';

/** Reasons for which an incident is tied to no deployment that a person may well know better. */
const UNEXPLAINED = ['no_deployment_in_time', 'no_start'];

interface StateRow {
  entity_ref: string;
  count: number | string;
  since: number | string;
}

/** What waits for somebody, by component: failures that are known to be open, and incidents that nothing ties to a deployment. */
export async function listFailureStates(
  knex: Knex,
  request: {
    calculation: string;
    selection: DoraSelection;
    span: DaySpan;
    openBefore: number;
  },
): Promise<ReadonlyMap<string, FailureState>> {
  const { calculation, selection, span, openBefore } = request;
  const byComponent = (table: string): Knex.QueryBuilder =>
    knex(`${table} as verdict`)
      .where('verdict.calculation', calculation)
      .whereBetween('verdict.day', [span.from, span.to])
      .modify(query =>
        joinSelectedDays(query, selection, {
          entityRef: 'verdict.entity_ref',
          day: 'verdict.day',
        }),
      )
      .groupBy('verdict.entity_ref')
      .select('verdict.entity_ref')
      .count({ count: '*' })
      .min({ since: 'verdict.at' });
  const open: StateRow[] = await byComponent('dora_deployments')
    .where('verdict.failed', true)
    .whereNull('verdict.recovered_at')
    .where('verdict.at', '<', openBefore)
    .whereExists(isOpen);
  const unlinked: StateRow[] = await byComponent('dora_incidents').whereIn(
    'verdict.unlinked',
    UNEXPLAINED,
  );
  const states = new Map<string, FailureState>();
  const stateOf = (ref: string) =>
    states.get(ref) ?? {
      openFailures: 0,
      openSince: null,
      unlinkedIncidents: 0,
      unlinkedSince: null,
    };
  for (const { entity_ref: ref, count, since } of open) {
    states.set(ref, {
      ...stateOf(ref),
      openFailures: Number(count),
      openSince: Number(since),
    });
  }
  for (const { entity_ref: ref, count, since } of unlinked) {
    states.set(ref, {
      ...stateOf(ref),
      unlinkedIncidents: Number(count),
      unlinkedSince: Number(since),
    });
  }
  return states;
}

/** Whether a recovery is waited for: one that only a person could tell of may long be over. */
function isOpen(query: Knex.QueryBuilder): void {
  query
    .from('dora_recoveries as recovery')
    .whereRaw(
      `recovery.calculation = verdict.calculation
        and recovery.entity_ref = verdict.entity_ref
        and recovery.source = verdict.source
        and recovery.deployment = verdict.deployment`,
    )
    .whereNull('recovery.recovered_at')
    .whereNot('recovery.exclusion', 'no_recovery_known')
    .select('recovery.entity_ref');
}
