import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { doraTranslationRef } from '../../translation';

/** Whether nothing at all is known of a scope, in this window or before. */
export function isEmptyReport(report: DoraReport): boolean {
  return (
    report.deploymentFrequency.deployments === null &&
    report.changeLeadTime.n === 0
  );
}

/** Nothing was reported yet: the one line that begins it. */
export function EmptyReport(props: { report: DoraReport }) {
  const { scope, nextSteps } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const component = findComponent(props.report);
  const snippet = useDeploymentSnippet(component);
  const elsewhere = nextSteps.find(step => step.id === 'report-environment');
  if (elsewhere) {
    return (
      <EmptyState
        state="attention"
        title={t('empty.environmentTitle')}
        description={t('empty.environmentText', {
          n: formats.count(Number(elsewhere.values.deployments)),
        })}
        step={{ text: t('empty.environmentStep'), snippet }}
      />
    );
  }
  return (
    <EmptyState
      title={t('empty.title')}
      description={
        scope.rollUp
          ? t('empty.textRollUp', { title: scope.title })
          : t('empty.text', { title: scope.title })
      }
      step={{ text: t('empty.step'), snippet }}
    />
  );
}

/** A scope without components. */
export function NoComponents(props: { title: string }) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <EmptyState
      title={t('empty.noComponentsTitle')}
      description={t('empty.noComponentsText', { title: props.title })}
    />
  );
}

/** The engine does not know the entity. */
export function UnknownEntity() {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <EmptyState
      title={t('empty.unknownTitle')}
      description={t('empty.unknownText')}
    />
  );
}

function findComponent(report: DoraReport): string {
  return report.scope.rollUp
    ? report.members[0]?.entityRef ?? 'component:default/my-service'
    : report.scope.ref;
}

/** The line that reports a deployment of a component to this portal. */
function useDeploymentSnippet(entityRef: string): string {
  const discoveryApi = useApi(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('$BACKSTAGE_URL/api/opmodel');
  useEffect(() => {
    let isCurrent = true;
    discoveryApi.getBaseUrl('opmodel').then(url => {
      if (isCurrent) {
        setBaseUrl(url);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [discoveryApi]);
  const finishedAt = DateTime.utc().startOf('minute').toISO({
    suppressMilliseconds: true,
  });
  return [
    `curl -X POST ${baseUrl}/deployments \\`,
    `  -H "Authorization: Bearer $OPMODEL_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{`,
    `    "id": "build-1042",`,
    `    "entityRef": "${entityRef}",`,
    `    "environment": "production",`,
    `    "environmentTier": "production",`,
    `    "finishedAt": "${finishedAt}",`,
    `    "commitSha": "4f1c0de2a9b86e1d5c37f0a2b4c6d8e0f1a2b3c4"`,
    `  }'`,
  ].join('\n');
}
