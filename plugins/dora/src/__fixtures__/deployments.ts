import type {
  DeploymentChangeRow,
  DeploymentPage,
  DeploymentRow,
  FailureLinkRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

const HOUR = 3_600;

/** A change within a deployment. */
export function buildChange(
  overrides: Partial<DeploymentChangeRow> = {},
): DeploymentChangeRow {
  return {
    key: '4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2b3c4',
    title: 'Retry the settlement call once',
    url: 'https://git.example.com/shop/payments/pull/812',
    commitSha: '4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2b3c4',
    firstCommitAt: '2026-11-20T15:10:00.000Z',
    openedAt: '2026-11-20T17:02:00.000Z',
    firstReviewAt: '2026-11-21T08:30:00.000Z',
    mergedAt: '2026-11-21T11:45:00.000Z',
    leadTime: 22 * HOUR + 53 * 60,
    exclusion: null,
    ...overrides,
  };
}

/** Why a deployment is known to have failed. */
export function buildFailureLink(
  overrides: Partial<FailureLinkRow> = {},
): FailureLinkRow {
  return {
    kind: 'time_window',
    confidence: 0.5,
    cause: {
      type: 'incident',
      source: 'https://pager.example.com',
      id: 'INC-311',
      title: 'Payments fail at checkout',
      url: 'https://pager.example.com/incidents/311',
    },
    deployment: { source: 'https://ci.example.com', id: 'build-1039' },
    lagSeconds: 1_320,
    decidedBy: null,
    correctionId: null,
    ...overrides,
  };
}

/** A deployment that failed and was recovered. */
export function buildFailedDeployment(
  overrides: Partial<DeploymentRow> = {},
): DeploymentRow {
  return buildDeployment({
    id: 'build-1039',
    version: '4.15.0',
    failed: true,
    failures: [buildFailureLink()],
    recoveredAt: '2026-11-16T14:40:00.000Z',
    recoverySeconds: 5_400,
    ...overrides,
  });
}

/** A deployment with two changes. */
export function buildDeployment(
  overrides: Partial<DeploymentRow> = {},
): DeploymentRow {
  return {
    entityRef: 'component:default/payments-api',
    entityTitle: 'payments-api',
    source: 'https://ci.example.com',
    id: 'build-1042',
    title: null,
    url: 'https://ci.example.com/payments/1042',
    environment: 'production',
    environmentTier: 'production',
    startedAt: '2026-11-21T13:55:00.000Z',
    finishedAt: '2026-11-21T14:03:00.000Z',
    day: '2026-11-21',
    result: 'success',
    deploymentType: 'deploy',
    version: '4.18.0',
    commitSha: '9c2e4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2',
    hotfix: null,
    planned: null,
    counted: true,
    exclusion: null,
    failed: false,
    failures: [],
    rework: false,
    recoveredAt: null,
    recoverySeconds: null,
    corrections: [],
    changesTotal: 2,
    changes: [
      buildChange(),
      buildChange({
        key: 'b7d9e4',
        title: 'Bump the currency tables',
        commitSha: 'b7d9e4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a',
        leadTime: null,
        exclusion: 'already_delivered',
      }),
    ],
    recordedAt: '2026-11-21T14:03:05.000Z',
    ...overrides,
  };
}

/** A page of deployments: most count, one failed, one went to staging, one rolled back. */
export function buildDeploymentPage(
  overrides: Partial<DeploymentPage> = {},
): DeploymentPage {
  const at = DateTime.fromISO('2026-11-21T14:03:00.000Z', { zone: 'utc' });
  const items = Array.from({ length: 12 }, (_, index) =>
    buildDeployment({
      id: `build-${1042 - index}`,
      version: `4.${18 - index}.0`,
      url: `https://ci.example.com/payments/${1042 - index}`,
      finishedAt: at.minus({ hours: 41 * index }).toISO(),
      ...(index === 2
        ? { result: 'failure', counted: false, exclusion: 'not_successful' }
        : {}),
      ...(index === 4
        ? {
            environment: 'staging-eu',
            environmentTier: 'staging',
            counted: false,
            exclusion: 'not_production',
          }
        : {}),
      ...(index === 5
        ? { deploymentType: 'rollback', changesTotal: 0, changes: [] }
        : {}),
      ...(index === 7 ? { hotfix: true, rework: true } : {}),
      ...(index === 8
        ? {
            failed: true,
            failures: [
              buildFailureLink(),
              buildFailureLink({ kind: 'hotfix', confidence: 0.6 }),
            ],
            recoveredAt: at.minus({ hours: 41 * 8 - 2 }).toISO(),
            recoverySeconds: 2 * HOUR,
          }
        : {}),
    }),
  );
  return { items, totalItems: 41, nextCursor: 'older', ...overrides };
}
