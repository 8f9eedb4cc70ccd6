import type { DeliveryFacts } from './DeliveryStore';
import type { FailureState } from './doraMembers';
import { toDeploymentRecords } from './fakeRecords';
import type { SelectedResult } from './FakeSelections';

/**
 * What waits for somebody on one component; undefined where nothing does.
 *
 * @param openBefore - deployments from then on have had too little time to be recovered; epoch milliseconds
 */
export function failureStateOf(
  { component, result, isIn }: SelectedResult,
  facts: DeliveryFacts,
  openBefore: number,
): FailureState | undefined {
  const { recoveries, incidents } = result.delivery;
  const open = toDeploymentRecords(component, facts, result)
    .map(({ record }) => record)
    .filter(
      record =>
        isIn(record) &&
        record.failed &&
        record.at < openBefore &&
        recoveries.some(
          ({ deployment, recoveredAt, exclusion }) =>
            deployment?.source === record.source &&
            deployment.subject === record.subject &&
            recoveredAt === null &&
            exclusion !== 'no_recovery_known',
        ),
    );
  const unlinked = incidents.filter(
    incident =>
      isIn(incident) &&
      (incident.unlinked === 'no_deployment_in_time' ||
        incident.unlinked === 'no_start'),
  );
  return open.length + unlinked.length > 0
    ? {
        openFailures: open.length,
        openSince: firstOf(open),
        unlinkedIncidents: unlinked.length,
        unlinkedSince: firstOf(unlinked),
      }
    : undefined;
}

function firstOf(records: readonly { at: number }[]): number | null {
  return records.length > 0 ? Math.min(...records.map(({ at }) => at)) : null;
}
