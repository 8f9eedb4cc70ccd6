import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { CheckTotals } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NoteChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { BadStandardChip, PassingShare } from '../../verdict';

const useStyles = makeStyles({
  name: { minWidth: 160, '&&': { whiteSpace: 'normal' } },
});

/** Props of {@link CheckTotalsTable}. */
export interface CheckTotalsTableProps {
  label: string;
  checks: readonly CheckTotals[];
  /** The list of what a check says of entities, all or those in one state; undefined where the app has no such page. */
  linkOf: (
    checkId: string,
    state: 'failed' | 'exempt' | undefined,
  ) => string | undefined;
  /** Leaves out the category of each check. */
  brief?: boolean;
  /** Leaves out which level asks for each check, where none does. */
  withoutLevels?: boolean;
}

/** Checks with how many meet them, those that fail most first. */
export function CheckTotalsTable(props: CheckTotalsTableProps) {
  const { label, checks, linkOf, brief, withoutLevels } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('totals.check')}</th>
            {!brief && <th scope="col">{t('totals.category')}</th>}
            {!withoutLevels && <th scope="col">{t('totals.level')}</th>}
            <th scope="col" className={table.number}>
              {t('totals.failed')}
            </th>
            <th scope="col">{t('totals.passing')}</th>
            <th scope="col" className={table.number}>
              {t('totals.exempt')}
            </th>
            <th scope="col" className={table.number}>
              {t('totals.silent')}
            </th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {checks.map(check => {
            const { counts } = check.summary;
            return (
              <tr key={check.checkId}>
                <th scope="row" className={classes.name}>
                  <CheckName check={check} linkOf={linkOf} />
                </th>
                {!brief && (
                  <td>
                    {check.category ?? (
                      <span className={table.quiet}>{t('totals.none')}</span>
                    )}
                  </td>
                )}
                {!withoutLevels && (
                  <td>
                    {check.level ?? (
                      <span className={table.quiet}>{t('totals.noLevel')}</span>
                    )}
                  </td>
                )}
                <td className={table.number}>
                  <Counted
                    count={counts.failed}
                    link={linkOf(check.checkId, 'failed')}
                    label={t('totals.failedOf', { check: check.name })}
                  />
                </td>
                <td>
                  <PassingShare summary={check.summary} />
                </td>
                <td className={table.number}>
                  <Counted
                    count={counts.exempt}
                    link={linkOf(check.checkId, 'exempt')}
                    label={t('totals.exemptFrom', { check: check.name })}
                  />
                </td>
                <td className={table.number}>
                  <Counted count={counts.not_reported + counts.error} />
                </td>
              </tr>
            );
          })}
        </TableBody>
      </table>
    </div>
  );
}

function CheckName(props: {
  check: CheckTotals;
  linkOf: CheckTotalsTableProps['linkOf'];
}) {
  const { check, linkOf } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const link = linkOf(check.checkId, undefined);
  return (
    <>
      {link ? <Link to={link}>{check.name}</Link> : check.name}{' '}
      {check.startsAt !== null && (
        <NoteChip>
          {t('totals.startsAt', { day: formats.day(check.startsAt) })}
        </NoteChip>
      )}{' '}
      {check.isBadStandard && <BadStandardChip exempt={check.summary.exempt} />}
    </>
  );
}

function Counted(props: { count: number; link?: string; label?: string }) {
  const { count, link, label } = props;
  const formats = useFormats();
  const text = formats.count(count);
  return count > 0 && link ? (
    <Link to={link} aria-label={label && `${text} ${label}`}>
      {text}
    </Link>
  ) : (
    <>{text}</>
  );
}
