import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { QUALITY_ANCHOR } from '../anchors';
import { listChecks } from './listChecks';
import { QualityTable } from './QualityTable';

const useStyles = makeStyles(theme => ({
  anchor: { scrollMarginTop: 72 },
  caption: {
    padding: theme.spacing(0, 2, 1),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** How good the facts of a report are, each check once, with what to fix. */
export function DataQuality(props: { report: DoraReport }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <div id={QUALITY_ANCHOR} className={classes.anchor}>
      <Panel flush title={t('quality.title')}>
        <div className={classes.caption}>{t('quality.caption')}</div>
        <QualityTable checks={listChecks(props.report.contexts)} />
      </Panel>
    </div>
  );
}
