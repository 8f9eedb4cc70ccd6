import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DebtDocumentState } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtImportsTranslationRef } from '../../translations/imports';
import { DocumentProblems } from './DocumentProblems';

/** Documents that keep debt, a row a document. */
export function DocumentTable(props: {
  documents: readonly DebtDocumentState[];
}) {
  const { documents } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  return (
    <ScrollArea label={t('documents.rows')}>
      <table className={table.table} aria-label={t('documents.title')}>
        <thead>
          <tr>
            <th scope="col">{t('documents.document')}</th>
            <th scope="col">{t('documents.kept')}</th>
            <th scope="col" className={table.number}>
              {t('documents.items')}
            </th>
            <th scope="col">{t('documents.problems')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map(document => (
            <tr key={document.entityRef}>
              <th scope="row">
                <EntityRefLink
                  entityRef={document.entityRef}
                  title={document.title}
                />
              </th>
              <td>
                {document.keptAt === null ? (
                  t('documents.never')
                ) : (
                  <RelativeTime instant={document.keptAt} />
                )}
              </td>
              <td className={table.number}>{formats.count(document.items)}</td>
              <td style={{ whiteSpace: 'normal' }}>
                <DocumentStanding document={document} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function DocumentStanding(props: { document: DebtDocumentState }) {
  const { document } = props;
  const { t } = useTranslationRef(techDebtImportsTranslationRef);
  if (document.problems.length > 0) {
    return <DocumentProblems document={document} />;
  }
  // What was not read yet is not known to be right.
  return document.keptAt === null ? (
    <>{t('documents.never')}</>
  ) : (
    <StateChip state="good" label={t('documents.none')} />
  );
}
