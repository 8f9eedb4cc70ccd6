import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { OpmodelMark } from './OpmodelMark';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    height: 2.5 * sidebarConfig.logoHeight,
    paddingLeft: theme.spacing(2.5),
    color: theme.palette.common.white,
    '&:hover': { color: theme.palette.common.white },
  },
  mark: { width: 32, height: 32, flexShrink: 0 },
  name: { fontSize: 20, fontWeight: 600, letterSpacing: '0.01em' },
}));

/** The product's mark, and beside it, while the sidebar is open, its name. */
export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title');

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label={title ? `${title} home` : 'Home'}
    >
      <OpmodelMark className={classes.mark} accent="#a9b6ff" />
      {isOpen && <span className={classes.name}>{title}</span>}
    </Link>
  );
};
