import {
  dayOf,
  type FactSchema,
  type FactValue,
  type SloState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactContext,
  FactEntity,
  FactProvider,
  ToldFacts,
} from '@opmodel/backstage-plugin-opmodel-node';
import { mapValues } from 'lodash';
import { seesAll } from '../../catalog/Visibility';
import type { StoredSlo } from '../definitions/SloDefinitionStore';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import { worstState } from '../evaluation/worstState';
import type { SloMeasurement } from '../measurement/SloMeasurementStore';
import type { SloStore } from '../SloStore';
import { reviewStateOf } from './reviewState';
import type { SloSurroundings } from './SloSurroundings';

const schema = {
  slos: { type: 'integer', description: 'SLOs that measure it' },
  measured: {
    type: 'integer',
    description: 'SLOs of which something was measured',
  },
  failing: {
    type: 'integer',
    description: 'SLOs that could not be measured the last time',
  },
  met: { type: 'integer', description: 'SLOs that are met' },
  atRisk: { type: 'integer', description: 'SLOs whose budget is at risk' },
  exhausted: {
    type: 'integer',
    description: 'SLOs whose budget is used up',
  },
  withoutData: {
    type: 'integer',
    description: 'SLOs with too little data to be judged, or none',
  },
  worstState: {
    type: 'string',
    description:
      'State of the SLO that stands worst: exhausted, at_risk, no_data, thin or met',
  },
  worstBudgetRemaining: {
    type: 'number',
    unit: 'ratio',
    description:
      'The least share of a budget that is left, below 0 once it is exceeded',
  },
  burning: { type: 'boolean', description: 'An alert on the burn fires' },
  withPolicy: {
    type: 'integer',
    description: 'SLOs to which an error budget policy applies',
  },
  reviewsOverdue: {
    type: 'integer',
    description: 'SLOs whose day of review has passed',
  },
  withoutReview: {
    type: 'integer',
    description: 'SLOs without a day of review',
  },
} as const satisfies FactSchema;

/** An SLO is a document with readers of its own. */
const schemaOfDocuments: FactSchema = mapValues(schema, definition => ({
  ...definition,
  countsOthers: true,
}));

/** States of alerts that fire: one that resolves has not ended. */
const firing: readonly (string | null)[] = ['firing', 'resolving'];

/** Tells how the SLOs of entities stand. Of what is measured by none, only that is told. */
export class SloFacts implements FactProvider {
  readonly id = 'slo';
  readonly title = 'Service level objectives';
  readonly schema = schemaOfDocuments;
  readonly kinds = ['component', 'api', 'resource', 'system', 'domain'];
  readonly cadence = { hours: 1 };
  readonly freshness = { hours: 25 };
  readonly #store: SloStore;
  readonly #surroundings: Pick<SloSurroundings, 'policies'>;
  readonly #zone: string;

  constructor(options: {
    store: SloStore;
    surroundings: Pick<SloSurroundings, 'policies'>;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#store = options.store;
    this.#surroundings = options.surroundings;
    this.#zone = options.zone;
  }

  async provide(
    entities: readonly FactEntity[],
    { now }: FactContext,
  ): Promise<ToldFacts[]> {
    const { definitions, evaluations, measurements } = this.#store;
    const { policies } = this.#surroundings;
    const slos = await definitions.listMeasuring(
      entities.map(({ entityRef }) => entityRef),
    );
    const refs = slos.map(({ definition }) => definition.ref);
    const [states, measured, governed] = await Promise.all([
      evaluations.listStates(refs),
      measurements.getMany(refs),
      policies?.listGoverned(refs, seesAll) ?? new Set<string>(),
    ]);
    const known = {
      statesOf: groupBy(states, ({ sloRef }) => sloRef),
      measured,
      governed,
      today: dayOf(now, this.#zone),
    };
    const slosOf = groupBy(slos, ({ definition }) => definition.entityRef);
    return entities.map(({ entityRef }) => ({
      entityRef,
      facts: toFacts(slosOf.get(entityRef) ?? [], known),
    }));
  }
}

interface KnownOfSlos {
  statesOf: ReadonlyMap<string, SloObjectiveState[]>;
  measured: ReadonlyMap<string, SloMeasurement>;
  governed: ReadonlySet<string>;
  /** ISO day. */
  today: string;
}

function toFacts(
  slos: readonly StoredSlo[],
  { statesOf, measured, governed, today }: KnownOfSlos,
): Record<string, FactValue> {
  if (slos.length === 0) {
    return { slos: 0, measured: 0, worstState: null };
  }
  const standings = slos.map(({ definition: { ref, reviewOn } }) => {
    const states = statesOf.get(ref) ?? [];
    return {
      ref,
      worst: worstState(states),
      measurement: measured.get(ref),
      isBurning: states.some(({ alertState }) => firing.includes(alertState)),
      review: reviewStateOf(reviewOn, today),
    };
  });
  const count = (holds: (standing: (typeof standings)[number]) => boolean) =>
    standings.filter(holds).length;
  const inState = (...states: SloState[]) =>
    count(({ worst }) => states.includes(worst?.state ?? 'no_data'));
  const remaining = standings.flatMap(({ worst }) => worst?.remaining ?? []);
  // Each stands for its SLO, so that none is taken for the whole of a composite.
  const worst = worstState(
    standings.map((standing, objective) => ({
      objective,
      state: standing.worst?.state ?? ('no_data' as const),
      remaining: standing.worst?.remaining ?? null,
    })),
  )!;
  return {
    slos: slos.length,
    measured: count(
      ({ measurement }) => (measurement?.measuredUntil ?? null) !== null,
    ),
    failing: count(({ measurement }) => (measurement?.error ?? null) !== null),
    met: inState('met'),
    atRisk: inState('at_risk'),
    exhausted: inState('exhausted'),
    withoutData: inState('no_data', 'thin'),
    worstState: worst.state,
    ...(remaining.length === 0
      ? {}
      : { worstBudgetRemaining: roundShare(Math.min(...remaining)) }),
    burning: count(({ isBurning }) => isBurning) > 0,
    withPolicy: count(({ ref }) => governed.has(ref)),
    reviewsOverdue: count(({ review }) => review === 'overdue'),
    withoutReview: count(({ review }) => review === 'none'),
  };
}

/** To a thousandth: a budget moves a little with every measurement, and each change of a fact is kept. */
function roundShare(share: number): number {
  // Without a sign before nothing.
  return Math.round(share * 1_000) / 1_000 || 0;
}

function groupBy<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
