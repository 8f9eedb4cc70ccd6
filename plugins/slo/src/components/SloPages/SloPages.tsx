import { Content, PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  LoadingRegion,
  PanelSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { sloTranslationRef } from '../../translation';
import { SloNavigation } from './SloNavigation';
import { SloDetailPage, sloSubPages } from './subPages';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
}));

const SKELETON_HEIGHT = 320;

/** The pages of SLOs below their header: the way between them, and the one that is shown. */
export function SloPagesContent() {
  const classes = useStyles();
  return (
    <Content>
      <div className={classes.page}>
        <SloNavigation />
        <Suspense
          fallback={
            <LoadingRegion>
              <PanelSkeleton height={SKELETON_HEIGHT} />
            </LoadingRegion>
          }
        >
          <Routes>
            {sloSubPages.map(({ path, Page }) => (
              <Route
                key={path}
                path={path === '' ? '/' : `${path}/*`}
                element={<Page />}
              />
            ))}
            <Route path=":namespace/:name" element={<SloDetailPage />} />
            <Route path="*" element={<Navigate to=".." replace />} />
          </Routes>
        </Suspense>
      </div>
    </Content>
  );
}

/** The pages with their own header, for apps of the earlier frontend system. */
export function SloPages() {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <PageWithHeader
      themeId="home"
      title={t('pages.title')}
      subtitle={t('pages.subtitle')}
    >
      <SloPagesContent />
    </PageWithHeader>
  );
}
