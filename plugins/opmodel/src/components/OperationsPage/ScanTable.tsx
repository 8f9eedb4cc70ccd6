import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { Disclosure } from './Disclosure';
import { scanStates } from './scanStates';
import { useNoteStyles } from './useNoteStyles';

/** The scans behind the tiles, newest first. */
export function ScanTable(props: { scans: EngineHealth['snapshot']['scans'] }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  return (
    <Disclosure title={t('snapshot.scansTitle')}>
      <CaptionedTable caption={t('snapshot.scansCaption')}>
        <thead>
          <tr>
            <th scope="col">{t('snapshot.started')}</th>
            <th scope="col">{t('snapshot.stateColumn')}</th>
            <th scope="col" className={table.number}>
              {t('snapshot.took')}
            </th>
            <th scope="col">{t('snapshot.errorColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {props.scans.map(scan => (
            <tr key={scan.startedAt}>
              <th scope="row">
                <RelativeTime instant={scan.startedAt} />
              </th>
              <td>
                <StateChip
                  state={scanStates[scan.state]}
                  label={t(`snapshot.state.${scan.state}`)}
                />
              </td>
              <td className={table.number}>
                {formats.duration(scan.durationSeconds)}
              </td>
              <td>
                <span className={notes.words}>{scan.error}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </CaptionedTable>
    </Disclosure>
  );
}
