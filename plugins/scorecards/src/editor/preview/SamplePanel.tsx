import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  EntityCheck,
  PreviewSample,
  ScorecardPreview,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  Panel,
  QueryView,
  RefsPicker,
  RowsSkeleton,
  useFactStyles,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { LevelBadge, VerdictChip } from '../../verdict';
import { scorecardEditorTranslationRef } from '../translation';
import { MOST_SAMPLES } from './usePreview';

const SKELETON_ROWS = 4;
/** What can be scored and is looked at by name. */
const sampledKinds = ['component', 'api', 'resource', 'system', 'domain'];

/** How some real entities would stand by what is written. */
export function SamplePanel(props: {
  preview: QueryState<ScorecardPreview>;
  entityRefs: readonly string[];
  onPick: (entityRefs: string[]) => void;
}) {
  const { preview, entityRefs, onPick } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('preview.samplesTitle')}>
      <RefsPicker
        label={t('preview.pick')}
        hint={t('preview.pickHint')}
        kinds={sampledKinds}
        value={entityRefs}
        problem={
          entityRefs.length > MOST_SAMPLES ? t('preview.tooMany') : undefined
        }
        onChange={onPick}
      />
      {entityRefs.length === 0 ? (
        <p className={facts.quiet}>{t('preview.pickNone')}</p>
      ) : (
        <QueryView
          query={preview}
          subject={t('preview.samplesSubject')}
          skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
        >
          {({ samples, problems }) =>
            problems.length > 0 ? (
              <p className={facts.quiet}>{t('preview.problemsFirst')}</p>
            ) : (
              <div aria-busy={preview.phase === 'refreshing'}>
                {samples.map(sample => (
                  <Sample key={sample.entityRef} sample={sample} />
                ))}
                {preview.phase === 'ready' &&
                  samples.length <
                    Math.min(entityRefs.length, MOST_SAMPLES) && (
                    <p className={facts.quiet}>{t('preview.hidden')}</p>
                  )}
              </div>
            )
          }
        </QueryView>
      )}
    </Panel>
  );
}

function Sample(props: { sample: PreviewSample }) {
  const { entityRef, title, standing } = props.sample;
  const { level, scorecard, checks } = standing;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const told = checks.filter(isWorthTelling);
  const highest = Math.max(...scorecard.levels.map(({ rank }) => rank));
  return (
    <section aria-label={title}>
      <div className={`${facts.list} ${facts.line}`}>
        <strong>
          <EntityRefLink entityRef={entityRef} title={title} />
        </strong>
        {level ? (
          <LevelBadge level={level} highest={highest} />
        ) : (
          <NoteChip>{t('preview.notAsked')}</NoteChip>
        )}
      </div>
      <ul className={facts.list}>
        {told.map(check => (
          <li key={check.checkId} className={facts.line}>
            <VerdictChip state={check.state} />
            <span>{check.name}</span>
            <span className={facts.quiet} style={{ margin: 0 }}>
              {check.message ?? check.detail}
            </span>
          </li>
        ))}
      </ul>
      <p className={facts.quiet}>
        {told.length === 0
          ? level && t('preview.allMet')
          : checks.length > told.length &&
            t('preview.more', {
              n: formats.count(checks.length - told.length),
            })}
      </p>
    </section>
  );
}

function isWorthTelling({ state }: EntityCheck): boolean {
  return state !== 'passed' && state !== 'not_applicable';
}
