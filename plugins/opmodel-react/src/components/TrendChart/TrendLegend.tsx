import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import type { TrendPanel } from './trendPanel';

const useStyles = makeStyles(theme => ({
  legend: {
    position: 'absolute',
    top: 0,
    right: 0,
    display: 'flex',
    gap: theme.spacing(1.5),
    fontSize: 12,
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    color: theme.palette.text.secondary,
    pointerEvents: 'none',
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: 5 },
}));

/** What the marks of a panel stand for. */
export function TrendLegend(props: {
  panel: TrendPanel;
  /** Where the panel begins, behind its axis. Pixels. */
  left: number;
}) {
  const { panel, left } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const colour = palette.series[panel.series];
  return (
    <div className={classes.legend} style={{ left }}>
      <span className={classes.key}>
        <Swatch colour={colour} kind={panel.kind} />
        {panel.label}
      </span>
      {panel.part && (
        <span className={classes.key}>
          <Swatch colour={palette.series[panel.part.series]} kind="bar" />
          {panel.part.label}
        </span>
      )}
      {panel.band && (
        <span className={classes.key}>
          <Swatch colour={colour} kind="band" />
          {panel.band.label}
        </span>
      )}
      {panel.previous && (
        <span className={classes.key}>
          <Swatch colour={palette.previous} kind="dashed" />
          {t('chart.previousWindow')}
        </span>
      )}
    </div>
  );
}

function Swatch(props: {
  colour: string;
  kind: 'bar' | 'line' | 'band' | 'dashed';
}) {
  const { colour, kind } = props;
  if (kind === 'bar' || kind === 'band') {
    return (
      <svg width="10" height="10" aria-hidden="true">
        <rect
          width="10"
          height="10"
          rx="2"
          fill={colour}
          fillOpacity={kind === 'band' ? 0.25 : 1}
        />
      </svg>
    );
  }
  return (
    <svg width="16" height="10" aria-hidden="true">
      <line
        x1="1"
        x2="15"
        y1="5"
        y2="5"
        stroke={colour}
        strokeWidth={kind === 'line' ? 2 : 1.5}
        strokeDasharray={kind === 'dashed' ? '3 3' : undefined}
      />
    </svg>
  );
}
