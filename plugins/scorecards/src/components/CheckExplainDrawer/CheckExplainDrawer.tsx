import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useCheckExplanation } from '../../hooks/scorecardQueries';
import { useNamedCheck } from '../../hooks/useNamedCheck';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { CheckExplanation } from './CheckExplanation';

const SKELETON_ROWS = 8;

/** How a verdict came about, for the check that the URL names. */
export function CheckExplainDrawer(props: { entityRef: string }) {
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const [named, name] = useNamedCheck('explain');
  const explanation = useCheckExplanation(props.entityRef, named);
  return (
    <ExplainDrawer
      open={named !== undefined}
      onClose={() => name(undefined)}
      eyebrow={t('explain.eyebrow')}
      title={explanation.data?.check.name ?? named?.checkId ?? ''}
    >
      <QueryView
        query={explanation}
        subject={t('explain.subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {data => (
          <CheckExplanation entityRef={props.entityRef} explanation={data} />
        )}
      </QueryView>
    </ExplainDrawer>
  );
}
