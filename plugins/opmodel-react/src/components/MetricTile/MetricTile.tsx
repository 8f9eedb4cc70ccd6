import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import { useId, type ReactNode } from 'react';
import { NO_VALUE } from '../../format/duration';
import { opmodelTranslationRef } from '../../translation';
import { Hint } from '../Hint';
import { useMetricTileStyles } from './metricTileStyles';

/** Props of {@link MetricTile}. */
export interface MetricTileProps {
  /** The standard term. */
  label: string;
  /** The number, ready to read; null when nothing is known. */
  value: string | null;
  /** True when the value is words, for instance the name of a stage. */
  words?: boolean;
  /** Unit, in smaller type behind the number. */
  unit?: string;
  /** True for a number that bins give, within their error. */
  approximate?: boolean;
  /** Why there is no number; shown in its place. */
  reason?: ReactNode;
  /** Further figures of the same number, for instance its 75th percentile, on a line below it. */
  detail?: ReactNode;
  /** Usually a `ChangeNote`. */
  change?: ReactNode;
  /** Usually a `Sparkline`. */
  trend?: ReactNode;
  /** Usually a `StateChip`; stands before the change. */
  state?: ReactNode;
  /** Chips about the number, for instance its benchmark, on a line of their own. */
  badges?: ReactNode;
  /** Sample and what else belongs to the number, in small type. */
  sample?: ReactNode;
  /** What else can be done with the number; stands before the explain button. */
  actions?: ReactNode;
  /** Opens the explanation; without it there is no button. */
  onExplain?: () => void;
}

/** One number with its change, trend, state and sample, and the way to its explanation. */
export function MetricTile(props: MetricTileProps) {
  const { label, value, words, unit, approximate, reason } = props;
  const { change, trend, state, sample, onExplain } = props;
  const { detail, badges, actions } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useMetricTileStyles();
  const labelId = useId();
  return (
    <section className={classes.tile} aria-labelledby={labelId}>
      <div className={classes.head}>
        <h3 id={labelId} className={classes.label}>
          {label}
        </h3>
        {actions}
        {onExplain && (
          <Tooltip title={t('tile.explain', { label })}>
            <IconButton
              size="small"
              className={classes.explain}
              aria-label={t('tile.explain', { label })}
              onClick={onExplain}
            >
              <InfoOutlined fontSize="inherit" />
            </IconButton>
          </Tooltip>
        )}
      </div>
      <div className={classes.number}>
        {value !== null && approximate && (
          <Hint title={t('tile.approximate')} className={classes.approximate}>
            ≈
          </Hint>
        )}
        {value === null ? (
          <span className={classes.absent}>{NO_VALUE}</span>
        ) : (
          <span className={words ? classes.words : classes.value}>{value}</span>
        )}
        {value !== null && unit && <span className={classes.unit}>{unit}</span>}
      </div>
      {detail !== undefined && <div className={classes.detail}>{detail}</div>}
      <div className={classes.change}>
        {state}
        <span className={classes.changeText}>
          {value === null ? reason : change}
        </span>
      </div>
      <div className={classes.trend}>{value === null ? null : trend}</div>
      {badges !== undefined && <div className={classes.badges}>{badges}</div>}
      <div className={classes.sample}>{sample}</div>
    </section>
  );
}
