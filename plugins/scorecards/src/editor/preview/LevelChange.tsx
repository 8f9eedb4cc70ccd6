import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardLevelView } from '@opmodel/backstage-plugin-opmodel-common';
import { LevelBadge } from '../../verdict';
import { scorecardEditorTranslationRef } from '../translation';

/** A level before and after; one alone where it stays. */
export function LevelChange(props: {
  before: ScorecardLevelView | null;
  after: ScorecardLevelView | null;
}) {
  const { before, after } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const badge = (level: ScorecardLevelView | null) =>
    level ? <LevelBadge level={level} /> : t('preview.none');
  return before?.name === after?.name ? (
    <>{badge(after)}</>
  ) : (
    <>{t('preview.fromTo', { before: badge(before), after: badge(after) })}</>
  );
}
