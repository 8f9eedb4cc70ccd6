import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipExplanation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  opmodelTranslationRef,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { OwnershipDocsLink } from '../OwnershipDocsLink';
import { OwnershipFreshness } from '../OwnershipFreshness';

/** What the coverage means, of how much it is, the arithmetic with this case's figures, and what was left out. */
export function CoverageExplanation(props: {
  explanation: OwnershipExplanation;
}) {
  const { definition, freshness, state, n, excluded } = props.explanation;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const { t: shared } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  return (
    <>
      <ExplainSection title={shared('explain.whatItMeans')}>
        {t('explain.meaning')} <OwnershipDocsLink definition={definition} />
      </ExplainSection>
      <ExplainSection title={shared('explain.window')}>
        {t('explain.window')}
      </ExplainSection>
      <ExplainSection title={shared('explain.sample')}>
        {t('explain.sample', { n: formats.count(n) })}{' '}
        {state !== 'ok' && (
          <StateChip state={state} count={state === 'thin' ? n : undefined} />
        )}
      </ExplainSection>
      <ExplainSection title={shared('explain.freshness')}>
        <OwnershipFreshness freshness={freshness} />
      </ExplainSection>
      <ExplainSection title={shared('explain.formula')}>
        <Arithmetic explanation={props.explanation} />
      </ExplainSection>
      <ExplainSection title={t('explain.weights')}>
        <WeightTable weights={props.explanation.weights} />
      </ExplainSection>
      <ExplainSection title={shared('explain.leftOut')}>
        {excluded.length === 0 ? (
          shared('explain.nothingLeftOut')
        ) : (
          <ul>
            {excluded.map(({ reason, count }) => (
              <li key={reason}>
                {t(
                  reason === 'kind_not_owned'
                    ? 'explain.kindNotOwned'
                    : 'explain.lifecycleLeftOut',
                  { count },
                )}
              </li>
            ))}
          </ul>
        )}
      </ExplainSection>
    </>
  );
}

function Arithmetic(props: { explanation: OwnershipExplanation }) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const value = (label: OwnershipExplanation['figures'][number]['label']) =>
    props.explanation.figures.find(figure => figure.label === label)?.value;
  return (
    <>
      <div>
        {t('explain.share', {
          full: formats.count(value('full')),
          entities: formats.count(value('entities')),
          share: formats.share(value('share')),
        })}
      </div>
      <div>
        {t('explain.weighted', {
          fullWeight: formats.decimal(value('full-weight')),
          weight: formats.decimal(value('weight')),
          share: formats.share(value('weighted-share')),
        })}
      </div>
    </>
  );
}

function WeightTable(props: { weights: OwnershipExplanation['weights'] }) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={t('explain.weights')}>
      <table className={table.table} aria-label={t('explain.weights')}>
        <thead>
          <tr>
            <th scope="col">{t('explain.tier')}</th>
            <th scope="col" className={table.number}>
              {t('explain.weight')}
            </th>
            <th scope="col" className={table.number}>
              {t('explain.entities')}
            </th>
            <th scope="col" className={table.number}>
              {t('explain.full')}
            </th>
            <th scope="col" className={table.number}>
              {t('explain.product')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.weights.map(({ tier, weight, entities, full }) => (
            <tr key={tier ?? ''}>
              <th scope="row">{tier ?? t('tiers.noTier')}</th>
              <td className={table.number}>{formats.decimal(weight)}</td>
              <td className={table.number}>{formats.count(entities)}</td>
              <td className={table.number}>{formats.count(full)}</td>
              <td className={table.number}>{formats.decimal(weight * full)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
