import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { DeploymentPage } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import {
  DEPLOYMENTS_PER_PAGE,
  type DeploymentPages,
} from '../../hooks/useDeploymentPages';
import { doraTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
}));

/** Which of how many deployments are shown, and the way to newer and older ones. */
export function DeploymentsPaging(props: {
  page: DeploymentPage;
  pages: DeploymentPages;
}) {
  const { page, pages } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const first = pages.index * DEPLOYMENTS_PER_PAGE + 1;
  return (
    <nav className={classes.paging} aria-label={t('evidence.pages')}>
      <span>
        {t('evidence.showing', {
          from: formats.count(first),
          to: formats.count(first + page.items.length - 1),
          total: formats.count(page.totalItems),
        })}
      </span>
      <Button size="small" disabled={!pages.newer} onClick={pages.newer}>
        {t('evidence.previous')}
      </Button>
      <Button size="small" disabled={!pages.older} onClick={pages.older}>
        {t('evidence.next')}
      </Button>
    </nav>
  );
}
