import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScoredEntity } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  useDenseTableStyles,
  useFormats,
  useKindName,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useScorecardTabPath } from '../../entity/useScorecardTabPath';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { useValueText } from '../../values/useValueText';
import { LevelBadge, PassingShare, VerdictChip } from '../../verdict';
import { OwnerName, ScorecardLink } from '../facts';
import type { ScoredEntityColumnId } from './scoredEntityColumns';

/** What a column says of an entity. */
export function ScoredEntityCell(props: {
  column: ScoredEntityColumnId;
  row: ScoredEntity;
  /** The check that the list is about: a link to an entity opens it there. */
  checkId?: string;
  /** What scorecards are called. */
  titleOf: (scorecardRef: string) => string;
}) {
  const { column, row, checkId, titleOf } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const tabPath = useScorecardTabPath();
  const nameOfKind = useKindName();
  switch (column) {
    case 'entity':
      return (
        <Link
          to={tabPath(
            row.entityRef,
            checkId === undefined
              ? undefined
              : { scorecardRef: row.scorecardRef, checkId },
          )}
        >
          {row.title}
        </Link>
      );
    case 'level':
      return <LevelBadge level={row.level} />;
    case 'scorecard':
      return (
        <ScorecardLink scorecardRef={row.scorecardRef}>
          {titleOf(row.scorecardRef)}
        </ScorecardLink>
      );
    case 'check':
      return <CheckResult row={row} />;
    case 'passing':
      return <PassingShare summary={row.summary} />;
    case 'failed':
      return <>{formats.count(row.summary.counts.failed)}</>;
    case 'since':
      return <RelativeTime instant={row.levelSince} />;
    case 'owner':
      return <OwnerName entityRef={row.ownerRef} title={row.ownerTitle} />;
    case 'tier':
      return row.tier === null ? (
        <span className={table.quiet}>{t('entities.none')}</span>
      ) : (
        <>{row.tier}</>
      );
    case 'kind':
      return <>{nameOfKind(row.kind)}</>;
    default:
      throw new TypeError(`Unknown column '${column satisfies never}'`);
  }
}

function CheckResult(props: { row: ScoredEntity }) {
  const { check } = props.row;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const textOf = useValueText();
  if (check === null) {
    return <span className={table.quiet}>{t('entities.none')}</span>;
  }
  return (
    <>
      <VerdictChip state={check.state} />{' '}
      {check.value !== null && textOf(check.value, null)}{' '}
      {check.since !== null && (
        <span className={table.quiet} title={formats.instant(check.since)}>
          {t('entities.verdictSince', { when: formats.relative(check.since) })}
        </span>
      )}
    </>
  );
}
