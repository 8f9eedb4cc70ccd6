import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import { ExplainSection } from '@opmodel/backstage-plugin-opmodel-react';
import { useDoraDefinitions } from '../../../hooks/useDoraDefinitions';
import { doraTranslationRef } from '../../../translation';
import { usePrintedText } from '../../metrics/usePrintedText';
import { QualityTable } from '../../quality';
import { BenchmarkBands } from './BenchmarkBands';
import { Decisions } from './Decisions';

/** What stands beside a number: how good its facts are, its benchmark, and what its definition decides. */
export function MetricContextSections(props: { explanation: DoraExplanation }) {
  const { context, definition } = props.explanation;
  const { t } = useTranslationRef(doraTranslationRef);
  const printed = usePrintedText();
  const definitions = useDoraDefinitions().data;
  const profile = definitions?.profiles.find(({ id }) => id === definition.id);
  return (
    <>
      <ExplainSection title={t('explain.quality')}>
        <QualityTable checks={context.quality.checks} />
      </ExplainSection>
      {context.benchmark && (
        <ExplainSection title={t('explain.benchmark')}>
          <BenchmarkBands
            benchmark={context.benchmark}
            metric={context.metric}
            definitions={definitions}
          />
        </ExplainSection>
      )}
      {context.printed && (
        <ExplainSection
          title={t('explain.printed', { tool: definition.title })}
        >
          {printed(context.printed)}
        </ExplainSection>
      )}
      {profile && (
        <ExplainSection title={t('explain.decisions')}>
          <Decisions profile={profile} />
        </ExplainSection>
      )}
    </>
  );
}
