import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  debtReportLimits,
  type DescribedDebtReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  EntityPicker,
  FormDialog,
  GroupPicker,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { problemsByField, TextInput } from '../forms';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { carrierKinds } from '../words/carrierKinds';
import { CausePicker } from './CausePicker';
import type { KnownOfReport, ReportFault, ReportField } from './reportDraft';
import { ReportConflict } from './ReportConflict';
import { useReportEditor } from './useReportEditor';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
    alignItems: 'start',
  },
}));

/** The fields as the API calls them. */
const sentFields = [
  'entityRef',
  'what',
  'day',
  'hoursLost',
  'teamRef',
  'itemId',
] as const;

/** Reports lost time, or changes a report. Where it was and what happened are enough. What was typed stays when it cannot be kept. */
export function ReportDialog(props: {
  /** Undefined: a new one. */
  report?: DescribedDebtReport;
  /** What is known of a new one. */
  known?: KnownOfReport;
  onSaved: () => void;
  onClose: () => void;
}) {
  const { report, known, onSaved, onClose } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const formats = useFormats();
  const editor = useReportEditor({ report, known, onSaved });
  const { draft, set, faults, error } = editor;
  const refused = problemsByField(error, sentFields);
  const faultWords: Record<ReportFault, string> = {
    required: t('fault.required'),
    number: t('fault.number'),
    range: t('fault.range', {
      least: String(debtReportLimits.hoursLost.least),
      most: formats.count(debtReportLimits.hoursLost.most),
    }),
    long: t('fault.long'),
  };
  const problemOf = (field: ReportField): string | undefined => {
    const fault = faults[field];
    return fault
      ? faultWords[fault]
      : refused[field === 'item' ? 'itemId' : field];
  };
  return (
    <FormDialog
      title={report ? t('form.changeTitle') : t('form.title')}
      text={report ? t('form.changeText') : t('form.text')}
      submitLabel={report ? t('form.changeSubmit') : t('form.submit')}
      running={editor.running}
      error={Object.keys(refused).length === 0 ? error : undefined}
      onSubmit={editor.submit}
      onClose={onClose}
    >
      <ReportConflict editor={editor} />
      <EntityPicker
        required
        label={t('form.where')}
        kinds={carrierKinds}
        value={draft.entityRef}
        problem={problemOf('entityRef')}
        onChange={entityRef => set({ entityRef })}
      />
      <TextInput
        required
        multiline
        label={t('form.what')}
        longest={debtReportLimits.what}
        value={draft.what}
        problem={problemOf('what')}
        onChange={what => set({ what })}
      />
      <div className={classes.row}>
        <TextInput
          type="date"
          label={t('form.day')}
          hint={report ? undefined : t('form.dayHint')}
          value={draft.day}
          problem={problemOf('day')}
          onChange={day => set({ day })}
        />
        <TextInput
          label={t('form.hours')}
          hint={t('form.hoursHint')}
          value={draft.hoursLost}
          problem={problemOf('hoursLost')}
          inputProps={{ inputMode: 'decimal' }}
          onChange={hoursLost => set({ hoursLost })}
        />
      </div>
      <GroupPicker
        label={t('form.team')}
        value={draft.teamRef}
        problem={problemOf('teamRef')}
        onChange={teamRef => set({ teamRef })}
      />
      <CausePicker
        label={t('form.item')}
        entityRef={draft.entityRef}
        value={draft.item}
        problem={problemOf('item')}
        onChange={item => set({ item })}
      />
      {editor.isUnchanged && (
        <p className={facts.quiet}>{t('form.unchanged')}</p>
      )}
    </FormDialog>
  );
}
