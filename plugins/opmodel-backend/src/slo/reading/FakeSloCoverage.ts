import { organisationScope } from '../../catalog/scopesOf';
import type { FakeSloSelection, SelectedSlo } from './FakeSloSelection';
import type {
  SloSelection,
  TierCoverage,
  UncoveredPosition,
  UncoveredRow,
} from './SloReadStore';

/** Components of a selection in memory, each with the SLOs of it that may be seen. */
async function selectComponents(
  slos: FakeSloSelection,
  { scopeRef = organisationScope, filter, visibility }: SloSelection,
) {
  const measuring = await slos.select({ visibility });
  return slos.catalog
    .select({ scopeRef, filter, visibility, ownership: 'now' })
    .map(({ kept: { entity } }) => ({
      entity,
      tier: entity.tier ?? null,
      own: measuring.filter(({ entityRef }) => entityRef === entity.ref),
    }));
}

const isMeasured = ({ measurement }: SelectedSlo) =>
  (measurement?.measuredAt ?? null) !== null;

/** Components of a selection and whether something of them is measured, by tier. */
export async function countCoverage(
  slos: FakeSloSelection,
  selection: SloSelection,
): Promise<TierCoverage[]> {
  const tiers = new Map<string | null, TierCoverage>();
  for (const { tier, own } of await selectComponents(slos, selection)) {
    const counted = tiers.get(tier) ?? { tier, entities: 0, covered: 0 };
    counted.entities += 1;
    counted.covered += Number(own.some(isMeasured));
    tiers.set(tier, counted);
  }
  return [...tiers.values()].sort((a, b) => byTier(a.tier, b.tier));
}

/** One page of components of which nothing is measured, and how many there are. */
export async function listUncovered(
  slos: FakeSloSelection,
  selection: SloSelection,
  { limit, after }: { limit: number; after?: UncoveredPosition },
): Promise<{ items: UncoveredRow[]; total: number }> {
  const uncovered = (await selectComponents(slos, selection))
    .filter(({ own }) => !own.some(isMeasured))
    .map(
      ({ entity, tier, own }): UncoveredRow => ({
        ref: entity.ref,
        tier,
        name: (entity.title ?? entity.name).toLocaleLowerCase('en-US'),
        title: entity.title ?? entity.name,
        ownerRef: entity.ownerRef ?? null,
        reason: own.length > 0 ? 'not_measured' : 'no_slo',
      }),
    )
    .sort(compare);
  return {
    items: uncovered
      .filter(row => !after || compare(row, after) > 0)
      .slice(0, limit),
    total: uncovered.length,
  };
}

function compare(a: UncoveredPosition, b: UncoveredPosition): number {
  return (
    byTier(a.tier, b.tier) || byText(a.name, b.name) || byText(a.ref, b.ref)
  );
}

/** Those without a tier last. */
function byTier(a: string | null, b: string | null): number {
  return a === null || b === null
    ? Number(a === null) - Number(b === null)
    : byText(a, b);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
