import {
  minimumSample,
  type PolicyConsequence,
  printSloDuration,
  type SloAlert,
  type SloDay,
  type SloDefinition,
  type SloObjective,
  type SloObjectiveStatus,
  type SloSourceState,
  type SloSpan,
  type SloStatus,
  sloUnitOf,
  type SloWindowReport,
  sloWindowAt,
  withoutArtefacts,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import { toInstant } from '../../lib/instants';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import {
  burnSeconds,
  type BurnWindow,
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
} from '../evaluation/SloEvaluationStore';
import { worstState } from '../evaluation/worstState';
import type { SloMeasurement } from '../measurement/SloMeasurementStore';
import { countedSliceSeconds } from './countedSpans';
import { reviewStateOf } from './reviewState';

/** What is measured no further than this long ago is stale. Milliseconds. */
const STALE_AFTER = 3_600_000;

/** How comparisons are written. */
const signs = { lte: '<=', lt: '<', gte: '>=', gt: '>' } as const;

/** Everything that the status of an SLO is made of. */
export interface KnownOfSlo {
  slo: StoredSlo;
  states: readonly SloObjectiveState[];
  /** Absent: it cannot be measured. */
  measurement?: SloMeasurement;
  /** Of what measures it; absent: no source of its type is there. */
  sourceTitle?: string;
  /** What it measures; absent: nothing that is known. */
  entity?: CatalogEntity;
  /** Who answers for it; absent: nobody, or somebody whom the caller may not see. */
  owner?: CatalogEntity;
  /** By objective. */
  alerts: ReadonlyMap<number, SloAlert[]>;
  consequences: PolicyConsequence[];
  trend: SloDay[];
  problems: number;
}

/** The status of an SLO as the API tells it. */
export function describeSlo(
  known: KnownOfSlo,
  { now, today }: { now: number; today: string },
): SloStatus {
  const { definition } = known.slo;
  const { states, alerts, entity, owner } = known;
  const stateOf = (index: number) =>
    states.find(({ objective }) => objective === index);
  return {
    ref: definition.ref,
    title: definition.title,
    description: definition.description,
    entityRef: definition.entityRef,
    entityTitle: entity ? entity.title ?? entity.name : null,
    ownerRef: owner?.ref ?? null,
    ownerTitle: owner ? owner.title ?? owner.name : null,
    tier: entity?.tier ?? null,
    budgetingMethod: definition.budgetingMethod,
    window: describeWindow(definition, states[0]?.window ?? null, now),
    composite: definition.composite,
    state: worstState(states)?.state ?? 'no_data',
    objectives: definition.objectives.map(objective =>
      describeObjective(definition, objective, {
        state: stateOf(objective.index),
        alerts: alerts.get(objective.index) ?? [],
      }),
    ),
    whole: definition.composite
      ? describeWhole(definition, {
          state: stateOf(COMPOSITE_OBJECTIVE),
          alerts: alerts.get(COMPOSITE_OBJECTIVE) ?? [],
        })
      : null,
    consequences: known.consequences,
    trend: known.trend,
    source: describeSource(known, now),
    problems: known.problems,
    reviewOn: definition.reviewOn,
    reviewState: reviewStateOf(definition.reviewOn, today),
  };
}

/** The window of an SLO with the present span. */
export function describeWindow(
  { window }: SloDefinition,
  evaluated: SloSpan | null,
  now: number,
): SloWindowReport {
  const span = evaluated ??
    sloWindowAt(window, now) ??
    firstWindow(window) ?? {
      from: now,
      to: now,
    };
  return {
    type: window.type,
    duration: printSloDuration(window.duration),
    zone: window.type === 'calendar' ? window.zone : null,
    startTime: window.type === 'calendar' ? window.startTime : null,
    from: toInstant(span.from)!,
    to: toInstant(span.to)!,
  };
}

/** Of a calendar whose first window has not begun. */
function firstWindow(window: SloDefinition['window']): SloSpan | null {
  if (window.type === 'rolling') {
    return null;
  }
  const start = DateTime.fromISO(window.startTime.trim().replace(' ', 'T'), {
    zone: window.zone,
  });
  return start.isValid ? sloWindowAt(window, start.toMillis()) : null;
}

interface Judged {
  state: SloObjectiveState | undefined;
  alerts: SloAlert[];
}

function describeObjective(
  definition: SloDefinition,
  objective: SloObjective,
  judged: Judged,
): SloObjectiveStatus {
  const { comparison, indicator, index, title, target, weight } = objective;
  return {
    index,
    title,
    ...describeBudget(definition, judged),
    target,
    comparison:
      comparison && `${signs[comparison.operator]} ${comparison.value}`,
    indicator: indicator?.type ?? null,
    weight: definition.composite ? weight : null,
    minimumEvents:
      judged.state?.minimum ??
      minimumSample({
        method: definition.budgetingMethod,
        target,
        timeSliceSeconds: countedSliceSeconds(definition, objective),
        periodSeconds: 0,
      }),
  };
}

function describeWhole(
  definition: SloDefinition,
  judged: Judged,
): SloObjectiveStatus | null {
  const { state } = judged;
  return state
    ? {
        index: COMPOSITE_OBJECTIVE,
        title: null,
        ...describeBudget(definition, judged),
        target: state.target,
        comparison: null,
        indicator: null,
        weight: null,
        minimumEvents: state.minimum,
      }
    : null;
}

function describeBudget(
  { budgetingMethod }: SloDefinition,
  { state, alerts }: Judged,
): Pick<
  SloObjectiveStatus,
  | 'state'
  | 'attainment'
  | 'good'
  | 'total'
  | 'budget'
  | 'burns'
  | 'alerts'
  | 'exhaustsAt'
> {
  const remaining = state?.remaining ?? null;
  return {
    state: state?.state ?? 'no_data',
    attainment: state?.attainment ?? null,
    good: state?.good ?? null,
    total: state?.total ?? null,
    budget: {
      unit: sloUnitOf(budgetingMethod),
      allowed: state?.allowed ?? null,
      spent: state?.spent ?? null,
      consumed: remaining === null ? null : withoutArtefacts(1 - remaining),
      remaining,
      estimated: state?.estimated ?? false,
    },
    burns: (Object.keys(burnSeconds) as BurnWindow[]).map(window => ({
      seconds: burnSeconds[window],
      rate: state?.burns[window] ?? null,
    })),
    alerts,
    exhaustsAt: toInstant(state?.exhaustsAt ?? null),
  };
}

function describeSource(
  { slo, states, measurement, sourceTitle }: KnownOfSlo,
  now: number,
): SloSourceState {
  return {
    type: slo.sourceType,
    title: sourceTitle ?? null,
    state: sourceStateOf(slo.sourceType, states, measurement, now),
    measuredAt: toInstant(measurement?.measuredUntil ?? null),
    error: measurement?.error ?? null,
  };
}

function sourceStateOf(
  sourceType: string | null,
  states: readonly SloObjectiveState[],
  measurement: SloMeasurement | undefined,
  now: number,
): SloSourceState['state'] {
  if (sourceType === null) {
    return 'none';
  }
  if (measurement?.error) {
    return 'failing';
  }
  if (!measurement || measurement.measuredUntil === null) {
    return 'never';
  }
  // A source that answers with nothing is no news: its metric may be gone.
  const isSilent =
    states.length > 0 && states.every(({ burns }) => burns['1d'] === null);
  return isSilent || now - measurement.measuredUntil > STALE_AFTER
    ? 'stale'
    : 'fresh';
}
