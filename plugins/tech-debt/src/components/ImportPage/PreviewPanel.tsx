import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtImportPreview,
  DebtImportRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  StateChip,
  useFactStyles,
  useFormats,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import type { DebtImporting } from '../../imports/useDebtImport';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import { ChangedRows } from './ChangedRows';
import { CreatedRows } from './CreatedRows';
import { ProblemTable } from './ProblemTable';

const counted: readonly (readonly [
  keyof DebtImportPreview['counts'],
  OpmodelState,
])[] = [
  ['create', 'good'],
  ['possibleDuplicates', 'attention'],
  ['change', 'good'],
  ['unchanged', 'good'],
  ['repeated', 'attention'],
  ['bad', 'bad'],
];

/** What a file would do, row by row, and the button that does it. */
export function PreviewPanel(props: {
  preview: DebtImportPreview;
  importing: DebtImporting;
}) {
  const { preview, importing } = props;
  const { counts, rows, problems } = preview;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const ofOutcome = (outcome: DebtImportRow['outcome']) =>
    rows.filter(row => row.outcome === outcome);
  if (problems.length > 0) {
    return (
      <Panel title={t('problems.title')}>
        <ul className={facts.list} role="alert">
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`} className={facts.line}>
              {t('problems.at', { field, message })}
            </li>
          ))}
        </ul>
      </Panel>
    );
  }
  const take = (row: number, isTaken: boolean) => {
    const next = new Set(taken);
    if (isTaken) {
      next.add(row);
    } else {
      next.delete(row);
    }
    setTaken(next);
  };
  const created = ofOutcome('create');
  const changed = ofOutcome('change');
  const bad = ofOutcome('bad');
  const toDo =
    counts.create - counts.possibleDuplicates + taken.size + counts.change;
  return (
    <Panel title={t('rows.title')}>
      <div className={facts.line} role="status">
        {counted
          .filter(([name]) => counts[name] > 0)
          .map(([name, state]) => (
            <StateChip
              key={name}
              state={state}
              label={t(`count.${name}`, { n: formats.count(counts[name]) })}
            />
          ))}
      </div>
      {created.length > 0 && (
        <>
          <div className={facts.heading}>{t('rows.create')}</div>
          <CreatedRows rows={created} taken={taken} onTake={take} />
          <FirstOnly shown={created.length} all={counts.create} />
        </>
      )}
      {changed.length > 0 && (
        <>
          <div className={facts.heading}>{t('rows.change')}</div>
          <ChangedRows rows={changed} />
          <FirstOnly shown={changed.length} all={counts.change} />
        </>
      )}
      {bad.length > 0 && (
        <>
          <div className={facts.heading}>{t('rows.bad')}</div>
          <ProblemTable label={t('rows.bad')} rows={bad} />
          <FirstOnly shown={bad.length} all={counts.bad} />
        </>
      )}
      {toDo === 0 && <p className={facts.text}>{t('run.nothing')}</p>}
      <div className={facts.actions}>
        {toDo > 0 && (
          <ActionButton
            variant="contained"
            color="primary"
            aria-disabled={importing.running}
            onClick={() => importing.run([...taken])}
          >
            {t('run.submit')}
          </ActionButton>
        )}
        {importing.running && <span role="status">{t('run.running')}</span>}
      </div>
      {importing.runError && (
        <p role="alert" className={facts.text}>
          {t('run.failed', { message: importing.runError.message })}
        </p>
      )}
    </Panel>
  );
}

/** Says that not all rows are told. */
function FirstOnly(props: { shown: number; all: number }) {
  const { shown, all } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  return all > shown ? (
    <p className={facts.quiet}>{t('rows.more', { n: formats.count(shown) })}</p>
  ) : null;
}
