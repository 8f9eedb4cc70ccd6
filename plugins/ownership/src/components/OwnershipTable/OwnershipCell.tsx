import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useOwnershipTabPath } from '../../entity/useOwnershipTabPath';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { stateOfGap, stateOfReview } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { OwnerName } from '../facts';
import { DueDateCell } from './DueDateCell';
import type { OwnershipColumnId } from './ownershipColumns';

const useStyles = makeStyles(theme => ({
  gaps: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** What stands in a column of the row of an entity. */
export function OwnershipCell(props: {
  column: OwnershipColumnId;
  row: OwnershipRow;
  /** Called after a date was set. */
  onChanged: () => void;
}) {
  const { column, row, onChanged } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const words = useOwnershipWords();
  const tabPath = useOwnershipTabPath();
  switch (column) {
    case 'entity':
      return <Link to={tabPath(row.ref)}>{row.title}</Link>;
    case 'kind':
      return <>{words.kind(row.kind)}</>;
    case 'type':
      return <Known value={row.type} />;
    case 'tier':
      return <Known value={row.tier} />;
    case 'lifecycle':
      return <Known value={row.lifecycle} />;
    case 'system':
      return row.systemRef === null ? (
        <Known value={null} />
      ) : (
        <EntityRefLink entityRef={row.systemRef} defaultKind="system" />
      );
    case 'owner':
      return (
        <OwnerName
          entityRef={row.ownerRef}
          title={row.ownerTitle ?? row.ownerRef}
          exists={!row.gaps.includes('dangling_owner')}
        />
      );
    case 'rungs':
      return (
        <>
          {t('list.rungsOf', {
            reached: String(row.reached),
            rungs: String(row.rungs),
          })}
        </>
      );
    case 'gaps':
      return <Gaps gaps={row.gaps} />;
    case 'review':
      return row.reviewState ? (
        <StateChip
          state={stateOfReview(row.reviewState)}
          label={words.reviewState[row.reviewState]}
        />
      ) : null;
    case 'due':
      return <DueDateCell row={row} onChanged={onChanged} />;
    default:
      throw new TypeError(`Unknown column '${column satisfies never}'`);
  }
}

function Known({ value }: { value: string | null }) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const table = useDenseTableStyles();
  return value === null ? (
    <span className={table.quiet}>{t('list.none')}</span>
  ) : (
    <>{value}</>
  );
}

function Gaps({ gaps }: Pick<OwnershipRow, 'gaps'>) {
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const words = useOwnershipWords();
  if (gaps.length === 0) {
    return <span className={table.quiet}>{t('list.noGaps')}</span>;
  }
  return (
    <span className={classes.gaps}>
      {gaps.map(gap => (
        <StateChip key={gap} state={stateOfGap(gap)} label={words.gap[gap]} />
      ))}
    </span>
  );
}
