import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { useNoteStyles } from './useNoteStyles';

/** Says how much of a list by reason is not shown; nothing where all is. */
export function RestNote(props: {
  shown: ReadonlyArray<{ events: number }>;
  total: number;
  text: 'unmapped.more' | 'rejected.more';
}) {
  const { shown, total, text } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const notes = useNoteStyles();
  const covered = shown.reduce((sum, { events }) => sum + events, 0);
  return covered < total ? (
    <p className={`${notes.note} ${notes.flush}`}>
      {t(text, {
        shown: formats.count(shown.length),
        events: formats.count(covered),
        total: formats.count(total),
      })}
    </p>
  ) : null;
}
