import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraFleetPage } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  Panel,
  QueryView,
  RowsSkeleton,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { fleetLink } from '../../fleetLink';
import { doraFleetRouteRef } from '../../routes';
import { opmodelHomeTranslationRef } from '../../translation';
import { ServiceTable } from './ServiceTable';

const useStyles = makeStyles(theme => ({
  caption: { fontSize: 12, color: theme.palette.text.secondary },
  off: {
    margin: 0,
    color: theme.palette.text.secondary,
  },
  all: { padding: theme.spacing(1, 2, 1.5), fontSize: 13 },
}));

const ownerSnippet = `spec:
  type: service
  lifecycle: production
  owner: group:default/my-team`;

const memberSnippet = `apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: my-name
spec:
  memberOf: [my-team]`;

/** Props of {@link MyServicesPanel}. */
export interface MyServicesPanelProps {
  services: QueryState<DoraFleetPage>;
  /** Who the user owns things as; undefined while that is not known. */
  ownerRefs: string[] | undefined;
  inTeam: boolean;
}

/** The way to what my teams own, and at a glance how it delivers. */
export function MyServicesPanel(props: MyServicesPanelProps) {
  const { services, ownerRefs, inTeam } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const owners = ownerRefs ?? [];

  if (services.data?.items.length === 0 || ownerRefs?.length === 0) {
    return <NothingOwned inTeam={inTeam} />;
  }
  return (
    <Panel
      flush={services.data !== undefined}
      title={t('services.title')}
      actions={<span className={classes.caption}>{t('services.caption')}</span>}
    >
      <QueryView
        query={services}
        subject={t('services.subject')}
        notFound={<p className={classes.off}>{t('services.off')}</p>}
        skeleton={<RowsSkeleton rows={5} />}
      >
        {page => (
          <>
            <ServiceTable services={page.items} />
            <AllServices page={page} ownerRefs={owners} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function AllServices(props: {
  page: DoraFleetPage;
  ownerRefs: readonly string[];
}) {
  const { page, ownerRefs } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const fleet = useRouteRef(doraFleetRouteRef)?.();
  return fleet ? (
    <div className={classes.all}>
      <Link to={fleetLink(fleet, ownerRefs)}>
        {t('services.all', { n: formats.count(page.totalItems) })}
      </Link>
    </div>
  ) : null;
}

function NothingOwned(props: { inTeam: boolean }) {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  return props.inTeam ? (
    <EmptyState
      title={t('services.emptyTitle')}
      description={t('services.emptyText')}
      step={{ text: t('services.emptyStep'), snippet: ownerSnippet }}
    />
  ) : (
    <EmptyState
      title={t('services.noTeamTitle')}
      description={t('services.noTeamText')}
      step={{ text: t('services.noTeamStep'), snippet: memberSnippet }}
    />
  );
}
