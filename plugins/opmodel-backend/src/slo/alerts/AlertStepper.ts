import {
  type BurnAlertState,
  burnAlertTransition,
  firstBurnAlertState,
  stepBurnAlert,
} from '@opmodel/backstage-plugin-opmodel-common';
import { groupBy } from 'lodash';
import type {
  EvaluatedSlo,
  EvaluationListener,
} from '../evaluation/EvaluatedSlo';
import type {
  SloEvaluationStore,
  SloObjectiveState,
} from '../evaluation/SloEvaluationStore';
import type { AlertNotices } from './AlertNotices';
import { type AlertToRead, BurnReader } from './BurnReader';
import { alertStateOf, stateWithAlert } from './alertStates';
import type { SloAlertKey, SloAlertRow, SloAlertStore } from './SloAlertStore';
import { watchedAlerts } from './watchedAlerts';

/**
 * Steps the alerts of what was evaluated, says how that makes objectives stand, and has owners told. Each step is kept only where nobody
 * else has stepped the alert meanwhile, and what is told is made from what is kept; so doing it again, after a death or on another
 * replica, changes nothing.
 */
export class AlertStepper {
  readonly #options: {
    alerts: SloAlertStore;
    evaluations: Pick<SloEvaluationStore, 'sum' | 'keepAlertStates'>;
    notices: Pick<AlertNotices, 'request'>;
    /** Whether people are told that one of the usual alerts is over. */
    whenResolved: boolean;
  };
  readonly #burns: BurnReader;

  constructor(options: {
    alerts: SloAlertStore;
    evaluations: Pick<SloEvaluationStore, 'sum' | 'keepAlertStates'>;
    notices: Pick<AlertNotices, 'request'>;
    whenResolved: boolean;
  }) {
    this.#options = options;
    this.#burns = new BurnReader({ store: options.evaluations });
  }

  readonly step: EvaluationListener = async (evaluated, { now }) => {
    const { alerts, notices, whenResolved } = this.#options;
    const refs = evaluated.map(({ definition }) => definition.ref);
    const known = await alerts.list(refs);
    const byKey = new Map(known.map(row => [textOf(row), row]));
    const watched = evaluated.flatMap(of =>
      watchedIn(of, { whenResolved, now }),
    );
    const readings = await this.#burns.read(watched, { now });
    await alerts.step(
      withAnnouncements(
        watched.map((of, index) => {
          const before = byKey.get(textOf(keyOf(of)));
          const burn = readings[index];
          const from = before ?? firstBurnAlertState(now);
          const next = stepBurnAlert(from, burn, now, of.alert.rule);
          return {
            before: before ?? null,
            transition: burnAlertTransition(from, next),
            alertWhenResolved: of.alert.alertWhenResolved,
            row: rowOf(of, next, burn.long, before),
          };
        }),
        now,
      ),
    );
    const kept = new Set(watched.map(of => textOf(keyOf(of))));
    const gone = known.filter(row => !kept.has(textOf(row)));
    if (gone.length > 0) {
      await alerts.drop(gone);
    }
    // As they stand now, whoever stepped them.
    const standing = (await alerts.list(refs)).filter(row =>
      kept.has(textOf(row)),
    );
    await this.#keepStates(evaluated, standing);
    await notices.request(evaluated, standing, { now });
  };

  async #keepStates(
    evaluated: readonly EvaluatedSlo[],
    standing: readonly SloAlertRow[],
  ): Promise<void> {
    const byObjective = groupBy(
      standing,
      row => `${row.sloRef} ${row.objective}`,
    );
    const changed = evaluated
      .flatMap(({ states }) => states)
      .map(state => {
        const rows = byObjective[`${state.sloRef} ${state.objective}`] ?? [];
        const alertState = alertStateOf(rows);
        return {
          before: state,
          after: {
            sloRef: state.sloRef,
            objective: state.objective,
            alertState,
            state: stateWithAlert(state, alertState),
          },
        };
      })
      .filter(
        ({ before, after }) =>
          before.alertState !== after.alertState ||
          before.state !== after.state,
      )
      .map(({ after }) => after);
    if (changed.length > 0) {
      await this.#options.evaluations.keepAlertStates(changed);
    }
  }
}

function watchedIn(
  { definition, states, countsFrom, corrections }: EvaluatedSlo,
  options: { whenResolved: boolean; now: number },
): AlertToRead[] {
  return states.flatMap(state =>
    watchedAlerts(
      definition,
      { target: state.target, timeSliceSeconds: sliceOf(definition, state) },
      options,
    ).map(alert => ({ definition, state, alert, countsFrom, corrections })),
  );
}

function sliceOf(
  { budgetingMethod, objectives }: EvaluatedSlo['definition'],
  { objective }: SloObjectiveState,
): number | null {
  return budgetingMethod === 'Occurrences'
    ? null
    : objectives.find(({ index }) => index === objective)?.timeSliceSeconds ??
        null;
}

function rowOf(
  { state, alert }: AlertToRead,
  next: BurnAlertState,
  burn: number | null,
  before: SloAlertRow | undefined,
): SloAlertRow {
  return {
    sloRef: state.sloRef,
    objective: state.objective,
    rule: alert.id,
    severity: alert.severity,
    origin: alert.origin,
    longSeconds: alert.longSeconds,
    shortSeconds: alert.shortSeconds,
    threshold: alert.rule.threshold,
    canFire: alert.canFire,
    ...next,
    burn,
    announced: before?.announced ?? null,
    announcedAt: before?.announcedAt ?? null,
  };
}

/** A step that may be announced. */
interface Step {
  before: SloAlertRow | null;
  row: SloAlertRow;
  transition: 'fired' | 'resolved' | null;
  alertWhenResolved: boolean;
}

/**
 * People are told of the first page of an SLO, and once the last is over: what comes between, also of its other objectives and of the whole
 * of a composite, is the same trouble.
 */
function withAnnouncements(
  steps: readonly Step[],
  now: number,
): { row: SloAlertRow; before: number | null }[] {
  const pagesOf = groupBy(
    steps.filter(({ row }) => row.severity === 'page'),
    ({ row }) => row.sloRef,
  );
  return steps.map(step => {
    const { row, transition, alertWhenResolved } = step;
    const pages = pagesOf[row.sloRef] ?? [];
    const isFirst =
      transition === 'fired' &&
      pages.every(({ before }) => (before?.firedAt ?? null) === null) &&
      pages.find(other => other.transition === 'fired') === step;
    const isLast =
      transition === 'resolved' &&
      alertWhenResolved &&
      pages.every(other => other.row.firedAt === null) &&
      pages.find(other => other.transition === 'resolved') === step;
    const announced =
      row.severity === 'page' && (isFirst || isLast) ? transition : undefined;
    return {
      row: announced ? { ...row, announced, announcedAt: now } : row,
      before: step.before?.evaluatedAt ?? null,
    };
  });
}

function keyOf({ state, alert }: AlertToRead): SloAlertKey {
  return {
    sloRef: state.sloRef,
    objective: state.objective,
    rule: alert.id,
  };
}

function textOf({ sloRef, objective, rule }: SloAlertKey): string {
  return JSON.stringify([sloRef, objective, rule]);
}
