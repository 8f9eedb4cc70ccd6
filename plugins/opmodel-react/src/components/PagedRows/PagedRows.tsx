import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { RowPage } from '../../request/rowSource';
import type { RowPages } from '../../request/useRowPages';
import { NewestFirstPaging } from '../NewestFirstPaging';
import { QueryView, RowsSkeleton } from '../ViewStates';

const useStyles = makeStyles(theme => ({
  // What is said in place of rows stands away from the edge, as they do.
  failed: { padding: theme.spacing(0, 2, 2) },
  skeleton: { padding: theme.spacing(0, 2, 2) },
  empty: {
    margin: 0,
    padding: theme.spacing(1, 2, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

/** Props of {@link PagedRows}. */
export interface PagedRowsProps<Page extends RowPage<unknown>> {
  pages: RowPages<Page>;
  /** What is asked for, within a sentence: "DORA metrics". */
  subject: string;
  /** What these are the pages of, for those who do not see them. */
  label: string;
  /** Lines of the skeleton: about as many as there will be rows. */
  skeletonRows: number;
  /** What would appear here. */
  empty: ReactNode;
  /** True: the rows stand in another order than the newest first. */
  sorted?: boolean;
  /** True leaves out the line below where one page holds all rows. */
  quietOnOnePage?: boolean;
  /** What else can be done with the rows. */
  actions?: (page: Page) => ReactNode;
  /** The rows of the page. */
  children: (page: Page) => ReactNode;
}

/** A list a page at a time within a flush panel: rows, or that there are none, and the way to the other pages. */
export function PagedRows<Page extends RowPage<unknown>>(
  props: PagedRowsProps<Page>,
) {
  const { pages, subject, label, skeletonRows, empty, children } = props;
  const { quietOnOnePage, sorted, actions } = props;
  const classes = useStyles();
  const { error, data } = pages.page;
  return (
    <div className={error && !data ? classes.failed : undefined}>
      <QueryView
        query={pages.page}
        subject={subject}
        skeleton={
          <div className={classes.skeleton}>
            <RowsSkeleton rows={skeletonRows} />
          </div>
        }
      >
        {page =>
          page.items.length === 0 ? (
            <p className={classes.empty}>{empty}</p>
          ) : (
            <>
              {children(page)}
              {!(quietOnOnePage && page.totalItems <= pages.rowsPerPage) && (
                <NewestFirstPaging
                  label={label}
                  page={page}
                  pages={pages}
                  rowsPerPage={pages.rowsPerPage}
                  sorted={sorted}
                  actions={actions?.(page)}
                />
              )}
            </>
          )
        }
      </QueryView>
    </div>
  );
}
