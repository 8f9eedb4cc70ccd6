import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import ListSubheader from '@material-ui/core/ListSubheader';
import GetAppIcon from '@material-ui/icons/GetApp';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import type { FleetExportFormat } from '../../hooks/fleet/useFleetExport';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import { MAX_EXPORT_ROWS } from './fleetExport';

/** Props of {@link ExportMenu}. */
export interface ExportMenuProps {
  /** Rows that the filter selects. */
  totalRows: number;
  disabled?: boolean;
  onExport: (format: FleetExportFormat) => void;
}

/** Chooses the format of an export of everything that the filter selects. */
export function ExportMenu(props: ExportMenuProps) {
  const { totalRows, disabled, onExport } = props;
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const formats = useFormats();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const menuId = useId();
  const choose = (format: FleetExportFormat) => {
    setAnchor(null);
    onExport(format);
  };
  const n = formats.count(totalRows);
  return (
    <>
      <Button
        size="small"
        startIcon={<GetAppIcon />}
        disabled={disabled || totalRows === 0}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('export.button')}
      </Button>
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(null)}
      >
        <ListSubheader disableSticky role="presentation">
          {totalRows > MAX_EXPORT_ROWS
            ? t('export.bounded', {
                limit: formats.count(MAX_EXPORT_ROWS),
                n,
              })
            : t('export.all', { n })}
        </ListSubheader>
        <MenuItem onClick={() => choose('csv')}>{t('export.csv')}</MenuItem>
        <MenuItem onClick={() => choose('json')}>{t('export.json')}</MenuItem>
      </Menu>
    </>
  );
}
