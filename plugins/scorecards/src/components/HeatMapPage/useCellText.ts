import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HeatMapCell } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';

/** What a cell says in words, for those who do not see it and for those who point at it. */
export function useCellText(): (
  row: string,
  check: string,
  cell: HeatMapCell,
) => string {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  return (row, check, cell) => {
    const exempt = formats.count(cell.exempt);
    const silent = formats.count(cell.silent);
    if (cell.applicable === 0) {
      return t('heatMap.cellNothing', { row, check });
    }
    return cell.passing === null
      ? t('heatMap.cellUnjudged', { row, check, exempt, silent })
      : t('heatMap.cell', {
          row,
          check,
          passing: formats.share(cell.passing),
          judged: formats.count(cell.judged),
          failed: formats.count(cell.failed),
          exempt,
          silent,
        });
  };
}
