import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Suspense, type ComponentType, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { LoadingRegion, PanelSkeleton } from '../ViewStates';
import { PageNavigation } from './PageNavigation';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
}));

const SKELETON_HEIGHT = 320;

/** A page of a subject that its navigation lists. */
export interface SubPage {
  /** Below the subject's own path; empty for the page that opens first. */
  path: string;
  /** What the navigation calls it. */
  name: string;
  /** Brings its sections alone: navigation and the space around are there. May be lazy, and have routes of its own below its path. */
  Page: ComponentType;
}

/** Props of {@link SubPages}. */
export interface SubPagesProps {
  /** What the pages are of, for screen readers. */
  label: string;
  /** Path of the subject's pages. */
  root: string;
  /** In the order of the navigation. */
  pages: readonly SubPage[];
  /** Routes of pages that the navigation does not list. */
  children?: ReactNode;
}

/** The pages of a subject below their header: the way between them, and the one that is shown. */
export function SubPages(props: SubPagesProps) {
  const { label, root, pages, children } = props;
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.page}>
        <PageNavigation label={label} root={root} pages={pages} />
        <Suspense
          fallback={
            <LoadingRegion>
              <PanelSkeleton height={SKELETON_HEIGHT} />
            </LoadingRegion>
          }
        >
          <Routes>
            {pages.map(({ path, Page }) => (
              <Route
                key={path}
                path={path === '' ? '/' : `${path}/*`}
                element={<Page />}
              />
            ))}
            {children}
            <Route path="*" element={<Navigate to=".." replace />} />
          </Routes>
        </Suspense>
      </div>
    </Content>
  );
}
