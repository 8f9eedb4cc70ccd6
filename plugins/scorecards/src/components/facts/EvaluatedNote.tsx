import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Hint, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../../translation';

/** When the last change was found. Evaluation follows what changes, so nothing is stale for being old. */
export function EvaluatedNote(props: {
  /** Null: never evaluated. */
  asOf: string | null;
}) {
  const { asOf } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  return asOf === null ? (
    <span>{t('freshness.never')}</span>
  ) : (
    <Hint title={formats.instant(asOf)}>
      <time dateTime={asOf}>
        {t('freshness.asOf', { when: formats.relative(asOf) })}
      </time>
    </Hint>
  );
}
