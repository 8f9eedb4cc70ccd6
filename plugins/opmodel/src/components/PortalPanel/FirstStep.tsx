import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import { EmptyState } from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';
import { opmodelHomeTranslationRef } from '../../translation';

const componentSnippet = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: my-service
spec:
  type: service
  lifecycle: production
  owner: group:default/my-team`;

/** What a portal that knows nothing yet needs first; nothing once it has data. */
export function FirstStep(props: { overview: Overview }) {
  const { catalog, records } = props.overview;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const baseUrl = useBaseUrl();
  if (catalog.components === 0) {
    return (
      <EmptyState
        title={t('portal.emptyCatalogTitle')}
        description={t('portal.emptyCatalogText')}
        step={{
          text: t('portal.emptyCatalogStep'),
          snippet: componentSnippet,
        }}
      />
    );
  }
  if (records.deployments === 0) {
    return (
      <EmptyState
        title={t('portal.emptyRecordsTitle')}
        description={t('portal.emptyRecordsText')}
        step={{
          text: t('portal.emptyRecordsStep'),
          snippet: deploymentSnippet(baseUrl),
        }}
      />
    );
  }
  return null;
}

/** Where the engine is reached; a placeholder until that is known. */
function useBaseUrl(): string {
  const discoveryApi = useApi(discoveryApiRef);
  const [baseUrl, setBaseUrl] = useState('$BACKEND/api/opmodel');
  useEffect(() => {
    let left = false;
    discoveryApi.getBaseUrl('opmodel').then(
      url => {
        if (!left) setBaseUrl(url);
      },
      // The placeholder says what to put in its place.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [discoveryApi]);
  return baseUrl;
}

function deploymentSnippet(baseUrl: string): string {
  return `curl -X POST ${baseUrl}/deployments \\
  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"id": "1", "entityRef": "component:default/my-service",
       "environment": "production", "environmentTier": "production",
       "finishedAt": "'$(date -u +%FT%TZ)'", "commitSha": "'$(git rev-parse HEAD)'"}'`;
}
