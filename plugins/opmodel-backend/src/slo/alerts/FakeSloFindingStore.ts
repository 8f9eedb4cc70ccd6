import { groupBy } from 'lodash';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { Visibility } from '../../catalog/Visibility';
import type { SloPolicyStore } from '../policies/SloPolicyStore';
import {
  FakeSloSelection,
  type SelectedSlo,
} from '../reading/FakeSloSelection';
import type { SloStore } from '../SloStore';
import type { SloAlertStore } from './SloAlertStore';
import type { SloFinding, SloFindingStore } from './SloFindingStore';

/** A new SLO has so long until it is measured, and a source so long until it is missed. Milliseconds. */
const MISSED_AFTER = 6 * 3_600_000;

/** What a finding says beside what it is about. */
type Found = Partial<
  Pick<
    SloFinding,
    'objective' | 'since' | 'remaining' | 'burn' | 'threshold' | 'severity'
  >
>;

/** Finds in memory what needs somebody. */
export class FakeSloFindingStore implements SloFindingStore {
  readonly #slos: FakeSloSelection;
  readonly #alerts: Pick<SloAlertStore, 'list'>;
  readonly #policies: Pick<SloPolicyStore, 'listHolding'>;

  constructor(options: {
    store: SloStore;
    catalog: FakeComponentCatalog;
    alerts: Pick<SloAlertStore, 'list'>;
    policies: Pick<SloPolicyStore, 'listHolding'>;
  }) {
    this.#slos = new FakeSloSelection(options);
    this.#alerts = options.alerts;
    this.#policies = options.policies;
  }

  async list(
    { owners, visibility }: { owners?: string[]; visibility: Visibility },
    options: { now: number; today: string },
  ): Promise<SloFinding[]> {
    const slos = await this.#slos.select({
      filter: owners && { ownerRefs: owners, descendants: true },
      visibility,
    });
    const kinds: Record<
      SloFinding['kind'],
      (slo: SelectedSlo) => Found[] | Promise<Found[]>
    > = {
      burning: slo => this.#findBurning(slo),
      exhausted: ({ states }) =>
        states
          .filter(({ state }) => state === 'exhausted')
          .map(({ objective, remaining }) => ({ objective, remaining })),
      not_measured: slo => findSilence(slo, options.now - MISSED_AFTER),
      review_overdue: ({ slo: { definition } }) =>
        definition.reviewOn !== null && definition.reviewOn < options.today
          ? [{ since: Date.parse(definition.reviewOn) }]
          : [],
      document_wrong: ({ problems }) =>
        problems.some(({ severity }) => severity === 'error') ? [{}] : [],
      policy: slo => this.#findAttention(slo),
    };
    const findings: SloFinding[] = [];
    for (const kind of Object.keys(kinds) as SloFinding['kind'][]) {
      for (const slo of slos) {
        const found = await kinds[kind](slo);
        findings.push(...found.map(of => describe(kind, slo, of)));
      }
    }
    return findings;
  }

  /** One an objective: the gravest of its alerts that fire. */
  async #findBurning({ ref, states }: SelectedSlo): Promise<Found[]> {
    const firing = (await this.#alerts.list([ref])).filter(
      ({ firedAt }) => firedAt !== null,
    );
    return Object.values(groupBy(firing, ({ objective }) => objective)).map(
      alerts => ({
        objective: alerts[0].objective,
        since: Math.min(...alerts.map(({ firedAt }) => firedAt!)),
        remaining: remainingOf(states, alerts[0].objective),
        burn: largest(alerts.map(({ burn }) => burn)),
        threshold: largest(alerts.map(({ threshold }) => threshold)),
        severity: alerts.some(({ severity }) => severity === 'page')
          ? 'page'
          : 'ticket',
      }),
    );
  }

  async #findAttention({ ref, states }: SelectedSlo): Promise<Found[]> {
    const holding = (await this.#policies.listHolding([ref])).filter(
      ({ kind }) => kind === 'attention',
    );
    return Object.values(groupBy(holding, ({ objective }) => objective)).map(
      consequences => ({
        objective: consequences[0].objective,
        since: Math.min(...consequences.map(({ since }) => since)),
        remaining: remainingOf(states, consequences[0].objective),
        threshold: largest(consequences.map(({ threshold }) => threshold)),
      }),
    );
  }
}

/** Where the source is silent, or answers with nothing for a day by now. */
function findSilence(
  { slo, measurement, states }: SelectedSlo,
  missed: number,
): Found[] {
  const until = measurement?.measuredUntil ?? null;
  const isSilent =
    until === null ||
    until < missed ||
    states.some(
      ({ objective, burns }) => objective >= 0 && burns['1d'] === null,
    );
  return slo.definedAt < missed && isSilent
    ? [{ since: until !== null && until < missed ? until : null }]
    : [];
}

function remainingOf(
  states: SelectedSlo['states'],
  objective: number,
): number | null {
  return states.find(state => state.objective === objective)?.remaining ?? null;
}

function largest(values: (number | null)[]): number | null {
  const known = values.filter(value => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function describe(
  kind: SloFinding['kind'],
  { ref, slo, entityRef, member, ownerRef }: SelectedSlo,
  found: Found,
): SloFinding {
  const { title } = slo.definition;
  return {
    kind,
    sloRef: ref,
    sloTitle: title,
    entityRef: entityRef ?? ref,
    entityTitle: member?.entity.title ?? member?.entity.name ?? title,
    ownerRef,
    objective: null,
    since: null,
    remaining: null,
    burn: null,
    threshold: null,
    severity: null,
    ...found,
  };
}
