import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  PreviewMove,
  ScorecardPreview,
  StateChangeView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardWords } from '../../verdict';
import { scorecardEditorTranslationRef } from '../translation';
import { LevelChange } from './LevelChange';

/** The entities that would move, with the checks that move them. */
export function ImpactMoves(props: {
  moves: readonly PreviewMove[];
  counts: ScorecardPreview['counts'];
}) {
  const { moves, counts } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  const all = counts.up + counts.down + counts.joining + counts.leaving;
  return (
    <>
      <h3 className={facts.heading}>{t('preview.moves')}</h3>
      {moves.length < all && (
        <p className={facts.quiet}>
          {t('preview.movesShown', { n: formats.count(moves.length) })}
        </p>
      )}
      <ScrollArea label={t('preview.moves')}>
        <table className={table.table} aria-label={t('preview.moves')}>
          <thead>
            <tr>
              <th scope="col">{t('preview.entity')}</th>
              <th scope="col">{t('preview.team')}</th>
              <th scope="col">{t('preview.level')}</th>
              <th scope="col">{t('preview.because')}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(move => (
              <tr key={move.entityRef}>
                <th scope="row">
                  <EntityRefLink
                    entityRef={move.entityRef}
                    title={move.title}
                  />
                </th>
                <td>
                  {move.ownerRef ? (
                    <EntityRefLink entityRef={move.ownerRef} />
                  ) : (
                    t('preview.noTeam')
                  )}
                </td>
                <td>
                  <LevelChange
                    before={move.levelBefore}
                    after={move.levelAfter}
                  />
                </td>
                <td style={{ whiteSpace: 'normal' }}>
                  <Causes checks={move.checks} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

function Causes(props: { checks: readonly StateChangeView[] }) {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const words = useScorecardWords();
  const name = (state: StateChangeView['before']) =>
    state === null ? t('preview.none') : words.verdict[state];
  return (
    <>
      {props.checks
        .map(
          check =>
            `${check.name}: ${t('preview.fromTo', {
              before: name(check.before),
              after: name(check.after),
            })}`,
        )
        .join('; ')}
    </>
  );
}
