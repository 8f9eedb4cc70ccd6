import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  RelativeTime,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import type { ReportField } from './reportDraft';
import type { ReportEditor } from './useReportEditor';

/** Somebody else changed the report while it was edited here: what they made of it, and which of both shall hold where both changed it. */
export function ReportConflict(props: { editor: ReportEditor }) {
  const { meanwhile, takeTheirs } = props.editor;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  if (!meanwhile) {
    return null;
  }
  const { theirs, changes } = meanwhile;
  const names: Record<ReportField, string> = {
    entityRef: t('form.where'),
    what: t('form.what'),
    day: t('form.day'),
    hoursLost: t('form.hours'),
    teamRef: t('form.team'),
    item: t('form.item'),
  };
  const values: Record<ReportField, string | undefined> = {
    entityRef: theirs.entity.title,
    what: theirs.what,
    day: formats.day(theirs.day),
    hoursLost:
      theirs.hoursLost === null ? undefined : formats.decimal(theirs.hoursLost),
    teamRef: theirs.team?.title,
    item: theirs.item?.title,
  };
  return (
    <div role="alert">
      <p className={facts.text}>
        <StateChip state="attention" />{' '}
        {t('conflict.title', {
          when: <RelativeTime instant={theirs.updatedAt} />,
        })}
      </p>
      <p className={facts.text}>{t('conflict.text')}</p>
      <ul className={facts.list}>
        {changes.map(({ field, clash }) => (
          <li key={field} className={facts.line}>
            <span>{t('conflict.theirs', { field: names[field] })}:</span>
            <strong>{values[field] ?? t('conflict.empty')}</strong>
            {clash ? (
              <ActionButton
                variant="outlined"
                onClick={() => takeTheirs(field)}
              >
                {t('conflict.take', { field: names[field] })}
              </ActionButton>
            ) : (
              <span>({t('conflict.took')})</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
