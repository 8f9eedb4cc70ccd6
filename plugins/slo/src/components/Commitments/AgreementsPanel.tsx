import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloAgreement } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloEntityTranslationRef } from '../../translations/entity';
import { useSloFormats } from '../../words/useSloFormats';
import { SloLink } from '../facts';

/** What was agreed by contract, and whether the SLO is stricter, so that it warns in time. */
export function AgreementsPanel(props: {
  agreements: readonly SloAgreement[];
}) {
  const { agreements } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  return (
    <Panel title={t('agreements.title')}>
      {agreements.length === 0 ? (
        <p className={facts.quiet}>{t('agreements.none')}</p>
      ) : (
        <ScrollArea label={t('agreements.title')}>
          <table className={table.table} aria-label={t('agreements.title')}>
            <thead>
              <tr>
                <th scope="col">{t('agreements.agreement')}</th>
                <th scope="col" className={table.number}>
                  {t('agreements.target')}
                </th>
                <th scope="col" className={table.number}>
                  {t('agreements.slo')}
                </th>
                <th scope="col">{t('agreements.period')}</th>
                <th scope="col">{t('agreements.state')}</th>
                <th scope="col">{t('agreements.validUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {agreements.map(agreement => (
                <tr key={agreement.ref}>
                  <th scope="row">
                    {agreement.sloRef === null ? (
                      agreement.title
                    ) : (
                      <SloLink sloRef={agreement.sloRef}>
                        {agreement.title}
                      </SloLink>
                    )}
                  </th>
                  <td className={table.number}>
                    {figures.target(agreement.target)}
                  </td>
                  <td className={table.number}>
                    {agreement.sloTarget === null
                      ? NO_VALUE
                      : figures.target(agreement.sloTarget)}
                  </td>
                  <td>{figures.duration(agreement.period)}</td>
                  <td>
                    <AgreementState holds={agreement.holds} />
                  </td>
                  <td>{formats.day(agreement.validUntil)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}

function AgreementState(props: { holds: boolean | null }) {
  const { t } = useTranslationRef(sloEntityTranslationRef);
  switch (props.holds) {
    case true:
      return <StateChip state="good" label={t('agreements.holds')} />;
    case false:
      return <StateChip state="bad" label={t('agreements.broken')} />;
    default:
      return <StateChip state="no_data" label={t('agreements.unknown')} />;
  }
}
