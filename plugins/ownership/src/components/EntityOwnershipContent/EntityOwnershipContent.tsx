import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Panel,
  PanelSkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityOwnership } from '../../hooks/useEntityOwnership';
import { ownershipTranslationRef } from '../../translation';

/** The ownership tab of an entity, or of what a system, domain or group holds. */
export function EntityOwnershipContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(ownershipTranslationRef);
  const report = useEntityOwnership(stringifyEntityRef(entity), {});
  return (
    <QueryView
      query={report}
      subject={t('tab.subject')}
      skeleton={<PanelSkeleton height={240} />}
    >
      {data => (
        <Panel title={t('pages.title')}>
          {data.owners.map(owner => owner.title).join(', ')}
        </Panel>
      )}
    </QueryView>
  );
}
