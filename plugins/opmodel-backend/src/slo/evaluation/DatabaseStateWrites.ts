import type { Knex } from 'knex';
import { groupBy } from 'lodash';
import { inBulks, jsonTable, whereAnyOf } from '../../catalog/DatabaseLists';
import {
  readState,
  stateColumns,
  stateRow,
  windowColumns,
  windowRow,
} from './DatabaseStateRows';
import type {
  SloEvaluationStore,
  SloObjectiveState,
  SloWindowRow,
} from './SloEvaluationStore';
import { worstState } from './worstState';

const objectiveColumns = { slo_ref: 'text', objective: 'integer' } as const;

const alertColumns = {
  slo_ref: 'text',
  objective: 'integer',
  alert_state: 'text',
  state: 'text',
} as const;

const summaryColumns = {
  ref: 'text',
  state: 'text',
  remaining: 'double precision',
} as const;

/** Keeps how objectives stand, how their SLOs stand by them, and the windows. */
export async function keepStates(
  transaction: Knex.Transaction,
  {
    states,
    windows,
  }: {
    states: readonly SloObjectiveState[];
    windows: readonly SloWindowRow[];
  },
): Promise<void> {
  const rows = states.map(stateRow);
  await dropOthers(transaction, states);
  await upsert(transaction, {
    table: 'slo_states',
    keys: ['slo_ref', 'objective'],
    columns: stateColumns,
    rows,
  });
  await writeSummaries(transaction, states);
  await upsert(transaction, {
    table: 'slo_windows',
    keys: ['slo_ref', 'objective', 'to_at'],
    columns: windowColumns,
    rows: windows.map(windowRow),
    // What is complete moves no more.
    where: 'not slo_windows.complete',
  });
}

/** Keeps how alerts stand, and how SLOs stand by them. */
export async function writeAlertStates(
  transaction: Knex.Transaction,
  alerts: Parameters<SloEvaluationStore['keepAlertStates']>[0],
): Promise<void> {
  await inBulks(alerts, bulk =>
    transaction.raw(
      `update slo_states set alert_state = alert.alert_state, state = alert.state from ?
       where slo_states.slo_ref = alert.slo_ref
         and slo_states.objective = alert.objective`,
      [
        jsonTable(
          transaction,
          bulk.map(({ sloRef, objective, alertState, state }) => ({
            slo_ref: sloRef,
            objective,
            alert_state: alertState,
            state,
          })),
          alertColumns,
          'alert',
        ),
      ],
    ),
  );
  const query = transaction('slo_states').select();
  whereAnyOf(
    query,
    'slo_ref',
    alerts.map(({ sloRef }) => sloRef),
  );
  const rows: Record<string, any>[] = await query;
  await writeSummaries(transaction, rows.map(readState));
}

/** Deletes the states of objectives that an SLO no longer has. */
async function dropOthers(
  transaction: Knex.Transaction,
  states: readonly SloObjectiveState[],
): Promise<void> {
  const given = () =>
    jsonTable(
      transaction,
      states.map(({ sloRef, objective }) => ({ slo_ref: sloRef, objective })),
      objectiveColumns,
      'given',
    );
  await transaction.raw(
    `delete from slo_states where slo_ref in (select slo_ref from ?)
       and (slo_ref, objective) not in (select slo_ref, objective from ?)`,
    [given(), given()],
  );
}

async function writeSummaries(
  transaction: Knex.Transaction,
  states: readonly SloObjectiveState[],
): Promise<void> {
  const summaries = Object.entries(groupBy(states, ({ sloRef }) => sloRef)).map(
    ([ref, ofSlo]) => {
      const { state, remaining } = worstState(ofSlo)!;
      return { ref, state, remaining };
    },
  );
  await inBulks(summaries, bulk =>
    transaction.raw(
      `update slos set state = summary.state, remaining = summary.remaining from ?
       where slos.ref = summary.ref`,
      [jsonTable(transaction, bulk, summaryColumns, 'summary')],
    ),
  );
}

async function upsert(
  transaction: Knex.Transaction,
  options: {
    table: string;
    keys: readonly string[];
    columns: Parameters<typeof jsonTable>[2];
    rows: readonly object[];
    where?: string;
  },
): Promise<void> {
  const { table, keys, columns, rows, where } = options;
  const names = Object.keys(columns);
  const updates = names
    .filter(name => !keys.includes(name))
    .map(name => `${name} = excluded.${name}`)
    .join(', ');
  const list = names.join(', ');
  await inBulks(rows, bulk =>
    transaction.raw(
      `insert into ${table} (${list}) select ${list} from ? where true
       on conflict (${keys.join(', ')}) do update set ${updates}
       ${where ? `where ${where}` : ''}`,
      [jsonTable(transaction, bulk, columns, 'given')],
    ),
  );
}
