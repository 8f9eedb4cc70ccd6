import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';

/** The coverage of each tier, with what it weighs. */
export function TierCoveragePanel(props: { tiers: OwnershipSummary['tiers'] }) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  return (
    <Panel flush title={t('tiers.title')}>
      <ScrollArea label={t('tiers.title')}>
        <table className={table.table} aria-label={t('tiers.title')}>
          <thead>
            <tr>
              <th scope="col">{t('tiers.tier')}</th>
              <th scope="col" className={table.number}>
                {t('tiers.weight')}
              </th>
              <th scope="col" className={table.number}>
                {t('tiers.full')}
              </th>
              <th scope="col" className={table.number}>
                {t('tiers.entities')}
              </th>
              <th scope="col" className={table.number}>
                {t('tiers.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.tiers.map(({ tier, weight, coverage }) => (
              <tr key={tier ?? ''}>
                <th scope="row">{tier ?? t('tiers.noTier')}</th>
                <td className={table.number}>{formats.decimal(weight)}</td>
                <td className={table.number}>{formats.count(coverage.full)}</td>
                <td className={table.number}>
                  {formats.count(coverage.entities)}
                </td>
                <td className={table.number}>
                  {formats.share(coverage.share)}{' '}
                  {coverage.state === 'thin' && (
                    <StateChip state="thin" count={coverage.entities} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}
