import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReportQuery } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { useSeen } from '../../hooks/useSeen';
import { doraTranslationRef } from '../../translation';
import { DeploymentsTable } from './DeploymentsTable';

/** Where the panel is, for a link on the same page. */
export const DEPLOYMENTS_ANCHOR = 'dora-deployments';

/** The evidence of a page; its rows are asked for when it comes into sight. */
export function DeploymentsPanel(props: {
  entityRef: string;
  query: DoraReportQuery;
  zone: string;
  withComponent: boolean;
}) {
  const { t } = useTranslationRef(doraTranslationRef);
  const [ref, seen] = useSeen();
  return (
    <div id={DEPLOYMENTS_ANCHOR} ref={ref}>
      <Panel flush title={t('evidence.title')}>
        <DeploymentsTable {...props} enabled={seen} />
      </Panel>
    </div>
  );
}
