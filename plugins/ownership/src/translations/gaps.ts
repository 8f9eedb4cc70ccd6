import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of gaps and of the days by which they are to be closed. */
export const ownershipGapTranslationRef = createTranslationRef({
  id: 'ownership.gaps',
  messages: {
    title: 'Gaps',
    none: 'Nothing is missing in this ownership.',
    gap: 'What is missing',
    due: 'To be closed by',
    actions: 'Date',
    noDate: 'no date set',
    overdue: 'overdue',
    setDate: 'Set a date',
    setDateOf: 'Set the date of: {{gap}}',
    changeDate: 'Change the date',
    removeDate: 'Remove the date',
    removeDateOf: 'Remove the date of: {{gap}}',
    dialog: {
      title: 'Close the gap: {{gap}}',
      text: 'The day by which this gap of {{title}} is to be closed. After it, the gap is shown as overdue.',
      day: 'Day',
      dayMissing: 'Choose a day',
      note: 'Note',
      submit: 'Set the date',
    },
  },
});
