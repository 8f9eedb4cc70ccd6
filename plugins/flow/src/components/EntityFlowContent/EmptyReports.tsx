import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useEffect, useState } from 'react';
import { flowTranslationRef } from '../../translation';

/** Whether nothing at all is known of a scope, neither work items nor runs of pipelines. */
export function isEmptyReport(report: FlowReport): boolean {
  return report.wip.items === null && report.builds.state === 'no_data';
}

/** Nothing was reported yet: the one line that begins it. */
export function EmptyReport(props: { report: FlowReport }) {
  const { scope, members } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const component = scope.rollUp
    ? members[0]?.entityRef ?? 'component:default/my-service'
    : scope.ref;
  const snippet = useWorkItemSnippet(component);
  return (
    <EmptyState
      title={t('empty.title')}
      description={t('empty.text', { title: scope.title })}
      step={{ text: t('empty.step'), snippet }}
    />
  );
}

/** A scope without components. */
export function NoComponents(props: { title: string }) {
  const { t } = useTranslationRef(flowTranslationRef);
  return (
    <EmptyState
      title={t('empty.noComponentsTitle')}
      description={t('empty.noComponentsText', { title: props.title })}
    />
  );
}

/** The engine does not know the entity. */
export function UnknownEntity() {
  const { t } = useTranslationRef(flowTranslationRef);
  return (
    <EmptyState
      title={t('empty.unknownTitle')}
      description={t('empty.unknownText')}
    />
  );
}

/** The line that reports a work item of a component to this portal. */
function useWorkItemSnippet(entityRef: string): string {
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
  const createdAt = DateTime.utc().startOf('minute').toISO({
    suppressMilliseconds: true,
  });
  return [
    `curl -X POST ${baseUrl}/work-items \\`,
    `  -H "Authorization: Bearer $OPMODEL_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{`,
    `    "id": "SHOP-1042",`,
    `    "entityRef": "${entityRef}",`,
    `    "category": "feature",`,
    `    "state": "active",`,
    `    "createdAt": "${createdAt}"`,
    `  }'`,
  ].join('\n');
}
