import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FactProviderView } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
  useOpmodelPalette,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { CaptionedTable } from './CaptionedTable';
import { useNoteStyles } from './useNoteStyles';

const judgedStates: Record<FactProviderView['state'], OpmodelState> = {
  failed: 'bad',
  stale: 'attention',
  never: 'no_data',
  fresh: 'good',
};

const inNeedFirst: ReadonlyArray<FactProviderView['state']> = [
  'failed',
  'stale',
  'never',
  'fresh',
];

/** Who tells facts, a row each, those in need of attention first. */
export function FactProviderTable(props: {
  providers: readonly FactProviderView[];
}) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const table = useDenseTableStyles();
  const providers = [...props.providers].sort(
    (a, b) => inNeedFirst.indexOf(a.state) - inNeedFirst.indexOf(b.state),
  );
  return (
    <CaptionedTable caption={t('scorecards.providersCaption')}>
      <thead>
        <tr>
          <th scope="col">{t('scorecards.provider')}</th>
          <th scope="col">{t('scorecards.state')}</th>
          <th scope="col">{t('scorecards.reported')}</th>
          <th scope="col" className={table.number}>
            {t('scorecards.freshness')}
          </th>
          <th scope="col" className={table.number}>
            {t('scorecards.entities')}
          </th>
          <th scope="col" className={table.number}>
            {t('scorecards.problems')}
          </th>
          <th scope="col" className={table.number}>
            {t('scorecards.facts')}
          </th>
          <th scope="col">{t('scorecards.next')}</th>
        </tr>
      </thead>
      <tbody>
        {providers.map(provider => (
          <ProviderRow key={provider.id} provider={provider} />
        ))}
      </tbody>
    </CaptionedTable>
  );
}

function ProviderRow(props: { provider: FactProviderView }) {
  const { provider } = props;
  const { id, title, state, reportedAt, nextAt, error } = provider;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const notes = useNoteStyles();
  const palette = useOpmodelPalette();
  return (
    <tr>
      <th scope="row">
        {title} <span className={table.quiet}>{id}</span>
        {error && (
          <span
            className={notes.line}
            style={{ color: palette.states.bad.text }}
          >
            {error}
          </span>
        )}
      </th>
      <td>
        <StateChip
          state={judgedStates[state]}
          label={t(`scorecards.states.${state}`)}
        />
      </td>
      <td>
        {reportedAt ? (
          <RelativeTime instant={reportedAt} />
        ) : (
          t('scorecards.never')
        )}
      </td>
      <td className={table.number}>
        {formats.duration(provider.freshnessSeconds)}
      </td>
      <td className={table.number}>{formats.count(provider.entities)}</td>
      <td className={table.number}>{formats.count(provider.problems)}</td>
      <td className={table.number}>{formats.count(provider.facts.length)}</td>
      <td>
        {nextAt ? (
          <RelativeTime instant={nextAt} />
        ) : (
          <span className={table.quiet}>
            {provider.cadenceSeconds === null
              ? t('scorecards.told')
              : t('scorecards.asScheduled')}
          </span>
        )}
      </td>
    </tr>
  );
}
