import { makeStyles } from '@material-ui/core/styles';
import {
  verdictStates,
  type VerdictSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { VerdictChip } from '../../verdict';

const useStyles = makeStyles(theme => ({
  counts: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    fontSize: 13,
    lineHeight: '22px',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.primary,
    '& > li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
}));

/** How many checks have which verdict, what needs attention first. */
export function VerdictCounts(props: { counts: VerdictSummary['counts'] }) {
  const { counts } = props;
  const formats = useFormats();
  const classes = useStyles();
  return (
    <ul className={classes.counts}>
      {verdictStates
        .filter(state => counts[state] > 0)
        .map(state => (
          <li key={state}>
            <span>{formats.count(counts[state])}</span>{' '}
            <VerdictChip state={state} />
          </li>
        ))}
    </ul>
  );
}
