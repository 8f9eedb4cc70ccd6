import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';

const useStyles = makeStyles(theme => ({
  chain: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    fontSize: 13,
    lineHeight: '22px',
    '& > li:not(:last-child)::after': {
      content: '"›"',
      margin: theme.spacing(0, 1),
      color: theme.palette.text.secondary,
    },
  },
}));

/** Groups from the owner up to the head of the organisation. */
export function OwnerChain(props: {
  chain: OwnershipReport['chain'];
  label: string;
}) {
  const classes = useStyles();
  return (
    <ol className={classes.chain} aria-label={props.label}>
      {props.chain.map(({ ref, title }) => (
        <li key={ref}>
          <EntityRefLink entityRef={ref} title={title} />
        </li>
      ))}
    </ol>
  );
}
