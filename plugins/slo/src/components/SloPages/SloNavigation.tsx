import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { NavLink } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { sloTranslationRef } from '../../translation';
import { sloSubPages, type SloSubPage } from './subPages';

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

/** The way between the pages of SLOs. */
export function SloNavigation() {
  const { t } = useTranslationRef(sloTranslationRef);
  const classes = useStyles();
  const root = useRouteRef(rootRouteRef)();
  const names: Record<SloSubPage['path'], string> = {
    '': t('pages.fleet'),
    coverage: t('pages.coverage'),
    problems: t('pages.problems'),
    policies: t('pages.policies'),
    rules: t('pages.rules'),
  };
  return (
    <nav aria-label={t('pages.navigation')} className={classes.navigation}>
      {sloSubPages.map(({ path }) => (
        <NavLink
          key={path}
          to={path === '' ? root : `${root}/${path}`}
          end={path === ''}
          className={classes.link}
        >
          {names[path]}
        </NavLink>
      ))}
    </nav>
  );
}
