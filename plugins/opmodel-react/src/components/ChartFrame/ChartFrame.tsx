import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import BarChartIcon from '@material-ui/icons/BarChart';
import TableChartOutlined from '@material-ui/icons/TableChartOutlined';
import { useId, useState, type ReactNode } from 'react';
import { opmodelTranslationRef } from '../../translation';
import { Panel } from '../Panel';
import { ChartTable, type ChartTableContent } from './ChartTable';

const useStyles = makeStyles(theme => ({
  figure: {
    margin: 0,
    display: 'flex',
    flexDirection: 'column',
    flex: 1,
    minWidth: 0,
  },
  caption: {
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
    marginBottom: theme.spacing(1.5),
  },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    '@media print': { display: 'none' },
  },
  toggle: {
    fontSize: 18,
    padding: 4,
    color: theme.palette.text.secondary,
  },
}));

/** Props of {@link ChartFrame}. */
export interface ChartFrameProps {
  title: string;
  /** What the chart shows, in one sentence; also its accessible name. */
  caption: string;
  /** The same figures as a table; left out where the chart shows them as one anyway. */
  table?: ChartTableContent;
  /** At the right of the title, before the table toggle. */
  actions?: ReactNode;
  /** Least height of chart and table. Pixels. */
  minHeight?: number;
  children: ReactNode;
}

/** What every chart has: a title, a caption that says what it shows, and its figures as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, caption, table, actions, minHeight, children } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [asTable, setAsTable] = useState(false);
  const captionId = useId();
  const toggle = asTable ? t('chart.showChart') : t('chart.showTable');
  return (
    <Panel
      title={title}
      actions={
        <span className={classes.actions}>
          {actions}
          {table && (
            <Tooltip title={toggle}>
              <IconButton
                size="small"
                className={classes.toggle}
                aria-label={`${title}: ${toggle}`}
                onClick={() => setAsTable(shown => !shown)}
              >
                {asTable ? (
                  <BarChartIcon fontSize="inherit" />
                ) : (
                  <TableChartOutlined fontSize="inherit" />
                )}
              </IconButton>
            </Tooltip>
          )}
        </span>
      }
    >
      <figure className={classes.figure} aria-labelledby={captionId}>
        <figcaption id={captionId} className={classes.caption}>
          {caption}
        </figcaption>
        <div style={{ minHeight }}>
          {asTable && table ? (
            <ChartTable caption={caption} {...table} />
          ) : (
            children
          )}
        </div>
      </figure>
    </Panel>
  );
}
