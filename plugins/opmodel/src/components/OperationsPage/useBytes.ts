import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';

const units = [
  'unit.byte',
  'unit.kilobyte',
  'unit.megabyte',
  'unit.gigabyte',
  'unit.terabyte',
] as const;

/** Formats a number of bytes in the unit of a thousand that suits it: `1.2 GB`; a dash where it is not known. */
export function useBytes(): (bytes: number | null) => string {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  return bytes => {
    if (bytes === null) {
      return NO_VALUE;
    }
    const step = Math.min(
      units.length - 1,
      Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)),
    );
    return `${formats.rateNumber(bytes / 1000 ** step)}\u00a0${t(units[step])}`;
  };
}
