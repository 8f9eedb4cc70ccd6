import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useFormats } from '../../format/useFormats';
import type { SeriesId } from '../../palette/palette';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { ChartFrame } from '../ChartFrame';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    gap: 2,
    height: 28,
    marginBottom: theme.spacing(1.5),
  },
  segment: {
    minWidth: 4,
    height: '100%',
    borderRadius: 2,
    '&:first-child': { borderRadius: '6px 2px 2px 6px' },
    '&:last-child': { borderRadius: '2px 6px 6px 2px' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  list: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& th': {
      fontSize: 12,
      fontWeight: 500,
      color: theme.palette.text.secondary,
    },
    '& th, & td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'right',
      borderBottom: `1px solid ${theme.palette.divider}`,
      whiteSpace: 'nowrap',
    },
    '& tr:last-child td': { borderBottom: 'none' },
    '& th:first-child, & td:first-child': {
      textAlign: 'left',
      paddingLeft: 0,
      whiteSpace: 'normal',
    },
    '& th:last-child, & td:last-child': { paddingRight: 0 },
  },
  name: { display: 'inline-flex', alignItems: 'center', gap: 8 },
  swatch: { width: 10, height: 10, borderRadius: 2, flex: 'none' },
}));

/** One stage of a process. */
export interface StageBarStage {
  id: string;
  label: string;
  series: SeriesId;
  /** Seconds. */
  median: number | null;
  /** Seconds. */
  p90: number | null;
  n: number;
  /** Part of the whole, 0 to 1. */
  share: number | null;
}

/** Props of {@link StageBar}. */
export interface StageBarProps {
  title: string;
  /** What it shows, in one sentence. */
  caption: string;
  /** In the order of the process. */
  stages: StageBarStage[];
}

/** Where the time of a process goes, stage by stage. */
export function StageBar(props: StageBarProps) {
  const { title, caption, stages } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const classes = useStyles();
  const columns = [
    t('stage.label'),
    t('stage.median'),
    t('stage.p90'),
    t('stage.share'),
    t('stage.sample'),
  ];
  const shown = stages.filter(stage => (stage.share ?? 0) > 0);
  return (
    <ChartFrame title={title} caption={caption}>
      {shown.length > 0 && (
        <div className={classes.bar}>
          {shown.map(stage => {
            const text = `${stage.label}: ${formats.duration(
              stage.median,
            )} (${formats.share(stage.share)})`;
            return (
              <Tooltip key={stage.id} title={text}>
                <div
                  role="img"
                  // Its tooltip must be reachable by keyboard.
                  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                  tabIndex={0}
                  aria-label={text}
                  className={classes.segment}
                  style={{
                    flexGrow: stage.share ?? 0,
                    flexBasis: 0,
                    background: palette.series[stage.series],
                  }}
                />
              </Tooltip>
            );
          })}
        </div>
      )}
      <table className={classes.list}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map(stage => (
            <tr key={stage.id}>
              <td>
                <span className={classes.name}>
                  <span
                    className={classes.swatch}
                    style={{ background: palette.series[stage.series] }}
                  />
                  {stage.label}
                </span>
              </td>
              <td>{formats.duration(stage.median)}</td>
              <td>{formats.duration(stage.p90)}</td>
              <td>{formats.share(stage.share)}</td>
              <td>{formats.count(stage.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFrame>
  );
}
