import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloFleetTranslationRef } from '../../translations/fleet';

/** How many components of each tier have an objective that is measured. */
export function TierCoveragePanel(props: { summary: SloSummary }) {
  const { coverage } = props.summary;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  return (
    <Panel title={t('coverage.tiers')}>
      {coverage.length === 0 ? (
        <p className={facts.quiet}>{t('summary.nothingToCover')}</p>
      ) : (
        <ScrollArea label={t('coverage.tiers')}>
          <table className={table.table} aria-label={t('coverage.tiers')}>
            <thead>
              <tr>
                <th scope="col">{t('coverage.tier')}</th>
                <th scope="col" className={table.number}>
                  {t('coverage.entities')}
                </th>
                <th scope="col" className={table.number}>
                  {t('coverage.covered')}
                </th>
                <th scope="col" className={table.number}>
                  {t('coverage.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {coverage.map(({ tier, entities, covered, share }) => (
                <tr key={tier ?? ''}>
                  <th scope="row">{tier ?? t('coverage.noTier')}</th>
                  <td className={table.number}>{formats.count(entities)}</td>
                  <td className={table.number}>{formats.count(covered)}</td>
                  <td className={table.number}>{formats.share(share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}
