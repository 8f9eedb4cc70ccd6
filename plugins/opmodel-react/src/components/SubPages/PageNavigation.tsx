import { makeStyles } from '@material-ui/core/styles';
import { NavLink } from 'react-router-dom';
import type { SubPagesProps } from './SubPages';

const useStyles = makeStyles(theme => ({
  navigation: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 0.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '@media print': { display: 'none' },
  },
  link: {
    padding: theme.spacing(0.75, 1.25),
    fontSize: 14,
    lineHeight: '22px',
    color: theme.palette.text.primary,
    textDecoration: 'none',
    borderBottom: '3px solid transparent',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '&[aria-current=page]': {
      fontWeight: 600,
      borderBottomColor: theme.palette.primary.main,
    },
  },
}));

/** The way between the pages of a subject. */
export function PageNavigation(
  props: Pick<SubPagesProps, 'label' | 'root' | 'pages'>,
) {
  const { label, root, pages } = props;
  const classes = useStyles();
  return (
    <nav aria-label={label} className={classes.navigation}>
      {pages.map(({ path, name }) => (
        <NavLink
          key={path}
          to={path === '' ? root : `${root}/${path}`}
          end={path === ''}
          className={classes.link}
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
