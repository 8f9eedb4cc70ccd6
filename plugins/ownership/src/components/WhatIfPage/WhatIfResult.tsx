import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  OwnershipCoverage,
  OwnershipGap,
  WhatIfAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileRow,
  Panel,
  StateChip,
  useEntityTitles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { WhatIfEntities } from './WhatIfEntities';
import { WhatIfTeams } from './WhatIfTeams';

const UNOWNED: readonly OwnershipGap[] = ['unowned', 'dangling_owner'];
const UNDERSTAFFED: readonly OwnershipGap[] = [
  'empty_team',
  'single_member_team',
];
const ESCALATION: readonly OwnershipGap[] = ['owner_without_escalation'];

/** What the changes would do: in figures first, then what is to be looked after, then row by row. */
export function WhatIfResult({ answer }: { answer: WhatIfAnswer }) {
  const { before, after, gaps } = answer;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const formats = useFormats();
  const share = (value: number | null) =>
    value === null ? null : formats.share(value);
  const sum = (of: readonly OwnershipGap[], side: 'before' | 'after') =>
    gaps
      .filter(({ gap }) => of.includes(gap))
      .reduce((total, counts) => total + counts[side], 0);
  const gapTile = (label: string, of: readonly OwnershipGap[]) => {
    const [was, willBe] = [sum(of, 'before'), sum(of, 'after')];
    return (
      <MetricTile
        label={label}
        value={formats.count(willBe)}
        change={t('result.from', { value: formats.count(was) })}
        state={
          willBe > was ? (
            <StateChip state="bad" label={`+${formats.count(willBe - was)}`} />
          ) : undefined
        }
      />
    );
  };
  const coverageTile = (
    label: string,
    read: (coverage: OwnershipCoverage) => number | null,
  ) => (
    <MetricTile
      label={label}
      value={share(read(after))}
      change={t('result.from', { value: share(read(before)) ?? '–' })}
      sample={t('result.ofEntities', {
        full: formats.count(after.full),
        entities: formats.count(after.entities),
      })}
    />
  );
  return (
    <>
      <MetricTileRow>
        {coverageTile(t('result.coverage'), coverage => coverage.share)}
        {coverageTile(t('result.weighted'), coverage => coverage.weightedShare)}
        {gapTile(t('result.unowned'), UNOWNED)}
        {gapTile(t('result.understaffed'), UNDERSTAFFED)}
        {gapTile(t('result.escalation'), ESCALATION)}
      </MetricTileRow>
      <Warnings warnings={answer.warnings} />
      <WhatIfEntities answer={answer} />
      <WhatIfTeams teams={answer.teams} />
    </>
  );
}

function Warnings({ warnings }: Pick<WhatIfAnswer, 'warnings'>) {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const facts = useFactStyles();
  const refs = warnings
    .flatMap(({ values }) => [values.teamRef, values.documentRef])
    .filter(ref => typeof ref === 'string');
  const titleOf = useEntityTitles([...new Set(refs)], true);
  const name = (ref: unknown) => (typeof ref === 'string' ? titleOf(ref) : '');
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Panel title={t('warnings.title')}>
      <ul className={facts.list}>
        {warnings.map(({ id, values }) => (
          <li
            key={`${id} ${values.teamRef} ${values.documentRef}`}
            className={facts.line}
          >
            <StateChip
              state="attention"
              label={t(`warnings.${id}`, {
                team: name(values.teamRef),
                document: name(values.documentRef),
                interactions: `${values.interactions ?? ''}`,
              })}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
