import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { MetricChange } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { Hint } from '../Hint';

const useStyles = makeStyles({
  note: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12,
    lineHeight: '18px',
    fontWeight: 500,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
});

/** What changed: the words differ, since a duration gets faster and a count gets more. */
export type ChangeKind = 'duration' | 'frequency' | 'count' | 'share';

/** Props of {@link ChangeNote}. */
export interface ChangeNoteProps {
  /** Null when there is nothing to compare with. */
  change: MetricChange | null;
  kind: ChangeKind;
  /** The number of the previous window, ready to read; shown in the tooltip. */
  previous?: string;
}

/**
 * A change against the previous window as words and an arrow. The arrow tells up
 * or down, the colour better or worse.
 */
export function ChangeNote(props: ChangeNoteProps) {
  const { change, kind, previous } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const words = useChangeWords(change, kind);
  const colour = {
    better: palette.states.good.text,
    worse: palette.states.bad.text,
    same: palette.states.no_data.text,
  }[change?.direction ?? 'same'];
  const verdict =
    change && change.direction !== 'same'
      ? ` (${t(`change.${change.direction}`)})`
      : '';
  const detail =
    change && previous
      ? t('change.against', { previous }) + verdict
      : t('change.noPrevious');
  return (
    <Hint title={detail} className={classes.note} style={{ color: colour }}>
      {change && change.direction !== 'same' && <Arrow up={change.ratio > 0} />}
      {words}
    </Hint>
  );
}

/** A change in words: `12 % faster`, `3 times slower`, `no change`. */
export function useChangeWords(
  change: MetricChange | null,
  kind: ChangeKind,
): string {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  if (!change) {
    return t('change.unknown');
  }
  if (change.direction === 'same') {
    return t('change.same');
  }
  const up = change.ratio > 0;
  // From twice as much on, a factor reads better than a percentage.
  const size =
    change.ratio >= 2
      ? t('change.times', { factor: formats.rateNumber(1 + change.ratio) })
      : formats.share(Math.abs(change.ratio));
  switch (kind) {
    case 'duration':
      return up ? t('change.slower', { size }) : t('change.faster', { size });
    case 'frequency':
      return up
        ? t('change.moreOften', { size })
        : t('change.lessOften', { size });
    case 'count':
      return up ? t('change.more', { size }) : t('change.fewer', { size });
    default:
      return up ? t('change.higher', { size }) : t('change.lower', { size });
  }
}

function Arrow(props: { up: boolean }) {
  return (
    <svg
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path
        d={
          props.up
            ? 'M5 9V1.2M1.8 4.4L5 1.2l3.2 3.2'
            : 'M5 1v7.8M1.8 5.6L5 8.8l3.2-3.2'
        }
      />
    </svg>
  );
}
