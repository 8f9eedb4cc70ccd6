import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useFormats } from '../../format/useFormats';
import type { CursorPages } from '../../request/useCursors';
import { opmodelTranslationRef } from '../../translation';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(theme => ({
  paging: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  actions: { marginRight: 'auto' },
}));

/** Which of how many rows are shown, and the way to newer and older ones, or to the pages before and after. */
export function NewestFirstPaging(props: {
  /** What these are the pages of, for those who do not see them. */
  label: string;
  page: { items: readonly unknown[]; totalItems: number };
  pages: CursorPages;
  rowsPerPage: number;
  /** True: the rows stand in another order than the newest first. */
  sorted?: boolean;
  /** What else can be done with the rows; stands at the left. */
  actions?: ReactNode;
}) {
  const { label, page, pages, rowsPerPage, sorted, actions } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const first = pages.index * rowsPerPage + 1;
  return (
    <nav className={classes.paging} aria-label={label}>
      {actions && <div className={classes.actions}>{actions}</div>}
      <span>
        {t('paging.showing', {
          from: formats.count(first),
          to: formats.count(first + page.items.length - 1),
          total: formats.count(page.totalItems),
        })}
      </span>
      <ActionButton disabled={!pages.newer} onClick={pages.newer}>
        {sorted ? t('paging.previous') : t('paging.newer')}
      </ActionButton>
      <ActionButton disabled={!pages.older} onClick={pages.older}>
        {sorted ? t('paging.next') : t('paging.older')}
      </ActionButton>
    </nav>
  );
}
