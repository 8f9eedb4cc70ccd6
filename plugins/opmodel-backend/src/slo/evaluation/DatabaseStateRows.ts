import type { JsonColumnType } from '../../catalog/DatabaseLists';
import {
  burnSeconds,
  type BurnWindow,
  type SloObjectiveState,
  type SloWindowRow,
} from './SloEvaluationStore';

const burnWindows = Object.keys(burnSeconds) as BurnWindow[];

const burnColumnOf = (window: BurnWindow) => `burn_${window}`;

/** The columns of states, with their types. */
export const stateColumns: Readonly<Record<string, JsonColumnType>> = {
  slo_ref: 'text',
  objective: 'integer',
  evaluated_at: 'bigint',
  measured_until: 'bigint',
  window_from: 'bigint',
  window_to: 'bigint',
  target: 'double precision',
  state: 'text',
  attainment: 'double precision',
  good: 'double precision',
  total: 'double precision',
  minimum: 'integer',
  allowed: 'double precision',
  spent: 'double precision',
  remaining: 'double precision',
  estimated: 'boolean',
  ...Object.fromEntries(
    burnWindows.map(window => [
      burnColumnOf(window),
      'double precision' as const,
    ]),
  ),
  exhausts_at: 'bigint',
  alert_state: 'text',
};

/** The columns of windows, with their types. */
export const windowColumns: Readonly<Record<string, JsonColumnType>> = {
  slo_ref: 'text',
  objective: 'integer',
  from_at: 'bigint',
  to_at: 'bigint',
  target: 'double precision',
  attainment: 'double precision',
  remaining: 'double precision',
  state: 'text',
  good: 'double precision',
  total: 'double precision',
  complete: 'boolean',
};

/** The row of a state. */
export function stateRow(state: SloObjectiveState): object {
  return {
    slo_ref: state.sloRef,
    objective: state.objective,
    evaluated_at: state.evaluatedAt,
    measured_until: state.measuredUntil,
    window_from: state.window?.from ?? null,
    window_to: state.window?.to ?? null,
    target: state.target,
    state: state.state,
    attainment: state.attainment,
    good: state.good,
    total: state.total,
    minimum: state.minimum,
    allowed: state.allowed,
    spent: state.spent,
    remaining: state.remaining,
    estimated: state.estimated,
    ...Object.fromEntries(
      burnWindows.map(window => [burnColumnOf(window), state.burns[window]]),
    ),
    exhausts_at: state.exhaustsAt,
    alert_state: state.alertState,
  };
}

/** Reads the row of a state. */
export function readState(row: Record<string, any>): SloObjectiveState {
  return {
    sloRef: row.slo_ref,
    objective: row.objective,
    evaluatedAt: Number(row.evaluated_at),
    measuredUntil: instantOf(row.measured_until),
    window:
      row.window_from === null
        ? null
        : { from: Number(row.window_from), to: Number(row.window_to) },
    target: row.target,
    state: row.state,
    attainment: row.attainment,
    good: row.good,
    total: row.total,
    minimum: row.minimum,
    allowed: row.allowed,
    spent: row.spent,
    remaining: row.remaining,
    estimated: Boolean(row.estimated),
    burns: Object.fromEntries(
      burnWindows.map(window => [window, row[burnColumnOf(window)]]),
    ) as SloObjectiveState['burns'],
    exhaustsAt: instantOf(row.exhausts_at),
    alertState: row.alert_state,
  };
}

/** The row of a window. */
export function windowRow(window: SloWindowRow): object {
  return {
    slo_ref: window.sloRef,
    objective: window.objective,
    from_at: window.from,
    to_at: window.to,
    target: window.target,
    attainment: window.attainment,
    remaining: window.remaining,
    state: window.state,
    good: window.good,
    total: window.total,
    complete: window.complete,
  };
}

/** Reads the row of a window. */
export function readWindow(row: Record<string, any>): SloWindowRow {
  return {
    sloRef: row.slo_ref,
    objective: row.objective,
    from: Number(row.from_at),
    to: Number(row.to_at),
    target: row.target,
    attainment: row.attainment,
    remaining: row.remaining,
    state: row.state,
    good: row.good,
    total: row.total,
    complete: Boolean(row.complete),
  };
}

function instantOf(value: unknown): number | null {
  return value === null ? null : Number(value);
}
