import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { opmodelEventReplayPermission } from '@opmodel/backstage-plugin-opmodel-common';
import {
  PanelSkeleton,
  QueryView,
  TilesSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEngineHealth } from '../../hooks/useEngineHealth';
import {
  useRejectedEvents,
  useUnmappedEvents,
} from '../../hooks/useIntakeLists';
import { useDeliveries } from '../../hooks/useDeliveries';
import { useStorage } from '../../hooks/useStorage';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { AlarmsPanel } from './AlarmsPanel';
import { CollectorsSection } from './CollectorsSection';
import { IntakeSection } from './IntakeSection';
import { OperationsSection } from './OperationsSection';
import { ScorecardsSection } from './ScorecardsSection';
import { SnapshotSection } from './SnapshotSection';
import { StorageSection } from './StorageSection';
import { SubjectList } from './SubjectList';
import { useOperationsParams } from './useOperationsParams';
import { WebhooksSection } from './WebhooksSection';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
  },
}));

/** The operator's page below its header: what needs an operator, the state of each part of the engine, and the rows behind it. */
export function OperationsPageContent() {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const { source, deliveryState } = useOperationsParams();
  // All are asked at once: the page is for those who may read all of it.
  const health = useEngineHealth();
  const unmapped = useUnmappedEvents();
  const rejected = useRejectedEvents();
  const deliveries = useDeliveries(deliveryState, source);
  const storage = useStorage();
  const { allowed: mayReplay } = usePermission({
    permission: opmodelEventReplayPermission,
  });
  const requests = [health, unmapped, rejected, deliveries.page, storage];
  // Where nothing answers any more, one notice for the page is enough.
  const quiet = health.phase === 'stale';

  return (
    <Content>
      <QueryView
        query={health}
        subject={t('page.subject')}
        skeleton={
          <div className={classes.page}>
            <PanelSkeleton height={72} />
            <TilesSkeleton count={4} />
            <PanelSkeleton height={240} />
          </div>
        }
      >
        {state => (
          <div className={classes.page}>
            <AlarmsPanel
              alarms={state.alarms}
              refreshing={requests.some(({ phase }) => phase === 'refreshing')}
              onRefresh={() => requests.forEach(({ retry }) => retry())}
            />
            <SnapshotSection snapshot={state.snapshot} />
            <IntakeSection
              intake={state.intake}
              unmapped={unmapped}
              rejected={rejected}
              mayReplay={mayReplay}
              quiet={quiet}
              onReplayed={health.retry}
            />
            <WebhooksSection
              inbox={state.inbox}
              deliveries={deliveries}
              mayReplay={mayReplay}
              quiet={quiet}
              onReplayed={health.retry}
            />
            <CollectorsSection collectors={state.collectors} />
            {state.subjects.some(
              ({ id, enabled }) => id === 'scorecards' && enabled,
            ) && <ScorecardsSection quiet={quiet} />}
            <StorageSection storage={storage} quiet={quiet} />
            <OperationsSection id="subjects">
              <SubjectList subjects={state.subjects} />
            </OperationsSection>
          </div>
        )}
      </QueryView>
    </Content>
  );
}

/** The operator's page with its own header, for apps of the earlier frontend system. */
export function OperationsPage() {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('page.title')}>
      <OperationsPageContent />
    </PageWithHeader>
  );
}
