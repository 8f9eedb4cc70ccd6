import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtImportResult,
  DebtImportRowResult,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { DebtItemLink } from '../../facts';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import { ProblemTable } from './ProblemTable';

const counted: readonly (readonly [
  keyof DebtImportResult['counts'],
  OpmodelState,
])[] = [
  ['created', 'good'],
  ['changed', 'good'],
  ['unchanged', 'good'],
  ['repeated', 'attention'],
  ['skipped', 'attention'],
  ['conflict', 'attention'],
  ['bad', 'bad'],
];

/** What of an import asks for somebody to look at it again. */
const left: readonly DebtImportRowResult['outcome'][] = ['conflict', 'skipped'];

/** What an import did: how many rows became what, and which ones were left. */
export function ResultPanel(props: {
  result: DebtImportResult;
  onRestart: () => void;
}) {
  const { result, onRestart } = props;
  const { counts, rows } = result;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  const paths = useTechDebtPaths();
  const bad = rows.filter(({ outcome }) => outcome === 'bad');
  const others = rows.filter(({ outcome }) => left.includes(outcome));
  return (
    <Panel title={t('result.title')}>
      <div className={facts.line} role="status">
        {counted
          .filter(([name]) => counts[name] > 0)
          .map(([name, state]) => (
            <StateChip
              key={name}
              state={state}
              label={t(`result.${name}`, { n: formats.count(counts[name]) })}
            />
          ))}
      </div>
      {others.length > 0 && (
        <div className={table.tall}>
          <table className={table.table} aria-label={t('result.outcome')}>
            <thead>
              <tr>
                <th scope="col" className={table.number}>
                  {t('rows.row')}
                </th>
                <th scope="col">{t('result.outcome')}</th>
                <th scope="col">{t('rows.item')}</th>
              </tr>
            </thead>
            <tbody>
              {others.map(({ row, outcome, itemId }) => (
                <tr key={row}>
                  <td className={table.number}>{row}</td>
                  <th scope="row">{t(`result.one.${outcome}`)}</th>
                  <td>
                    {itemId && (
                      <DebtItemLink itemId={itemId}>
                        {t('result.open')}
                      </DebtItemLink>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {bad.length > 0 && (
        <>
          <div className={facts.heading}>{t('rows.bad')}</div>
          <ProblemTable label={t('rows.bad')} rows={bad} />
        </>
      )}
      <div className={facts.actions}>
        <ActionButton variant="outlined" onClick={onRestart}>
          {t('result.again')}
        </ActionButton>
        {paths && <Link to={paths.root}>{t('result.register')}</Link>}
      </div>
    </Panel>
  );
}
