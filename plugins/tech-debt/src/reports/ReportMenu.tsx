import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useFormats,
  useReducedMotion,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import type { ReportDeed } from './useReportDeeds';

/** As much of what happened as names a report to somebody who does not see its row. */
const NAME_LENGTH = 60;

/** What its reader may do with a report. */
export function deedsOfReport({
  may,
}: Pick<DescribedDebtReport, 'may'>): ReportDeed[] {
  return [
    ...(may.change ? (['change'] as const) : []),
    ...(may.link ? (['link'] as const) : []),
    ...(may.unlink ? (['unlink'] as const) : []),
    ...(may.delete ? (['remove'] as const) : []),
  ];
}

/** A menu of what its reader may do with a report; nothing where that is nothing. */
export function ReportMenu(props: {
  report: DescribedDebtReport;
  onChoose: (deed: ReportDeed) => void;
}) {
  const { report, onChoose } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const formats = useFormats();
  const still = useReducedMotion();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const deeds = deedsOfReport(report);
  if (deeds.length === 0) {
    return null;
  }
  const names: Record<ReportDeed, string> = {
    change: t('deed.change'),
    link: report.item ? t('deed.relink') : t('deed.link'),
    unlink: t('deed.unlink'),
    remove: t('deed.remove'),
  };
  return (
    <>
      <ActionButton
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        aria-label={t('deed.menu', {
          day: formats.day(report.day),
          what: report.what.slice(0, NAME_LENGTH),
        })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('deed.open')}
      </ActionButton>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        transitionDuration={still ? 0 : undefined}
        MenuListProps={{ dense: true }}
      >
        {deeds.map(deed => (
          <MenuItem
            key={deed}
            onClick={() => {
              setAnchor(null);
              onChoose(deed);
            }}
          >
            {names[deed]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
