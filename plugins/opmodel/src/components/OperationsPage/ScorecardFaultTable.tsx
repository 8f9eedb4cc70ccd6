import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ScorecardFaults } from '../../hooks/useScorecardHealth';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { pathOfScorecard } from '../../pathOfScorecard';
import { scorecardsLinkRouteRef } from '../../routes';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';

/** As many as an operator looks through at once. */
const SHOWN = 25;

/** The definitions with problems and the checks with errors, a row each. Nobody's level is hurt by them. */
export function ScorecardFaultTable(props: { faults: ScorecardFaults }) {
  const { scorecards, checks } = props.faults;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  // An app without the pages of scorecards shows the names alone.
  const root = useRouteRef(scorecardsLinkRouteRef)?.();
  const pageOf = (scorecardRef: string) =>
    root && `${root}/${pathOfScorecard(scorecardRef)}`;
  const rows = [
    ...scorecards.map(({ ref, title, problems }) => ({
      key: ref,
      scorecard: title,
      page: pageOf(ref),
      check: null,
      entities: undefined,
      what: t('scorecards.problemCount', { count: problems }),
      of: null,
    })),
    ...checks.map(({ scorecard, check }) => ({
      key: `${scorecard.ref} ${check.checkId}`,
      scorecard: scorecard.title,
      page: pageOf(scorecard.ref),
      check: check.name,
      entities:
        root &&
        `${root}/entities?${new URLSearchParams({
          scorecard: scorecard.ref,
          check: check.checkId,
          state: 'error',
        })}`,
      what: t('scorecards.errorCount', {
        count: check.summary.counts.error,
      }),
      of: formats.count(check.summary.applicable),
    })),
  ];
  if (rows.length === 0) {
    return (
      <p style={{ margin: 0, padding: '4px 16px 16px' }}>
        <StateChip state="good" label={t('scorecards.noFaults')} />
      </p>
    );
  }
  return (
    <>
      <CaptionedTable caption={t('scorecards.faultsCaption')}>
        <thead>
          <tr>
            <th scope="col">{t('scorecards.scorecard')}</th>
            <th scope="col">{t('scorecards.check')}</th>
            <th scope="col">{t('scorecards.fault')}</th>
            <th scope="col" className={table.number}>
              {t('scorecards.asked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(row => (
            <tr key={row.key}>
              <th scope="row">
                {row.page ? (
                  <Link to={row.page}>{row.scorecard}</Link>
                ) : (
                  row.scorecard
                )}
              </th>
              <td>
                {row.check ?? (
                  <span className={table.quiet}>
                    {t('scorecards.definition')}
                  </span>
                )}
              </td>
              <td>
                <StateChip state="error" label={row.what} />
                {row.entities && (
                  <>
                    {' '}
                    <Link to={row.entities} underline="always">
                      {t('scorecards.which')}
                    </Link>
                  </>
                )}
              </td>
              <td className={table.number}>{row.of ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </CaptionedTable>
      {rows.length > SHOWN && (
        <p className={`${notes.note} ${notes.flush}`}>
          {t('scorecards.more', { count: rows.length - SHOWN })}
        </p>
      )}
    </>
  );
}
