import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  opmodelTranslationRef,
  useFormats,
  WorkingTimeNote,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';

/** The days that count, what they are compared with, and for a roll-up whose components count. */
export function WindowText(props: { explanation: DoraExplanation }) {
  const { metric, definition, window, scope, ownership } = props.explanation;
  const { t } = useTranslationRef(doraTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const ownershipText =
    ownership === 'then'
      ? t('explain.ownershipThen')
      : t('explain.ownershipNow');
  return (
    <>
      {t('explain.window', {
        range: formats.dayRange(window.from, window.to),
        days: shared('scope.days', { count: window.days }),
        zone: window.zone,
        previous: formats.dayRange(window.previous.from, window.previous.to),
      })}
      {scope.rollUp && ` ${ownershipText}`}
      {/* Recovery counts all time, whatever the organisation chose. */}
      {metric === 'change-lead-time' && (
        <>
          {' '}
          <WorkingTimeNote
            workingTime={definition.workingTime}
            window={window}
          />
        </>
      )}
    </>
  );
}
