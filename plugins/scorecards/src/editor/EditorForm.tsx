import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardListItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  useFactStyles,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { AboutForm, type ChangeSpec } from './form/AboutForm';
import { ChecksForm } from './form/ChecksForm';
import { LevelsForm } from './form/LevelsForm';
import { RequiresForm } from './form/RequiresForm';
import type { WrittenSpec } from './spec';
import { scorecardEditorTranslationRef } from './translation';

/** The fields of a scorecard: about it, its levels, its checks, and what it needs of others. */
export function EditorForm(props: {
  spec: WrittenSpec;
  onChange: ChangeSpec;
  /** Ids of checks that entities are judged by already. */
  publishedIds: readonly string[];
  openAt: number | undefined;
  onOpen: (at: number | undefined) => void;
  /** Why no facts are known. */
  factsError: Error | undefined;
  /** Those whose levels can be required. */
  scorecards: readonly ScorecardListItem[];
}) {
  const { spec, onChange, publishedIds, openAt, onOpen } = props;
  const { factsError, scorecards } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const sections = useSectionStyles();
  const facts = useFactStyles();
  return (
    <div className={sections.page}>
      {factsError && (
        <p className={facts.quiet} role="alert">
          {t('problems.factsFailed', { message: factsError.message })}
        </p>
      )}
      <AboutForm spec={spec} onChange={onChange} />
      <LevelsForm spec={spec} onChange={onChange} />
      <ChecksForm
        spec={spec}
        onChange={onChange}
        publishedIds={publishedIds}
        openAt={openAt}
        onOpen={onOpen}
      />
      <RequiresForm spec={spec} onChange={onChange} scorecards={scorecards} />
    </div>
  );
}
