import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraMember } from '@opmodel/backstage-plugin-opmodel-common';
import { ErrorState } from '@opmodel/backstage-plugin-opmodel-react';
import { useMyOwnership } from '../../hooks/useMyOwnership';
import { useMyServices } from '../../hooks/useMyServices';
import { useOverview } from '../../hooks/useOverview';
import { opmodelHomeTranslationRef } from '../../translation';
import { AttentionPanel } from '../AttentionPanel';
import { DeliveryPanel } from '../DeliveryPanel';
import { FindPanel } from '../FindPanel';
import { MyServicesPanel } from '../MyServicesPanel';
import { FirstStep, PortalPanel } from '../PortalPanel';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 2fr) minmax(300px, 1fr)',
    alignItems: 'start',
    fontFamily: theme.typography.fontFamily,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  column: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
}));

/** The home page below its header: what needs me, what is mine, and what the portal knows. */
export function HomePageContent() {
  const classes = useStyles();
  const ownership = useMyOwnership();
  const overview = useOverview();
  const ownerRefs = ownership.data?.ownerRefs;
  const services = useMyServices(ownerRefs);
  const inTeam = (ownership.data?.groupRefs.length ?? 0) > 0;

  return (
    <Content>
      <div className={classes.page}>
        <div className={classes.column}>
          {overview.data && <FirstStep overview={overview.data} />}
          {ownership.phase === 'failed' ? (
            <ErrorState error={ownership.error} onRetry={ownership.retry} />
          ) : (
            <>
              <AttentionPanel
                ownerRefs={ownerRefs}
                inTeam={inTeam}
                reporting={{
                  mine: services.data?.items.some(isReporting) ?? false,
                  everybody:
                    overview.data?.subjects.some(
                      subject => (subject.reporting ?? 0) > 0,
                    ) ?? false,
                }}
              />
              <MyServicesPanel
                services={services}
                ownerRefs={ownerRefs}
                inTeam={inTeam}
              />
            </>
          )}
        </div>
        <div className={classes.column}>
          <FindPanel ownerRefs={inTeam ? ownerRefs ?? [] : []} />
          {inTeam && <DeliveryPanel ownerRefs={ownerRefs} />}
          <PortalPanel overview={overview} />
        </div>
      </div>
    </Content>
  );
}

/** The services come with those deployed last first: when none of the first reports, none does. */
function isReporting(service: DoraMember): boolean {
  return service.state !== 'no_data';
}

/** The home page with its own header, for apps of the earlier frontend system. */
export function HomePage() {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  return (
    <PageWithHeader themeId="home" title={t('page.title')}>
      <HomePageContent />
    </PageWithHeader>
  );
}
