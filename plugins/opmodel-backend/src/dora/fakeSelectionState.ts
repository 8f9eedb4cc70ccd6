import type {
  DaySpan,
  DoraSelection,
  EmptyDaysFrom,
  ReportingComponents,
  SelectionState,
} from './DoraStore';
import type { FakeComponent } from './fakeSelection';
import type { KeptResult } from './FakeDeliveryStore';
import { countKnownDays } from './knownDays';

/** A component of a selection with what it did in a span. */
export interface FakeMember {
  component: FakeComponent;
  result: KeptResult | undefined;
  deployments: number | undefined;
}

/** What a selection holds in a span. */
export function describeFake(
  members: readonly FakeMember[],
  selection: DoraSelection,
  span: DaySpan,
  options: { emptyDaysFrom: EmptyDaysFrom },
): SelectionState {
  const results = members.flatMap(({ result }) => result ?? []);
  const earliest = (days: (string | null)[]) =>
    days.flatMap(day => day ?? []).sort()[0] ?? null;
  const recorded = results.flatMap(result => result.latestRecordedAt ?? []);
  return {
    components: members.length,
    firstDeploymentDay: earliest(
      results.map(({ firstDeploymentDay }) => firstDeploymentDay),
    ),
    firstIncidentDay: earliest(
      results.map(({ firstIncidentDay }) => firstIncidentDay),
    ),
    latestRecordedAt: recorded.length > 0 ? Math.max(...recorded) : null,
    reporting: listReporting(members, selection, span, options),
  };
}

function listReporting(
  members: readonly FakeMember[],
  selection: DoraSelection,
  span: DaySpan,
  { emptyDaysFrom }: { emptyDaysFrom: EmptyDaysFrom },
): ReportingComponents[] {
  const all = members.flatMap(({ component, result, deployments = 0 }) => {
    const firstDeploymentDay = result?.firstDeploymentDay ?? null;
    if (
      !result ||
      firstDeploymentDay === null ||
      firstDeploymentDay > span.to
    ) {
      return [];
    }
    const owned = component.scopes
      .filter(scope => scope.ref === selection.scopeRef)
      .map(scope => ({ fromDay: scope.fromDay, toDay: scope.toDay ?? null }));
    const days = countKnownDays(span, {
      firstDeploymentDay,
      emptyDaysFrom,
      owned: selection.ownership === 'now' ? undefined : owned,
      excludedDays: result.delivery.excludedDays,
    });
    return [{ entityRef: component.ref, components: 1, deployments, days }];
  });
  // Not where every day counts for nothing, nor where it deployed only after it had left the scope.
  const known = all.filter(({ days }) => days > 0);
  if (selection.ownership === 'then') {
    return known;
  }
  const groups = new Map<string, ReportingComponents>();
  for (const { deployments, days } of known) {
    const key = `${deployments} ${days}`;
    const components = (groups.get(key)?.components ?? 0) + 1;
    groups.set(key, { components, deployments, days });
  }
  return [...groups.values()];
}
