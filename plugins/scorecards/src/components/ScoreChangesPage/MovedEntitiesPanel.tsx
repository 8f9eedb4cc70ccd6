import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type {
  LevelMoveView,
  ScoreChangeReport,
  ScorecardLevelView,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  PagedRows,
  Panel,
  RelativeTime,
  useDenseTableStyles,
  type RowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardTabPath } from '../../entity/useScorecardTabPath';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { LevelBadge, useScorecardWords } from '../../verdict';
import { CheckChanges } from '../CheckChanges';
import { OwnerName } from '../facts';

const SKELETON_ROWS = 8;

const useStyles = makeStyles({
  words: { minWidth: 160, '&&': { whiteSpace: 'normal' } },
  // Its lines are long: broken often, they would make rows tall that show little else.
  checks: { minWidth: 280, '&&': { whiteSpace: 'normal' } },
});

/** Which entities changed their level, when, and by what. */
export function MovedEntitiesPanel(props: {
  pages: RowPages<ScoreChangeReport>;
}) {
  const { pages } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  return (
    <Panel flush title={t('changes.moved')}>
      <PagedRows
        pages={pages}
        subject={t('changes.subject')}
        label={t('changes.pages')}
        skeletonRows={SKELETON_ROWS}
        empty={t('changes.empty')}
      >
        {report => <MovedEntities moves={report.items} />}
      </PagedRows>
    </Panel>
  );
}

function MovedEntities(props: { moves: readonly LevelMoveView[] }) {
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const words = useScorecardWords();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const tabPath = useScorecardTabPath();
  return (
    <div className={table.tall}>
      <table className={table.table} aria-label={t('changes.moved')}>
        <thead>
          <tr>
            <th scope="col">{t('changes.entity')}</th>
            <th scope="col">{t('changes.from')}</th>
            <th scope="col">{t('changes.to')}</th>
            <th scope="col">{t('changes.when')}</th>
            <th scope="col">{t('changes.why')}</th>
            <th scope="col">{t('changes.checks')}</th>
            <th scope="col">{t('changes.owner')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {props.moves.map(move => (
            <tr key={`${move.entityRef} ${move.changedAt}`}>
              <th scope="row" className={classes.words}>
                <Link to={tabPath(move.entityRef)}>{move.title}</Link>
              </th>
              <td>
                <LevelOf level={move.levelBefore} />
              </td>
              <td>
                <LevelOf level={move.levelAfter} />
              </td>
              <td>
                <RelativeTime instant={move.changedAt} />
              </td>
              <td className={classes.words}>{words.cause[move.cause]}</td>
              <td className={classes.checks}>
                <CheckChanges changes={move.checks} />
              </td>
              <td>
                <OwnerName entityRef={move.ownerRef} title={move.ownerTitle} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function LevelOf(props: { level: ScorecardLevelView | null }) {
  const { level } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const table = useDenseTableStyles();
  return level ? (
    <LevelBadge level={level} />
  ) : (
    <span className={table.quiet}>{t('changes.levelAbsent')}</span>
  );
}
