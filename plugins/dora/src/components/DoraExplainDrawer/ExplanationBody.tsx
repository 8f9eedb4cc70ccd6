import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraExplanation,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  FreshnessNote,
  opmodelTranslationRef,
  useDocsUrl,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useRef, useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { DisputeButton } from '../disputes';
import { ExclusionList } from './ExclusionList';
import { MetricContextSections } from './context/MetricContextSections';
import { Formula } from './Formula';
import { MetricRows } from './MetricRows';
import { RowsFilter } from './RowsFilter';
import { SampleText } from './SampleText';
import { useMeaning } from './meaning/useMeaning';
import { WindowText } from './WindowText';
import type { ExclusionReason } from '../exclusions';

const useStyles = makeStyles(theme => ({
  definition: { marginTop: theme.spacing(0.5), fontSize: 13 },
  rows: {
    margin: theme.spacing(0, -2),
    scrollMarginTop: 90,
  },
}));

/** Where the rows behind a number are, and who may doubt it. */
export interface ExplainedEvidence {
  entityRef: string;
  query: DoraReportQuery;
  /** Called after the number was disputed. */
  onDisputed: () => void;
}

/** What a number means, over which days and of how much, the arithmetic with this case's figures, what was left out, and the rows. */
export function ExplanationBody(props: {
  explanation: DoraExplanation;
  /** Absent for a filtered fleet, whose rows stand with its components. */
  evidence?: ExplainedEvidence;
}) {
  const { explanation, evidence } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const [exclusion, setExclusion] = useState<ExclusionReason>();
  const rows = useRef<HTMLDivElement>(null);
  const { metric, scope, definition, window, freshness } = explanation;
  const meaning = useMeaning(metric, definition, scope.rollUp);
  const openRows = (reason: ExclusionReason) => {
    setExclusion(reason);
    rows.current?.scrollIntoView?.({ block: 'start' });
  };
  return (
    <>
      <ExplainSection title={shared('explain.whatItMeans')}>
        {meaning}
        <div className={classes.definition}>
          <DocsLink
            docs={definition.docs}
            title={t('explain.definition', {
              title: definition.title,
              version: definition.version,
            })}
          />
        </div>
        {evidence && (
          <DisputeButton
            entityRef={evidence.entityRef}
            explanation={explanation}
            onDisputed={evidence.onDisputed}
          />
        )}
      </ExplainSection>
      <ExplainSection title={shared('explain.window')}>
        <WindowText explanation={explanation} />
      </ExplainSection>
      <ExplainSection title={shared('explain.sample')}>
        <SampleText explanation={explanation} />
      </ExplainSection>
      <ExplainSection title={shared('explain.freshness')}>
        <FreshnessNote freshness={freshness} zone={window.zone} />
      </ExplainSection>
      <ExplainSection title={shared('explain.formula')}>
        <Formula explanation={explanation} />
      </ExplainSection>
      <ExplainSection title={shared('explain.leftOut')}>
        <ExclusionList
          excluded={explanation.excluded}
          chosen={exclusion}
          onOpen={evidence && openRows}
        />
      </ExplainSection>
      <MetricContextSections explanation={explanation} />
      {evidence && (
        <ExplainSection title={shared('explain.rows')}>
          <div ref={rows} className={classes.rows}>
            <RowsFilter
              exclusion={exclusion}
              onClear={() => setExclusion(undefined)}
            />
            <MetricRows
              entityRef={evidence.entityRef}
              query={evidence.query}
              explanation={explanation}
              exclusion={exclusion}
            />
          </div>
        </ExplainSection>
      )}
    </>
  );
}

function DocsLink(props: { docs: string; title: string }) {
  const { docs, title } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const url = useDocsUrl(docs);
  return url ? (
    <Link to={url}>{title}</Link>
  ) : (
    <>
      {title} ({t('explain.docsPage', { page: docs.split('#')[0] })})
    </>
  );
}
