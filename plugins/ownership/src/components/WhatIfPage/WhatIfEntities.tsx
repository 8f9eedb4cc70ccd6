import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  OwnershipGap,
  WhatIfAnswer,
  WhatIfEntity,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type CsvColumn,
  NO_VALUE,
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useEntityTitles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { stateOfGap } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { TableExport } from './TableExport';

const columns: ReadonlyArray<CsvColumn<WhatIfEntity>> = [
  ['entity', ({ ref }) => ref],
  ['tier', ({ tier }) => tier],
  ['ownerBefore', ({ ownerBefore }) => ownerBefore],
  ['ownerAfter', ({ ownerAfter }) => ownerAfter],
  ['rungsBefore', ({ reachedBefore }) => reachedBefore],
  ['rungsAfter', ({ reachedAfter }) => reachedAfter],
  ['newGaps', ({ newGaps }) => newGaps.join(' ')],
  ['closedGaps', ({ closedGaps }) => closedGaps.join(' ')],
];

/** The entities whose owner or ladder would differ, the most important first. */
export function WhatIfEntities({
  answer,
}: {
  answer: Pick<WhatIfAnswer, 'entities' | 'moreEntities'>;
}) {
  const { entities, moreEntities } = answer;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const formats = useFormats();
  const owners = entities
    .flatMap(({ ownerBefore, ownerAfter }) => [ownerBefore, ownerAfter])
    .filter(owner => owner !== null);
  const titleOf = useEntityTitles([...new Set(owners)], true);
  return (
    <Panel
      flush={entities.length > 0}
      title={t('entities.title')}
      actions={
        <TableExport
          subject={t('entities.title')}
          name="what-if-entities"
          rows={entities}
          columns={columns}
        />
      }
    >
      {entities.length === 0 ? (
        <p className={facts.quiet}>{t('entities.none')}</p>
      ) : (
        <ScrollArea label={t('entities.title')}>
          <table className={table.table} aria-label={t('entities.title')}>
            <thead>
              <tr>
                <th scope="col">{t('entities.entity')}</th>
                <th scope="col">{t('entities.kind')}</th>
                <th scope="col">{t('entities.tier')}</th>
                <th scope="col">{t('entities.owner')}</th>
                <th scope="col">{t('entities.rungs')}</th>
                <th scope="col">{t('entities.opened')}</th>
                <th scope="col">{t('entities.closed')}</th>
              </tr>
            </thead>
            <tbody>
              {entities.map(entity => (
                <EntityRow key={entity.ref} entity={entity} titleOf={titleOf} />
              ))}
            </tbody>
          </table>
          {moreEntities > 0 && (
            <p className={facts.quiet}>
              {t('entities.more', {
                count: moreEntities,
                shown: formats.count(entities.length),
              })}
            </p>
          )}
        </ScrollArea>
      )}
    </Panel>
  );
}

function EntityRow(props: {
  entity: WhatIfEntity;
  titleOf: (ownerRef: string) => string;
}) {
  const { entity, titleOf } = props;
  const { ref, title, kind, tier, ownerBefore, ownerAfter } = entity;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const words = useOwnershipWords();
  const fromTo = (from: string | number, to: string | number) =>
    from === to
      ? `${to}`
      : t('entities.fromTo', { from: `${from}`, to: `${to}` });
  const nameOfOwner = (owner: string | null) =>
    owner === null ? t('entities.nobody') : titleOf(owner);
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={ref} title={title} />
      </th>
      <td>{words.kind(kind)}</td>
      <td>{tier ?? NO_VALUE}</td>
      <td>{fromTo(nameOfOwner(ownerBefore), nameOfOwner(ownerAfter))}</td>
      <td>{fromTo(entity.reachedBefore, entity.reachedAfter)}</td>
      <td>
        <Gaps gaps={entity.newGaps} />
      </td>
      <td>
        <Gaps gaps={entity.closedGaps} closed />
      </td>
    </tr>
  );
}

function Gaps(props: { gaps: readonly OwnershipGap[]; closed?: boolean }) {
  const words = useOwnershipWords();
  return props.gaps.length === 0 ? (
    <>{NO_VALUE}</>
  ) : (
    <>
      {props.gaps.map(gap => (
        <StateChip
          key={gap}
          state={props.closed ? 'good' : stateOfGap(gap)}
          label={words.gap[gap]}
        />
      ))}
    </>
  );
}
