import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { VerdictSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  share: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
    fontVariantNumeric: 'tabular-nums',
  },
  // A chip begins with an icon, so that it has no baseline of its own.
  chip: { alignSelf: 'center', display: 'inline-flex' },
  coverage: {
    fontSize: 12,
    fontWeight: 400,
    color: theme.palette.text.secondary,
  },
}));

/** The share that passes, and beside it, always, how much of what is asked that speaks for. */
export function PassingShare(props: {
  summary: Pick<VerdictSummary, 'passing' | 'judged' | 'applicable' | 'state'>;
}) {
  const { passing, judged, applicable, state } = props.summary;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const counts = {
    judged: formats.count(judged),
    applicable: formats.count(applicable),
  };
  return (
    <span className={classes.share}>
      {passing === null ? (
        <span className={classes.chip}>
          <StateChip state="no_data" label={t('share.none')} />
        </span>
      ) : (
        <span>{formats.share(passing)}</span>
      )}
      <Hint title={t('share.judgedLong', counts)} className={classes.coverage}>
        {t('share.judged', counts)}
      </Hint>
      {state === 'thin' && (
        <span className={classes.chip}>
          <StateChip state="thin" count={judged} />
        </span>
      )}
    </span>
  );
}
