import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  EmptyState,
  PanelSkeleton,
  QueryView,
  useSectionStyles,
  WindowPicker,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useParams } from 'react-router-dom';
import { useSlo } from '../../hooks/sloQueries';
import { useSloWindow } from '../../hooks/useSloWindow';
import { rootRouteRef } from '../../routes';
import { sloDetailTranslationRef } from '../../translations/detail';
import { sloEntityTranslationRef } from '../../translations/entity';
import { FactLine } from '../facts';
import { SloExplainDrawer } from '../SloExplainDrawer';
import { SloDetailView } from './SloDetailView';

const SKELETON_HEIGHT = 420;

const useStyles = makeStyles(theme => ({
  strip: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
  },
}));

/** The page of one SLO. */
export function SloDetailPage() {
  const { namespace = 'default', name = '' } = useParams();
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { t: texts } = useTranslationRef(sloEntityTranslationRef);
  const sections = useSectionStyles();
  const classes = useStyles();
  const root = useRouteRef(rootRouteRef)();
  const sloRef = stringifyEntityRef({ kind: 'SLO', namespace, name });
  const detail = useSlo(sloRef);
  const { selection, choose } = useSloWindow();
  return (
    <div className={sections.page}>
      <div className={classes.strip}>
        <FactLine>
          <Link to={root}>{t('back')}</Link>
        </FactLine>
        <WindowPicker
          value={selection}
          onChange={choose}
          own={{
            label: texts('header.own'),
            hint: texts('header.ownHint'),
            onChoose: () => choose(undefined),
          }}
        />
      </div>
      <QueryView
        query={detail}
        subject={t('subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        notFound={
          <EmptyState title={t('unknown')} description={t('unknownText')} />
        }
      >
        {data => (
          <SloDetailView
            detail={data}
            window={selection}
            onChanged={detail.retry}
          />
        )}
      </QueryView>
      <SloExplainDrawer titleOf={() => detail.data?.status.title} />
    </div>
  );
}
