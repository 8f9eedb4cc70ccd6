import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { SloReport } from '@opmodel/backstage-plugin-opmodel-common';
import { opmodelTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { sloTranslationRef } from '../../translation';
import { sloEntityTranslationRef } from '../../translations/entity';
import { useSloFormats } from '../../words/useSloFormats';
import { FactLine, SloDocsLink, SloFreshnessNote } from '../facts';

const useStyles = makeStyles(theme => ({
  header: { position: 'relative', marginBottom: theme.spacing(2) },
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    minHeight: 44,
  },
  title: {
    margin: 0,
    fontSize: 18,
    lineHeight: '26px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  progress: { position: 'absolute', left: 0, right: 0, bottom: -8, height: 2 },
}));

/** What the tab is about: the entity, its tier, of how many SLOs, their windows, and how fresh that is. */
export function SloHeader(props: {
  /** Shown until the report says what it is about. */
  title: string;
  report?: SloReport;
  /** Draws a thin line while newer figures are on their way. */
  refreshing: boolean;
  /** Controls of the page. */
  actions?: ReactNode;
}) {
  const { title, report, refreshing, actions } = props;
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  return (
    <header className={classes.header}>
      <div className={classes.strip}>
        <h2 className={classes.title}>{report?.entity.title ?? title}</h2>
        {actions}
      </div>
      {report && <ReportFacts report={report} />}
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={shared('view.refreshing')}
        />
      )}
    </header>
  );
}

function ReportFacts(props: { report: SloReport }) {
  const { entity, freshness, items, totalItems } = props.report;
  const { t } = useTranslationRef(sloTranslationRef);
  const { t: texts } = useTranslationRef(sloEntityTranslationRef);
  const figures = useSloFormats();
  const windows = [
    ...new Set(items.map(({ window }) => figures.window(window))),
  ];
  return (
    <FactLine>
      <span>{texts('header.slos', { count: totalItems })}</span>
      {entity.tier !== null && <span>{t('tier', { tier: entity.tier })}</span>}
      {!entity.rollUp && windows.length > 0 && (
        <span>{windows.join('; ')}</span>
      )}
      <span>
        <SloFreshnessNote asOf={freshness.asOf} />
      </span>
      <span>
        <SloDocsLink />
      </span>
    </FactLine>
  );
}
