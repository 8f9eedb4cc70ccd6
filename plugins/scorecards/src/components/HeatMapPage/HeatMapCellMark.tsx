import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { HeatMapCell } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateIcon,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';

const useStyles = makeStyles(theme => ({
  mark: {
    display: 'grid',
    justifyItems: 'center',
    gap: 2,
    minWidth: 46,
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
  },
  bar: {
    display: 'flex',
    width: '100%',
    height: 6,
    borderRadius: 2,
    overflow: 'hidden',
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** What a cell shows: the share as a number, and as a bar whose failing part is striped, so that neither depends on its colour. */
export function HeatMapCellMark(props: { cell: HeatMapCell }) {
  const { passing, applicable, exempt } = props.cell;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const classes = useStyles();
  if (applicable === 0) {
    return <span className={`${classes.mark} ${classes.quiet}`}>·</span>;
  }
  if (passing === null) {
    const isExempt = exempt === applicable;
    return (
      <span
        className={classes.mark}
        style={{ color: palette.states[isExempt ? 'exempt' : 'no_data'].text }}
      >
        <StateIcon state={isExempt ? 'exempt' : 'no_data'} size={14} />
        <span>{isExempt ? t('heatMap.exempt') : t('heatMap.unjudged')}</span>
      </span>
    );
  }
  return (
    <span className={classes.mark}>
      <span>{formats.share(passing)}</span>
      <PassingBar passing={passing} />
    </span>
  );
}

/** A share that passes as the solid part of a bar; the rest is striped. */
export function PassingBar(props: { passing: number }) {
  const { passing } = props;
  const palette = useOpmodelPalette();
  const classes = useStyles();
  const { good, bad } = palette.states;
  return (
    <span className={classes.bar} aria-hidden="true">
      <span style={{ flex: passing, background: good.mark }} />
      <span
        style={{
          flex: 1 - passing,
          background: `repeating-linear-gradient(135deg, ${bad.mark} 0 2px, transparent 2px 4px)`,
        }}
      />
    </span>
  );
}
