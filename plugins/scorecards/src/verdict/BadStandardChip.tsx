import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Hint,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../translation';

/** Says that so much is exempt from a check that the check itself is in question. */
export function BadStandardChip(props: {
  /** Share of what is asked that is exempt, 0 to 1. */
  exempt: number | null;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  return (
    <Hint
      title={t('badStandardMeaning', { exempt: formats.share(props.exempt) })}
    >
      <StateChip state="attention" label={t('badStandard')} />
    </Hint>
  );
}
