import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import GetAppIcon from '@material-ui/icons/GetApp';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  downloadFile,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { flowTranslationRef } from '../../translation';
import { toAllocationCsv, toReportJson, toWeeksCsv } from './flowExport';

/** Hands what is on the page to the browser as a file. */
export function FlowExportMenu(props: { report: FlowReport }) {
  const { report } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const menuId = useId();
  const scopeName = report.scope.ref.replace(/[^\w.-]+/g, '-');
  const nameOf = (what: string) =>
    `${what}_${scopeName}_${report.window.from}_${report.window.to}`;
  const choices = [
    {
      label: t('export.weeksCsv'),
      save: () => downloadFile(nameOf('flow-weeks'), 'csv', toWeeksCsv(report)),
    },
    {
      label: t('export.allocationCsv'),
      save: () =>
        downloadFile(nameOf('flow-allocation'), 'csv', toAllocationCsv(report)),
    },
    {
      label: t('export.json'),
      save: () => downloadFile(nameOf('flow'), 'json', toReportJson(report)),
    },
  ];
  return (
    <>
      <ActionButton
        startIcon={<GetAppIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('export.label')}
      </ActionButton>
      <Menu
        id={menuId}
        open={anchor !== null}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setAnchor(null)}
      >
        {choices.map(({ label, save }) => (
          <MenuItem
            key={label}
            onClick={() => {
              setAnchor(null);
              save();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
