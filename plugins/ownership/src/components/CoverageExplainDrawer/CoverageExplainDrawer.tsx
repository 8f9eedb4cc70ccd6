import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { CoverageExplanation } from './CoverageExplanation';

const SKELETON_ROWS = 8;

/** Props of {@link CoverageExplainDrawer}. */
export interface CoverageExplainDrawerProps {
  open: boolean;
  onClose: () => void;
  /** Names what is explained; another name asks again. */
  about: string;
  /** Asks for the explanation. */
  request: (signal: AbortSignal) => Promise<OwnershipExplanation>;
}

/** Where a coverage comes from. */
export function CoverageExplainDrawer(props: CoverageExplainDrawerProps) {
  const { open, onClose, about, request } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const explanation = useQueryState({
    key: about,
    subject: about,
    enabled: open,
    request,
  });
  return (
    <ExplainDrawer open={open} onClose={onClose} title={t('explain.title')}>
      <QueryView
        query={explanation}
        subject={t('list.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {data => <CoverageExplanation explanation={data} />}
      </QueryView>
    </ExplainDrawer>
  );
}
