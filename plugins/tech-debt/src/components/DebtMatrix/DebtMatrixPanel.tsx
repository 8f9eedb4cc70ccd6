import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtMatrix } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  PanelSkeleton,
  QueryView,
  useFactStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtPlacesTranslationRef } from '../../translations/places';
import { DebtMatrixGrid } from './DebtMatrixGrid';

const SKELETON_HEIGHT = 360;

/** Items by impact and likelihood; those that nobody scored stand apart. */
export function DebtMatrixPanel(props: { matrix: QueryState<DebtMatrix> }) {
  const { matrix } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const facts = useFactStyles();
  return (
    <QueryView
      query={matrix}
      subject={t('matrix.subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
    >
      {data => (
        <Panel title={t('matrix.title')}>
          <p className={facts.quiet}>
            {data.cells.length === 0 ? t('matrix.none') : t('matrix.caption')}
          </p>
          <DebtMatrixGrid matrix={data} />
          {data.unscored > 0 && (
            <p className={facts.quiet}>
              {t('matrix.unscored', { count: data.unscored })}
            </p>
          )}
        </Panel>
      )}
    </QueryView>
  );
}
