import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloExplanation, type ObjectiveId } from '../../hooks/sloQueries';
import { useExplainedObjective } from '../../hooks/useExplainedObjective';
import { sloExplainTranslationRef } from '../../translations/explain';
import { SloExplanationBody } from './SloExplanationBody';

const SKELETON_ROWS = 8;
const NOTHING: ObjectiveId = { sloRef: '', objective: 0 };

/** Where the budget of an objective comes from, for the objective that the URL names. */
export function SloExplainDrawer(props: {
  /** What SLOs are called, where the page knows it. */
  titleOf: (sloRef: string) => string | undefined;
}) {
  const { t } = useTranslationRef(sloExplainTranslationRef);
  const [explained, explain] = useExplainedObjective();
  const explanation = useSloExplanation(
    explained ?? NOTHING,
    explained !== undefined,
  );
  const title =
    explained &&
    (props.titleOf(explained.sloRef) ?? parseEntityRef(explained.sloRef).name);
  return (
    <ExplainDrawer
      open={explained !== undefined}
      onClose={() => explain(undefined)}
      eyebrow={t('eyebrow')}
      title={t('title', { title: title ?? '' })}
    >
      <QueryView
        query={explanation}
        subject={t('subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {data => <SloExplanationBody explanation={data} />}
      </QueryView>
    </ExplainDrawer>
  );
}
