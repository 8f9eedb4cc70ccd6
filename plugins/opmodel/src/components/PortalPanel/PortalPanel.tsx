import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';
import { Counts } from './Counts';
import { OperatorNote } from './OperatorNote';
import { SubjectCoverage } from './SubjectCoverage';

const useStyles = makeStyles(theme => ({
  note: {
    margin: theme.spacing(1.5, 0, 0),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** What the portal knows: how much of what, which subjects are on and how far they reach, and how fresh it is. */
export function PortalPanel(props: { overview: QueryState<Overview> }) {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  return (
    <Panel title={t('portal.title')}>
      <OperatorNote />
      <QueryView
        query={props.overview}
        subject={t('portal.subject')}
        skeleton={<RowsSkeleton rows={7} />}
      >
        {overview => <Known overview={overview} />}
      </QueryView>
    </Panel>
  );
}

function Known(props: { overview: Overview }) {
  const { catalog, records, subjects, dataAsOf } = props.overview;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  return (
    <>
      <Counts
        title={t('portal.catalogHeading')}
        counts={[
          { name: t('portal.components'), count: catalog.components },
          { name: t('portal.systems'), count: catalog.systems },
          { name: t('portal.domains'), count: catalog.domains },
          { name: t('portal.groups'), count: catalog.groups },
        ]}
      />
      <Counts
        title={t('portal.recordsHeading')}
        counts={[
          { name: t('portal.deployments'), count: records.deployments },
          { name: t('portal.changes'), count: records.changes },
          { name: t('portal.incidents'), count: records.incidents },
          { name: t('portal.workItems'), count: records.workItems },
        ]}
      />
      <SubjectCoverage subjects={subjects} />
      <p className={classes.note}>
        {dataAsOf && (
          <>
            {t('portal.dataAsOf', {
              when: <RelativeTime instant={dataAsOf} />,
            })}
            {' · '}
          </>
        )}
        {records.deployments === 0 && !dataAsOf && (
          <>
            {t('portal.dataNever')}
            {' · '}
          </>
        )}
        {catalog.asOf
          ? t('portal.catalogAsOf', {
              when: <RelativeTime instant={catalog.asOf} />,
            })
          : t('portal.catalogNever')}
        <br />
        {t('portal.onlyVisible')}
      </p>
    </>
  );
}
