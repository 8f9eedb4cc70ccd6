import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardHeatMap } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateIcon,
  useFactStyles,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DataExportMenu } from '../../export/DataExportMenu';
import type { HeatMapRows } from '../../hooks/useSelectionParams';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { PassingBar } from './HeatMapCellMark';
import { HeatMapGrid } from './HeatMapGrid';
import { toHeatMapCsv } from './toHeatMapCsv';

const useStyles = makeStyles(theme => ({
  text: { margin: theme.spacing(0, 2, 1), fontSize: 12, lineHeight: '18px' },
  legend: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(1, 2),
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    fontSize: 12,
    lineHeight: '18px',
    borderTop: `1px solid ${theme.palette.divider}`,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  sample: { display: 'inline-flex', width: 24 },
}));

/** Props of {@link HeatMapPanel}. */
export interface HeatMapPanelProps {
  heatMap: ScorecardHeatMap;
  by: HeatMapRows;
  /** Shows a group alone, with the groups below it. */
  onNarrow: (ownerRef: string) => void;
}

/** The heat map with what its marks mean. */
export function HeatMapPanel(props: HeatMapPanelProps) {
  const { heatMap } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const quiet = { color: palette.quiet };
  return (
    <Panel
      flush
      title={t('heatMap.title')}
      actions={
        <DataExportMenu
          content="scorecard-heat-map"
          subject={t('heatMap.title')}
          data={heatMap}
          toCsv={() => toHeatMapCsv(heatMap)}
        />
      }
    >
      <p className={classes.text} style={quiet}>
        {t('heatMap.caption')}
      </p>
      {heatMap.total.entities === 0 ? (
        <p className={`${facts.quiet} ${classes.text}`}>{t('heatMap.empty')}</p>
      ) : (
        <HeatMapGrid {...props} />
      )}
      <ul className={classes.legend} style={quiet}>
        <li>
          <span className={classes.sample}>
            <PassingBar passing={1} />
          </span>
          {t('heatMap.legend.passing')}
        </li>
        <li>
          <span className={classes.sample}>
            <PassingBar passing={0} />
          </span>
          {t('heatMap.legend.failing')}
        </li>
        <li>
          <StateIcon state="no_data" size={14} />
          {t('heatMap.legend.unjudged')}
        </li>
        <li>
          <StateIcon state="exempt" size={14} />
          {t('heatMap.exempt')}
        </li>
        <li>
          <span aria-hidden="true">·</span>
          {t('heatMap.legend.notAsked')}
        </li>
      </ul>
    </Panel>
  );
}
