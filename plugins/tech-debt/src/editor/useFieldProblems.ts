import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { problemsByField } from '../forms';
import { techDebtEditorTranslationRef } from '../translations/editor';
import { debtDraftFields, type DebtDraftField } from './debtDraft';
import type { DraftFault } from './readDraft';
import type { DebtEditor } from './useDebtEditor';

/** What is wrong, where it is to be shown. */
export interface FieldProblems {
  /** At the field. */
  at(field: DebtDraftField): string | undefined;
  /** What the API said that is about none of the fields. */
  elsewhere?: Error;
  /** Fields that are not right. */
  count: number;
}

/** What is wrong with what is typed: as it is found here, or as the API says. */
export function useFieldProblems(
  editor: Pick<DebtEditor, 'faults' | 'error'>,
): FieldProblems {
  const { faults, error } = editor;
  const { t } = useTranslationRef(techDebtEditorTranslationRef);
  const formats = useFormats();
  const refused = problemsByField(error, debtDraftFields);
  const wordsOf = (fault: DraftFault): string => {
    switch (fault.type) {
      case 'range':
        return t('fault.range', {
          least: String(fault.minimum),
          most: formats.count(fault.maximum),
        });
      case 'number':
        return t('fault.number');
      case 'long':
        return t('fault.long');
      case 'links':
        return t('fault.links');
      case 'address':
        return t('fault.address');
      default:
        return t('fault.required');
    }
  };
  return {
    at(field) {
      const fault = faults[field];
      return fault ? wordsOf(fault) : refused[field];
    },
    elsewhere: Object.keys(refused).length === 0 ? error : undefined,
    count: Object.keys(faults).length,
  };
}
