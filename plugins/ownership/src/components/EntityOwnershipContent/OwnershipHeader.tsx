import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  opmodelTranslationRef,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { ownershipTranslationRef } from '../../translation';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { OwnershipDocsLink } from '../OwnershipDocsLink';
import { OwnershipFreshness } from '../OwnershipFreshness';

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
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
    fontSize: 12,
    lineHeight: '18px',
    minHeight: 18,
    '& > *:not(:last-child)::after': {
      content: '"·"',
      marginLeft: theme.spacing(1),
    },
  },
  progress: { position: 'absolute', left: 0, right: 0, bottom: -8, height: 2 },
}));

/** What the tab is about: the entity, its kind and tier, of how much, and how fresh that is. */
export function OwnershipHeader(props: {
  /** Shown until the report says what it is about. */
  title: string;
  report?: OwnershipReport;
  /** Draws a thin line while newer facts are on their way. */
  refreshing: boolean;
  /** Controls of the page. */
  actions?: ReactNode;
}) {
  const { title, report, refreshing, actions } = props;
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  return (
    <header className={classes.header}>
      <div className={classes.strip}>
        <h2 className={classes.title}>{report?.entity.title ?? title}</h2>
        {actions}
      </div>
      <div className={classes.facts} style={{ color: palette.quiet }}>
        {report && <ReportFacts report={report} />}
      </div>
      {refreshing && (
        <LinearProgress
          className={classes.progress}
          aria-label={shared('view.refreshing')}
        />
      )}
    </header>
  );
}

function ReportFacts(props: { report: OwnershipReport }) {
  const { entity, freshness, ladder, rollUp } = props.report;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const { t: texts } = useTranslationRef(ownershipEntityTranslationRef);
  const formats = useFormats();
  const words = useOwnershipWords();
  const definition = rollUp?.definition ?? ladder?.definition;
  return (
    <>
      <span>
        {[words.kind(entity.kind), entity.type, entity.lifecycle]
          .filter(Boolean)
          .join(', ')}
      </span>
      {entity.tier !== null && (
        <span>
          {entity.tierSource === null ? (
            t('tab.tier', { tier: entity.tier })
          ) : (
            <Hint title={t('tab.tierFrom', { source: entity.tierSource })}>
              {t('tab.tier', { tier: entity.tier })}
            </Hint>
          )}
        </span>
      )}
      {rollUp && (
        <span>
          {texts('scope.entities', { count: rollUp.coverage.entities })}
        </span>
      )}
      {rollUp && (
        <span>
          {formats.dayRange(rollUp.window.from, rollUp.window.to)} (
          {rollUp.window.zone})
        </span>
      )}
      {definition && (
        <span>
          <OwnershipDocsLink definition={definition} />
        </span>
      )}
      <span>
        <OwnershipFreshness freshness={freshness} />
      </span>
    </>
  );
}
