import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardLink } from '@opmodel/backstage-plugin-opmodel-common';

const useStyles = makeStyles(theme => ({
  links: {
    listStyle: 'none',
    margin: theme.spacing(0, 0, 0.75),
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    fontSize: 13,
    lineHeight: '20px',
  },
}));

/** Where there is more to read about a check. */
export function CheckLinks(props: { links: readonly ScorecardLink[] }) {
  const { links } = props;
  const classes = useStyles();
  return links.length === 0 ? null : (
    <ul className={classes.links}>
      {links.map(({ title, url }) => (
        <li key={url}>
          <Link to={url}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
