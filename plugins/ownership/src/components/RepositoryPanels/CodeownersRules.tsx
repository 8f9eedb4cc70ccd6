import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CodeownersComparison } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ScrollArea,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipRepositoryTranslationRef } from '../../translations/repository';

/** The rules of the file that decide about the folder of an entity, in the order in which they stand there. */
export function CodeownersRules(props: {
  rules: CodeownersComparison['rules'];
}) {
  const { t } = useTranslationRef(ownershipRepositoryTranslationRef);
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={t('codeowners.rules')}>
      <table className={table.table} aria-label={t('codeowners.rules')}>
        <thead>
          <tr>
            <th scope="col" className={table.number}>
              {t('codeowners.line')}
            </th>
            <th scope="col">{t('codeowners.pattern')}</th>
            <th scope="col">{t('codeowners.owners')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rules.map(({ line, pattern, owners }) => (
            <tr key={line}>
              <td className={table.number}>{line}</td>
              <td>
                <code>{pattern}</code>
              </td>
              <td>{owners.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
